// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/store.h"

#include <QIODevice>

namespace jettison {

/// Runs `write`, which writes an archive to a device, in a thread of its own, and `read` in this one: its
/// source gives what was written, and at the end the error of `write`. Returns what `read` returned, once
/// both have ended.
Result<void> pipeThrough(const std::function<Result<void>(QIODevice &target)> &write,
    const std::function<Result<void>(const PieceSource &source)> &read);

} // namespace jettison
