// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/backupsize.h"

#include <algorithm>

namespace jettison {

qint64 backupSize(const RemovalPlan &plan)
{
    std::vector<Snapshot::Index> images;
    std::ranges::transform(plan.deletions, std::back_inserter(images), &Deletion::image);
    qint64 size = savedSize(*plan.snapshot, images);
    // Packed, as they are.
    for (const RemovalStep &step : plan.steps) {
        size +=
            step.kind == RemovalStep::Kind::RemovePlatform ? step.platform.size - step.platform.unpacked : 0;
    }
    return size;
}

qint64 savedSize(const Snapshot &snapshot, const std::vector<Snapshot::Index> &images)
{
    const LayerGraph &graph = snapshot.layers();
    qint64 size = 0;
    if (!graph.isRead()) {
        for (const Snapshot::Index image : images) {
            size += snapshot.images()[image].size;
        }
        return size;
    }
    std::vector<bool> isNeeded(graph.layers().size());
    for (const Snapshot::Index image : images) {
        for (LayerGraph::Index at : graph.tops(image)) {
            for (; at != LayerGraph::None && !isNeeded[size_t(at)]; at = graph.parent(at)) {
                isNeeded[size_t(at)] = true;
                size += graph.layer(at).size;
            }
        }
    }
    return size;
}

} // namespace jettison
