// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/podmanstore.h"

#include <algorithm>

namespace jettison {

PodmanStore::PodmanStore(const Snapshot &snapshot)
    : PlayedStore(snapshot)
{
}

// With the last name goes the image, and that is not asked here.
std::optional<KeptImage::Reason> PodmanStore::refusal(
    Index /*image*/, const QList<Reference> & /*references*/) const
{
    return {};
}

QList<RemovalLine> PodmanStore::removeReference(Index image, const Reference &reference)
{
    QList<RemovalLine> lines;
    state(image).references.removeOne(reference);
    if (state(image).references.isEmpty()) {
        removeWithParents(image, lines);
    } else if (isLastOwn(image)) {
        lines << deletedLine(image);
    }
    // It tells what it deleted before it tells what it untagged.
    return lines << untaggedLine(reference);
}

// With it goes what the engine's own store knows of an image in an additional one. It says that the image
// goes, which stays where it lies.
bool PodmanStore::isLastOwn(Index image) const
{
    const Image &lying = snapshot().images()[image];
    return lying.isReadOnly && lying.repeatedReferences.isEmpty()
        && std::ranges::none_of(lying.ownReferences,
            [&](const Reference &reference) { return state(image).references.contains(reference); });
}

QList<RemovalLine> PodmanStore::removeImage(Index image)
{
    QList<RemovalLine> lines;
    removeWithParents(image, lines);
    return lines;
}

void PodmanStore::removeWithParents(Index image, QList<RemovalLine> &lines)
{
    const bool isBase = state(image).children > 0;
    erase(image);
    if (isBase) {
        return;
    }
    lines << deletedLine(image);
    const Index parent = snapshot().parent(image);
    if (parent != Snapshot::None && state(parent).exists && isNeedless(parent)) {
        removeWithParents(parent, lines);
    }
}

} // namespace jettison
