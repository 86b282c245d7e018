// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/snapshot.h"
#include "jobs/layerreader.h"
#include "stores/store.h"

namespace jettison {

/// Reads the lists of a store: connects if need be, then images and containers, but not yet their layers. The
/// store's own error codes. Worker thread.
Result<SnapshotPtr> scan(Store &store, const CancelToken &cancel);
/// The same with the layers, however long that takes.
Result<SnapshotPtr> scan(Store &store, LayerReader &reader, const CancelToken &cancel);

} // namespace jettison
