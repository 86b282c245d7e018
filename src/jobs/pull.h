// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pull.h"
#include "core/reference.h"
#include "stores/store.h"

#include <functional>

namespace jettison {

/// Connects if need be and pulls an image; however long it takes, unless cancelled. The store's own error
/// codes. Progress comes in the same thread. Worker thread.
Result<PullResult> pull(Store &store, const Reference &reference,
    const std::function<void(const PullProgress &)> &progress, const CancelToken &cancel);

} // namespace jettison
