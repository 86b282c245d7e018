// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalline.h"
#include "core/snapshot.h"

#include <QList>

#include <vector>

namespace jettison {

/// An image that goes, by its own removal or pruned with its last child.
struct Deletion
{
    Snapshot::Index image = Snapshot::None;
    /// How many layers go with it: the next ones among all that are freed.
    int layers = 0;

    friend bool operator==(const Deletion &, const Deletion &) = default;
};

/// Puts the lines of layers behind those of the images with which they go, as engines report them.
class LayerLines
{
public:
    /// All three must live on. `deletions` and `layers` may grow meanwhile.
    LayerLines(const LayerGraph &graph, const std::vector<Deletion> &deletions,
        const std::vector<LayerGraph::Index> &layers)
        : m_graph(graph),
          m_deletions(deletions),
          m_layers(layers)
    {
    }

    /// The lines of the next step.
    QList<RemovalLine> next(const QList<RemovalLine> &lines);

private:
    const LayerGraph &m_graph;
    const std::vector<Deletion> &m_deletions;
    const std::vector<LayerGraph::Index> &m_layers;
    size_t m_deletion = 0;
    size_t m_layer = 0;
};

} // namespace jettison
