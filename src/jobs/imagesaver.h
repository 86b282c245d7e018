// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/snapshot.h"
#include "jobs/backupteller.h"
#include "stores/archive/compression.h"
#include "stores/store.h"

#include <optional>

namespace jettison {

/// Bytes that can still be written at a path, which need not be there yet; none if nobody knows.
std::optional<qint64> freeSpaceAt(const QString &path);
/// NoSpace: so many bytes would fill the disk. Some room is left for other programs.
Result<void> checkSpaceAt(const QString &path, qint64 needed);

/// Writes the archive that a store makes of some of its images to a file, as long as there is room.
class ImageSaver
{
public:
    /// `folder`: whose disk the file is on. The teller is told the bytes.
    ImageSaver(
        const Snapshot &snapshot, Store &store, QString folder, CancelToken cancel, BackupTeller &teller);

    Result<void> checkSpace(qint64 needed) const { return checkSpaceAt(m_folder, needed); }
    /// NoLayers names the images that an engine cannot save.
    Result<void> refuseBare(const QList<Image> &images) const;
    /// By names or IDs, as Store::save() takes them. Returns the bytes of the archive, not packed. The file
    /// is synced; what of it was written stays after an error. FileFailed, NoSpace, Cancelled, and the
    /// store's codes.
    Result<qint64> save(const QStringList &images, const QString &path, Compression compression);

private:
    Result<qint64> stream(const QStringList &images, QIODevice &target);

    const Snapshot &m_snapshot;
    Store &m_store;
    QString m_folder;
    CancelToken m_cancel;
    BackupTeller &m_teller;
};

} // namespace jettison
