// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/store.h"

#include <optional>

namespace jettison {

/// Cancelled or TimedOut if the call must end now; `what` becomes the detail.
std::optional<Error> interruption(const Call &call, const QString &what);

/// Milliseconds to wait before the next look at interruption(): short, so that a cancel is felt at once.
int waitSlice(const Call &call);

} // namespace jettison
