// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imagefiles.h"
#include "stores/store.h"

#include <QHash>
#include <QObject>
#include <QThread>

namespace jettison {

class FilesWorker;

/// Has the files of images read, one image after another, and keeps those that were asked for last: they
/// never change. GUI thread; owns the thread that reads.
class FilesQueue : public QObject
{
    Q_OBJECT

public:
    explicit FilesQueue(StoreFactory factory, QObject *parent = nullptr);
    /// Cancels what runs and waits for it to notice.
    ~FilesQueue() override;

    /// Answered later, even if the files are known. Asked again while it waits, it is answered once.
    void read(const ImageId &image);
    void cancel(const ImageId &image);

Q_SIGNALS:
    void progressed(const jettison::ImageId &image, qint64 bytes);
    /// Exactly once for each request, either of these.
    void filesRead(const jettison::ImageFilesPtr &files);
    void failed(const jettison::ImageId &image, const jettison::Error &error);

private:
    void tellFailure(const ImageId &image, const Error &error);
    void take(const ImageFilesPtr &files);
    void keep(const ImageFilesPtr &files);

    QThread m_thread;
    /// Lives in its thread, which deletes it.
    FilesWorker *m_worker = nullptr;
    QHash<ImageId, CancelToken> m_waiting;
    /// The one that was asked for last comes last.
    QList<ImageFilesPtr> m_kept;
};

} // namespace jettison
