// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "jobs/backupteller.h"
#include "jobs/removal.h"

namespace jettison {

/// Carries a plan out after what it takes away was kept: images, if the plan says so, else a record of names
/// that images lose which stay, and of images that can be pulled again. A backup that fails ends it before
/// the first step; a record that fails does not. Afterwards older backups go that the limits do not allow.
/// Blocks; worker thread.
RemovalReport runUndoableRemoval(const RemovalPlan &plan, Store &store, const BackupRules &rules,
    const RemovalControl &control, const RemovalListener &listener, const BackupListener &progress);

} // namespace jettison
