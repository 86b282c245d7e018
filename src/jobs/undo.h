// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/undoreport.h"
#include "jobs/backup.h"
#include "jobs/backupfolder.h"
#include "stores/store.h"

namespace jettison {

/// Brings back what a backup holds: images with their IDs, then every tag that no other image has taken
/// meanwhile. The archive is verified before the store gets any of it; images of a mere record are pulled by
/// their digests, and what comes must be the same. What has not gone is left alone, so it
/// can be done again after a failure. Remembers in the folder that it was done. Worker thread.
UndoReport undo(const Backup &backup, Store &store, const BackupFolder &folder, const UndoOptions &options,
    const CancelToken &cancel, const BackupListener &progress);

} // namespace jettison
