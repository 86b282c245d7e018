// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backup.h"
#include "core/removalplan.h"
#include "jobs/backupfolder.h"
#include "stores/store.h"

#include <functional>

namespace jettison {

/// Told in the thread that does the work, a few times a second at most.
using BackupListener = std::function<void(const BackupProgress &)>;

/// Keeps everything that the plan takes away. Once this has returned a backup, it is on the disk, and each
/// configuration and layer in it was read back and has the digest by which it is named. Otherwise nothing is
/// left of it: NoSpace, FileFailed, BrokenArchive (the store wrote an incomplete archive), Cancelled, and the
/// store's codes. Worker thread.
Result<Backup> makeBackup(const RemovalPlan &plan, Store &store, const BackupFolder &folder,
    const CancelToken &cancel, const BackupListener &progress);

/// Whether the archive of a backup is whole: each image is there, and each digest is right. BrokenArchive,
/// FileFailed, Cancelled. Worker thread.
Result<void> verifyBackup(const Backup &backup, const QString &archive, const CancelToken &cancel,
    const std::function<void(qint64 bytes)> &progress);

/// Bytes of the archive that a backup of the plan needs, not packed: of all layers that its deleted images
/// need, those that others need as well included.
qint64 backupSize(const RemovalPlan &plan);

} // namespace jettison
