// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "jobs/backupteller.h"
#include "stores/store.h"

#include <QString>

namespace jettison {

/// Has the store load an archive, which is unpacked here: not every engine knows zstd. `size` is in bytes,
/// not packed. BrokenArchive, FileFailed, or what the store says. In any thread.
Result<void> loadUnpacked(
    const QString &archive, qint64 size, Store &store, BackupTeller &teller, const CancelToken &cancel);

} // namespace jettison
