// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/snapshot.h"

#include <optional>

namespace jettison {

/// The two parts of a size where a store keeps layers both packed, as registries have them, and unpacked for
/// containers. Bytes.
struct StoredParts
{
    qint64 packed = 0;
    /// 0: the store unpacks it when a container needs it.
    qint64 unpacked = 0;
};

/// What of its size is packed.
qint64 packedBytes(const ImageVariant &variant);
/// None where the store keeps layers in one way only, or does not tell the parts.
std::optional<StoredParts> storedParts(const ImageVariant &variant, const StoreTraits &traits);
/// Of all its platforms, and of what is beside them.
std::optional<StoredParts> storedParts(const Image &image, const StoreTraits &traits);
/// The store has platforms of images, and both parts of each, but does not say which and how much.
bool hidesPlatforms(const StoreTraits &traits);

} // namespace jettison
