// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/backupsize.h"

namespace jettison {

qint64 backupSize(const RemovalPlan &plan)
{
    const LayerGraph &graph = plan.snapshot->layers();
    if (!graph.isRead()) {
        qint64 size = 0;
        for (const Deletion &deletion : plan.deletions) {
            size += plan.snapshot->images()[deletion.image].size;
        }
        return size;
    }
    std::vector<bool> isNeeded(graph.layers().size());
    qint64 size = 0;
    for (const Deletion &deletion : plan.deletions) {
        for (LayerGraph::Index at = graph.top(deletion.image);
            at != LayerGraph::None && !isNeeded[size_t(at)]; at = graph.parent(at)) {
            isNeeded[size_t(at)] = true;
            size += graph.layer(at).size;
        }
    }
    return size;
}

} // namespace jettison
