// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/image.h"
#include "core/imagecontent.h"
#include "stores/archive/archivedimage.h"

/// What an archive holds, in the words that all stores have in common.
namespace jettison {

/// Its size is that of all its blobs as they are packed, each counted once; without configurations and
/// manifests.
Image toImage(const ArchivedImage &image);
/// A chain for each platform that is there. The blobs of attestations and artifacts count as layers.
ImageContent toContent(const ArchivedImage &image);

} // namespace jettison
