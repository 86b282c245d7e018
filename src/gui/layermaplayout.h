// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/layergraph.h"

#include <QRect>
#include <QSize>

#include <span>
#include <vector>

namespace jettison {

/// Where the layers of a graph stand on the map. Base layers make up the top row, and each layer stands below
/// its parent. A layer is as wide as its weight and all those on it together, so these fit below it.
///
/// A layer weighs its bytes, but at least a twentieth of the average, so that one without a byte can be seen.
/// Of siblings the heaviest stand on the left. Those too slim to draw are therefore neighbours and make up
/// one strip. What is out of sight, or within a strip, is never visited.
class LayerMapLayout
{
public:
    using Index = LayerGraph::Index;
    static constexpr Index None = LayerGraph::None;
    /// In pixels. Slimmer layers are part of a strip.
    static constexpr int SlimmestBox = 2;

    /// What is in sight: `span` from `start`, in weights, on `size` pixels.
    struct View
    {
        double start = 0;
        double span = 1;
        QSize size = {};
        int rowHeight = 1;
        /// Pixels that are scrolled off at the top.
        int top = 0;

        double pixelsPerWeight() const { return size.width() / span; }
        double at(double x) const { return start + x / pixelsPerWeight(); }
    };

    /// A layer, or a strip: siblings with all that stands on them, as high as the highest of these.
    struct Box
    {
        QRect rect = {};
        /// Of a strip: the layer it stands on; None in the top row.
        Index layer = None;
        /// Of a strip: the siblings, see sum().
        int first = 0;
        int end = 0;

        bool isStrip() const { return end > first; }
        bool isLayer() const { return layer != None && !isStrip(); }
    };

    LayerMapLayout() = default;
    explicit LayerMapLayout(const LayerGraph &graph);

    bool isEmpty() const { return m_nodes.empty(); }
    int rows() const { return m_rows; }
    /// Of all layers.
    double weight() const { return m_weight; }
    /// Of the layer and all those on it.
    double weight(Index layer) const { return node(layer).weight; }
    double start(Index layer) const { return node(layer).start; }
    int depth(Index layer) const { return node(layer).depth; }

    /// The nearest view that shows only what is there, and not a part of a single layer alone.
    View limited(View view) const;
    /// Clipped a little beyond both sides of the view.
    QRect rect(Index layer, const View &view) const;
    bool isDrawn(Index layer, const View &view) const;
    /// All that is in sight, parents before children.
    std::vector<Box> boxes(const View &view) const;
    /// Without a rectangle if there is nothing.
    Box boxAt(QPoint point, const View &view) const;

    /// Of a map that is not empty.
    Index heaviestBase() const { return m_nodes.front().layer; }
    Index parent(Index layer) const;
    /// The heaviest of those on it; None if there is none.
    Index child(Index layer) const;
    /// The next to the right (1) or left (-1) as deep as the layer, or nearly so; None beyond the last one.
    Index beside(Index layer, int step) const;
    /// The deepest layer below which all of the view lies; None if it shows several base layers.
    Index around(const View &view) const;

    /// For sum(): how many marked layers stand in which strip. `isMarked` is by layer.
    std::vector<int> counts(const std::vector<bool> &isMarked) const;
    static int sum(const std::vector<int> &counts, const Box &strip)
    {
        return counts[size_t(strip.end)] - counts[size_t(strip.first)];
    }
    int layersIn(const Box &strip) const { return sum(m_layerCounts, strip); }
    qint64 bytesIn(const Box &strip) const
    {
        return m_bytes[size_t(strip.end)] - m_bytes[size_t(strip.first)];
    }

private:
    /// Position in m_nodes, where siblings stand together and behind their parent, the heaviest first.
    using Place = int;
    struct Node
    {
        Index layer = None;
        Place parent = -1;
        Place firstChild = 0;
        Place endOfChildren = 0;
        int depth = 0;
        /// Rows that the siblings from here on and all that stands on them need.
        int rows = 1;
        double start = 0;
        double weight = 0;
    };
    struct Group
    {
        Place first = 0;
        Place end = 0;
    };

    const Node &node(Index layer) const { return m_nodes[size_t(m_places[size_t(layer)])]; }
    Group roots() const { return {0, m_rootCount}; }
    static Group children(const Node &node) { return {node.firstChild, node.endOfChildren}; }
    std::span<const Node> nodes(Group group) const;
    void addSiblings(std::vector<Index> layers, Place parent, const std::vector<double> &weights);
    void addSums(const LayerGraph &graph);
    /// Where the siblings begin that are too slim.
    Place firstSlim(Group group, const View &view) const;
    Box box(const Node &node, const View &view) const;
    Box strip(Group slim, const View &view) const;
    void addBoxes(std::vector<Box> &boxes, Group group, const View &view) const;

    std::vector<Node> m_nodes;
    /// Of each layer.
    std::vector<Place> m_places;
    Place m_rootCount = 0;
    double m_weight = 0;
    double m_leastWeight = 1;
    int m_rows = 0;
    /// Of all nodes before a place, each with all that stands on it.
    std::vector<int> m_layerCounts;
    std::vector<qint64> m_bytes;
};

} // namespace jettison
