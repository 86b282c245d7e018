// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "jobs/backupfolder.h"
#include "jobs/backupteller.h"
#include "stores/canceltoken.h"

namespace jettison {

/// Writes the images of a backup to a file that `docker load` takes, with their names, which the archive of a
/// backup has not. Packed if the path ends in `.zst`. The file is there once all is in it, not before.
/// NoBackup, BrokenArchive, FileFailed, NoSpace, Cancelled. Worker thread.
Result<void> exportBackup(const Backup &backup, const BackupFolder &folder, const QString &path,
    const CancelToken &cancel, const BackupListener &progress);

} // namespace jettison
