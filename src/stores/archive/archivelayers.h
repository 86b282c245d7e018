// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/layerentry.h"
#include "stores/archive/openedarchive.h"

#include <functional>
#include <vector>

namespace jettison {

/// What stands in the layers of an image of the archive, those of its first platform. `progress` is told the
/// bytes of layers that were read, packed as they are. NotFound, BrokenArchive, Conflict, FileFailed,
/// Cancelled.
Result<std::vector<LayerListing>> readLayersOf(const OpenedArchive &archive, const ImageId &image,
    const std::function<void(qint64 bytes)> &progress, const CancelToken &cancel);

} // namespace jettison
