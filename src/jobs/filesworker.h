// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imagefiles.h"
#include "stores/store.h"

#include <QObject>

namespace jettison {

/// Reads the files of images in a thread of its own and over a connection of its own, so that nothing else
/// waits for it. Each request is answered by one signal.
class FilesWorker : public QObject
{
    Q_OBJECT

public:
    explicit FilesWorker(StoreFactory factory);

    void read(const ImageId &image, const CancelToken &cancel);

Q_SIGNALS:
    void progressed(const jettison::ImageId &image, qint64 bytes);
    void filesRead(const jettison::ImageFilesPtr &files);
    void failed(const jettison::ImageId &image, const jettison::Error &error);

private:
    StoreFactory m_factory;
    /// Made in the worker's thread, where its sockets live.
    std::unique_ptr<Store> m_store;
};

} // namespace jettison
