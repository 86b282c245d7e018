// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/openedarchive.h"

namespace jettison {

/// Gives the images of a backup's archive the names that stand beside it: it has none itself, so that an undo
/// moves no name. Of another archive nothing changes.
void addKeptNames(OpenedArchive &archive);

} // namespace jettison
