// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "jobs/backupfolder.h"
#include "stores/archive/openedarchive.h"

namespace jettison {

/// OtherIds: in a store with these traits and images no image can have the ID that it had. What a backup does
/// not say itself its images do or, last, its archive. Worker thread.
Result<void> checkIds(const Backup &backup, const StoreTraits &traits, const QList<Image> &there,
    const BackupFolder &folder, const CancelToken &cancel, const ArchiveProgress &progress);

} // namespace jettison
