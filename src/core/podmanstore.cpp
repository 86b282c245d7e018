// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/podmanstore.h"

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
    }
    // It tells what it deleted before it tells what it untagged.
    return lines << untaggedLine(reference);
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
