// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/snapshot.h"
#include "stores/store.h"

namespace jettison {

/// Reads a whole store: connects if need be, then images and containers. The store's own error codes. Worker
/// thread.
Result<SnapshotPtr> scan(Store &store, const CancelToken &cancel);

} // namespace jettison
