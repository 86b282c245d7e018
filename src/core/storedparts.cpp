// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/storedparts.h"

#include <algorithm>

namespace jettison {

qint64 packedBytes(const ImageVariant &variant)
{
    return std::max<qint64>(0, variant.size - variant.unpacked);
}

std::optional<StoredParts> storedParts(const ImageVariant &variant, const StoreTraits &traits)
{
    if (!traits.keepsPacked || !traits.listsPlatforms) {
        return {};
    }
    return StoredParts{.packed = packedBytes(variant), .unpacked = variant.unpacked};
}

std::optional<StoredParts> storedParts(const Image &image, const StoreTraits &traits)
{
    std::optional<StoredParts> sum;
    for (const ImageVariant &variant : image.variants) {
        if (const std::optional<StoredParts> parts = storedParts(variant, traits)) {
            sum = sum.value_or(StoredParts());
            sum->packed += parts->packed;
            sum->unpacked += parts->unpacked;
        }
    }
    return sum;
}

bool hidesPlatforms(const StoreTraits &traits)
{
    return traits.keepsPacked && !traits.listsPlatforms;
}

} // namespace jettison
