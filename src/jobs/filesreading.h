// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imagefiles.h"
#include "stores/store.h"

namespace jettison {

/// Reads the files of all layers of an image; of one with several platforms, those of the first. Takes as
/// long as its archive takes to be made. `progress` is told the bytes that have passed. NotFound;
/// BrokenArchive: a layer is missing, damaged or beyond all measure; the errors of the store.
Result<ImageFilesPtr> readImageFiles(Store &store, const ImageId &image,
    const std::function<void(qint64 bytes)> &progress, const CancelToken &cancel);

} // namespace jettison
