// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/backup.h"

#include <QSet>

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

int Backup::platformCount() const
{
    qsizetype count = 0;
    for (const Image &image : platforms) {
        count += image.variants.size();
    }
    return int(count);
}

QList<RemovalLine> Backup::goneForGood() const
{
    QSet<QString> kept;
    for (const Image &image : deleted() + untagged) {
        for (const Reference &reference : image.references) {
            kept.insert(reference.text());
        }
    }
    for (const KeptContainer &container : containers) {
        kept.insert(container.container.name);
    }
    QList<RemovalLine> gone = lines;
    gone.removeIf([&](const RemovalLine &line) {
        const bool isNamed =
            line.kind == RemovalLine::Kind::Untagged || line.kind == RemovalLine::Kind::Removed;
        return !isNamed || kept.contains(line.target);
    });
    return gone;
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
