// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backup.h"
#include "core/removalreport.h"
#include "jobs/backupfolder.h"
#include "jobs/backupteller.h"
#include "stores/store.h"

#include <functional>

namespace jettison {

/// Keeps everything that the plan takes away. Once this has returned a backup, it is on the disk, and each
/// configuration and layer in it was read back and has the digest by which it is named. Otherwise nothing is
/// left of it: NoLayers, LacksPlatform, NoSpace, FileFailed, BrokenArchive (the store wrote an incomplete
/// archive), Cancelled, and the store's codes. Worker thread.
Result<Backup> makeBackup(const RemovalPlan &plan, Store &store, const BackupFolder &folder,
    const CancelToken &cancel, const BackupListener &progress);

/// Remembers the names that the plan takes from images that stay, so that they can be given back, and the
/// images that it deletes which a registry had, so that they can be pulled again. None if there are neither.
/// FileFailed, NoSpace.
Result<std::optional<Backup>> makeRecord(const RemovalPlan &plan, const BackupFolder &folder);

/// Remembers, after a removal of which nothing can be undone, what went, so that the next undo can tell that
/// it goes on with an earlier one. FileFailed, NoSpace.
Result<void> keepLoss(const RemovalReport &report, const BackupFolder &folder);

/// Whether the archive of a backup is whole: each image is there, and each digest is right. BrokenArchive,
/// FileFailed, Cancelled. Worker thread.
Result<void> verifyBackup(const Backup &backup, const QString &archive, const CancelToken &cancel,
    const std::function<void(qint64 bytes)> &progress);

/// The same for one that is kept, telling how far it is. A record without an archive is whole.
Result<void> verifyKept(const Backup &backup, const BackupFolder &folder, const CancelToken &cancel,
    const BackupListener &progress);

} // namespace jettison
