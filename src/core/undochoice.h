// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backup.h"

namespace jettison {

/// What is meant by an undo that names no backup.
struct UndoChoice
{
    /// The newest of that store that was not undone yet and that can be. If others alone are left, for stores
    /// with other IDs, it is the newest of these: why it cannot be undone says what to do. None: there is
    /// nothing.
    std::optional<Backup> backup = {};
    /// Newer removals of that store, which cannot be undone, the newest first.
    QList<Backup> passedOver = {};
};

/// `backups` are all that are kept, the newest first.
UndoChoice chooseUndo(const QList<Backup> &backups, const StoreInfo &store);

} // namespace jettison
