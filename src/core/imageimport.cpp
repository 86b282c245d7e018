// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/imageimport.h"

#include <QSet>

#include <algorithm>

namespace jettison {

namespace {

bool isWanted(const RemovalTarget &target, const ImportPreview::Name &name)
{
    return target.references.isEmpty() || target.references.contains(name.inArchive);
}

} // namespace

bool ImportPreview::Entry::isComplete() const
{
    return isPresent() && !bringsPlatforms
        && std::ranges::all_of(names, [this](const Name &name) { return name.holder == presentId; });
}

const ImportPreview::Entry *ImportPreview::find(const ImageId &id) const
{
    const auto found = std::ranges::find_if(images, [&](const Entry &entry) { return entry.image.id == id; });
    return found == images.cend() ? nullptr : &*found;
}

ImportPreview::Sum ImportPreview::sumOf(const QList<RemovalTarget> &targets) const
{
    Sum sum;
    QSet<ImageId> chosen;
    std::vector<bool> isCounted(layers.size());
    for (const RemovalTarget &target : targets) {
        const Entry *entry = find(target.image);
        if (!entry || chosen.contains(target.image)) {
            continue;
        }
        chosen.insert(target.image);
        ++sum.images;
        for (const int index : entry->layers) {
            const Layer &layer = layers[size_t(index)];
            if (isCounted[size_t(index)]) {
                continue;
            }
            isCounted[size_t(index)] = true;
            ++sum.layers;
            if (layer.isNew) {
                ++sum.newLayers;
                sum.bytes.add(layer.size, layer.isEstimate);
            }
        }
    }
    return sum;
}

QList<MovedName> ImportPreview::movedBy(const QList<RemovalTarget> &targets) const
{
    QList<MovedName> moved;
    for (const RemovalTarget &target : targets) {
        const Entry *entry = find(target.image);
        for (const Name &name : entry ? entry->names : QList<Name>()) {
            const MovedName move{.reference = name.inStore,
                .from = name.holder,
                .to = entry->ids.isEmpty() ? entry->image.id : entry->ids.first()};
            const bool isMoving = !name.holder.isEmpty() && !entry->ids.contains(name.holder);
            if (isMoving && isWanted(target, name) && !moved.contains(move)) {
                moved << move;
            }
        }
    }
    return moved;
}

QList<RemovalTarget> ImportPreview::everything() const
{
    QList<RemovalTarget> targets;
    for (const Entry &entry : images) {
        if (entry.isPossible) {
            targets << RemovalTarget{.image = entry.image.id};
        }
    }
    return targets;
}

} // namespace jettison
