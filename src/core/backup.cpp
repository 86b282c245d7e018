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

std::optional<std::chrono::seconds> BackupProgress::remaining() const
{
    // The first moments are far faster or slower than the rest.
    constexpr std::chrono::milliseconds Telling{1000};
    if (elapsed < Telling || bytes <= 0 || expected <= bytes) {
        return {};
    }
    const double share = double(expected - bytes) / double(bytes);
    return std::chrono::ceil<std::chrono::seconds>(elapsed * share);
}

} // namespace jettison
