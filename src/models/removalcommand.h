// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalplan.h"

#include <QString>

namespace jettison {

/// What would be typed in a terminal for the same removal, for a POSIX shell. `--platform` holds for all
/// images of a command, so images of which other platforms go have a line of their own.
QString removalCommand(
    const Snapshot &snapshot, const QList<RemovalTarget> &targets, const RemovalOptions &options);

} // namespace jettison
