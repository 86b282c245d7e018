// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/image.h"

#include <algorithm>

namespace jettison {

QList<Reference> registryDigests(const Image &image)
{
    QList<Reference> digests = image.digests;
    std::ranges::copy_if(image.references, std::back_inserter(digests),
        [&](const Reference &r) { return r.isDigest() && !image.digests.contains(r); });
    return digests;
}

} // namespace jettison
