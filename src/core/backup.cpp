// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/backup.h"

#include <algorithm>

namespace jettison {

QList<Reference> Backup::digests() const
{
    QList<Reference> digests;
    for (const Image &image : images + untagged) {
        std::ranges::copy_if(image.references, std::back_inserter(digests), &Reference::isDigest);
    }
    return digests;
}

} // namespace jettison
