// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/classicstore.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace jettison {

namespace {

bool hasTagIn(const QString &repository, const QList<Reference> &references)
{
    return std::ranges::any_of(references, [&](const Reference &reference) {
        return !reference.isDigest() && reference.repository() == repository;
    });
}

// One tag, with or without digests of its own repository; or digests of one repository only.
bool isSingle(const QList<Reference> &references)
{
    if (references.size() <= 1) {
        return references.size() == 1;
    }
    QSet<QString> repositories;
    int tags = 0;
    for (const Reference &reference : references) {
        repositories.insert(reference.repository());
        tags += reference.isDigest() ? 0 : 1;
    }
    return tags <= 1 && repositories.size() == 1;
}

// Takes a reference away, and the digests of its repository with the last tag. What went, in the engine's
// order.
QList<Reference> untag(const Reference &reference, QList<Reference> &references)
{
    if (references.size() == 1) {
        return std::exchange(references, {});
    }
    QList<Reference> gone{reference};
    references.removeOne(reference);
    if (reference.isDigest() || std::ranges::none_of(references, &Reference::isDigest)) {
        return gone;
    }
    const QString repository = reference.repository();
    if (!hasTagIn(repository, references)) {
        const auto isOfSame = [&](const Reference &other) { return other.repository() == repository; };
        std::ranges::copy_if(references, std::back_inserter(gone), isOfSame);
        references.removeIf(isOfSame);
    }
    return gone;
}

} // namespace

ClassicStore::ClassicStore(const Snapshot &snapshot)
    : PlayedStore(snapshot)
{
}

std::optional<KeptImage::Reason> ClassicStore::refusal(Index image, const QList<Reference> &references) const
{
    QList<Reference> left = state(image).references;
    const auto guards = [&left](const Reference &reference) {
        if (isSingle(left)) {
            return true;
        }
        untag(reference, left);
        return false;
    };
    const bool refuses = mayBeUsed(image) && std::ranges::any_of(references, guards);
    return refuses ? std::optional(KeptImage::Reason::DigestGuarded) : std::nullopt;
}

QList<RemovalLine> ClassicStore::removeReference(Index image, const Reference &reference)
{
    const QList<Reference> untagged = untag(reference, state(image).references);
    QList<RemovalLine> lines;
    lines.reserve(untagged.size() + 1);
    std::ranges::transform(untagged, std::back_inserter(lines), untaggedLine);
    // With a child or a container the engine answers 200 all the same, and the image stays without a name.
    if (isNeedless(image)) {
        removeWithParents(image, lines);
    }
    return lines;
}

QList<RemovalLine> ClassicStore::removeImage(Index image)
{
    QList<RemovalLine> lines;
    removeWithParents(image, lines);
    return lines;
}

void ClassicStore::removeWithParents(Index image, QList<RemovalLine> &lines)
{
    lines << deletedLine(image);
    erase(image);
    const Index parent = snapshot().parent(image);
    if (parent != Snapshot::None && isNeedless(parent)) {
        removeWithParents(parent, lines);
    }
}

} // namespace jettison
