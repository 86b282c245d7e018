// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/layermaplayout.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace jettison {

namespace {

constexpr double LeastShare = 1.0 / 20;
constexpr int Overhang = 2; // pixels
// All of the map at the closest zoom: scroll bars count in int.
constexpr double WidestMap = 1e9;

int pixel(double weight, const LayerMapLayout::View &view)
{
    const double x = std::round((weight - view.start) * view.pixelsPerWeight());
    return int(std::clamp(x, double(-Overhang), double(view.size.width() + Overhang)));
}

QRect rectOf(double start, double weight, int depth, int rows, const LayerMapLayout::View &view)
{
    const int left = pixel(start, view);
    return {
        left, depth * view.rowHeight - view.top, pixel(start + weight, view) - left, rows * view.rowHeight};
}

// Of all nodes before a place, each with those on it.
template <typename Number> std::vector<Number> runningSums(std::vector<Number> own, auto parentOf)
{
    for (size_t place = own.size(); place-- > 0;) {
        if (const int parent = parentOf(place); parent >= 0) {
            own[size_t(parent)] += own[place];
        }
    }
    std::vector<Number> sums(own.size() + 1);
    for (size_t place = 0; place < own.size(); ++place) {
        sums[place + 1] = sums[place] + own[place];
    }
    return sums;
}

} // namespace

LayerMapLayout::LayerMapLayout(const LayerGraph &graph)
    : m_places(graph.layers().size())
{
    const std::vector<Layer> &layers = graph.layers();
    if (layers.empty()) {
        return;
    }
    // Whole numbers, so that sums of them are exact.
    m_leastWeight = std::max(1.0, std::floor(double(graph.totalSize()) / double(layers.size()) * LeastShare));
    std::vector<double> weights(layers.size());
    for (size_t i = layers.size(); i-- > 0;) {
        weights[i] += std::max(double(layers[i].size), m_leastWeight);
        if (layers[i].parent != None) {
            weights[size_t(layers[i].parent)] += weights[i];
        }
    }
    m_nodes.reserve(layers.size());
    addSiblings(graph.roots(), -1, weights);
    m_rootCount = Place(m_nodes.size());
    for (Place place = 0; place < Place(m_nodes.size()); ++place) {
        addSiblings(graph.layer(m_nodes[size_t(place)].layer).children, place, weights);
    }
    m_weight = m_nodes[size_t(m_rootCount - 1)].start + m_nodes[size_t(m_rootCount - 1)].weight;
    addSums(graph);
}

void LayerMapLayout::addSiblings(std::vector<Index> layers, Place parent, const std::vector<double> &weights)
{
    std::ranges::stable_sort(layers, std::greater(), [&](Index layer) { return weights[size_t(layer)]; });
    const bool isBase = parent < 0;
    double start = isBase ? 0 : m_nodes[size_t(parent)].start;
    const int depth = isBase ? 0 : m_nodes[size_t(parent)].depth + 1;
    const auto first = Place(m_nodes.size());
    for (const Index layer : layers) {
        m_places[size_t(layer)] = Place(m_nodes.size());
        m_nodes.push_back({.layer = layer,
            .parent = parent,
            .depth = depth,
            .start = start,
            .weight = weights[size_t(layer)]});
        start += weights[size_t(layer)];
    }
    if (!isBase) {
        m_nodes[size_t(parent)].firstChild = first;
        m_nodes[size_t(parent)].endOfChildren = Place(m_nodes.size());
    }
    m_rows = std::max(m_rows, depth + 1);
}

void LayerMapLayout::addSums(const LayerGraph &graph)
{
    for (size_t place = m_nodes.size(); place-- > 0;) {
        Node &node = m_nodes[place];
        if (node.endOfChildren > node.firstChild) {
            node.rows = 1 + m_nodes[size_t(node.firstChild)].rows;
        }
        // The next one has been seen, so this becomes the most of all from here on.
        const bool hasNext = place + 1 < m_nodes.size() && m_nodes[place + 1].parent == node.parent;
        node.rows = hasNext ? std::max(node.rows, m_nodes[place + 1].rows) : node.rows;
    }
    m_layerCounts = counts(std::vector<bool>(m_nodes.size(), true));
    std::vector<qint64> bytes;
    bytes.reserve(m_nodes.size());
    for (const Node &node : m_nodes) {
        bytes.push_back(graph.layer(node.layer).size);
    }
    m_bytes = runningSums(std::move(bytes), [this](size_t place) { return m_nodes[place].parent; });
}

std::vector<int> LayerMapLayout::counts(const std::vector<bool> &isMarked) const
{
    std::vector<int> own;
    own.reserve(m_nodes.size());
    for (const Node &node : m_nodes) {
        own.push_back(isMarked[size_t(node.layer)] ? 1 : 0);
    }
    return runningSums(std::move(own), [this](size_t place) { return m_nodes[place].parent; });
}

LayerMapLayout::View LayerMapLayout::limited(View view) const
{
    const double widest = std::max(m_weight, 1.0);
    const double closest = std::max(m_leastWeight, widest * view.size.width() / WidestMap);
    view.span = std::clamp(view.span, std::min(closest, widest), widest);
    view.start = std::clamp(view.start, 0.0, widest - view.span);
    return view;
}

std::span<const LayerMapLayout::Node> LayerMapLayout::nodes(Group group) const
{
    return std::span(m_nodes).subspan(size_t(group.first), size_t(group.end - group.first));
}

LayerMapLayout::Box LayerMapLayout::box(const Node &node, const View &view) const
{
    return {.rect = rectOf(node.start, node.weight, node.depth, 1, view), .layer = node.layer};
}

LayerMapLayout::Box LayerMapLayout::strip(Group slim, const View &view) const
{
    const Node &first = m_nodes[size_t(slim.first)];
    const Node &last = m_nodes[size_t(slim.end - 1)];
    const double weight = last.start + last.weight - first.start;
    return {.rect = rectOf(first.start, weight, first.depth, first.rows, view),
        .layer = first.parent < 0 ? None : m_nodes[size_t(first.parent)].layer,
        .first = slim.first,
        .end = slim.end};
}

QRect LayerMapLayout::rect(Index layer, const View &view) const
{
    return box(node(layer), view).rect;
}

bool LayerMapLayout::isDrawn(Index layer, const View &view) const
{
    return node(layer).weight * view.pixelsPerWeight() >= SlimmestBox
        && rect(layer, view).intersects(QRect(QPoint(), view.size));
}

LayerMapLayout::Place LayerMapLayout::firstSlim(Group group, const View &view) const
{
    const auto siblings = nodes(group);
    const auto slim = std::ranges::partition_point(
        siblings, [&](const Node &node) { return node.weight * view.pixelsPerWeight() >= SlimmestBox; });
    return group.first + Place(slim - siblings.begin());
}

std::vector<LayerMapLayout::Box> LayerMapLayout::boxes(const View &view) const
{
    std::vector<Box> boxes;
    addBoxes(boxes, roots(), view);
    return boxes;
}

void LayerMapLayout::addBoxes(std::vector<Box> &boxes, Group group, const View &view) const
{
    if (group.first == group.end
        || m_nodes[size_t(group.first)].depth * view.rowHeight >= view.top + view.size.height()) {
        return;
    }
    const QRect area(QPoint(), view.size);
    const Place slim = firstSlim(group, view);
    const auto wide = nodes({group.first, slim});
    auto node = std::ranges::partition_point(
        wide, [&](const Node &left) { return pixel(left.start + left.weight, view) <= 0; });
    for (; node != wide.end() && pixel(node->start, view) < view.size.width(); ++node) {
        if (const Box made = box(*node, view); made.rect.intersects(area)) {
            boxes.push_back(made);
        }
        addBoxes(boxes, children(*node), view);
    }
    if (slim < group.end) {
        if (const Box made = strip({slim, group.end}, view); made.rect.intersects(area)) {
            boxes.push_back(made);
        }
    }
}

LayerMapLayout::Box LayerMapLayout::boxAt(QPoint point, const View &view) const
{
    const int row = (point.y() + view.top) / view.rowHeight;
    if (!QRect(QPoint(), view.size).contains(point)) {
        return {};
    }
    Group group = roots();
    while (group.first < group.end) {
        const auto siblings = nodes(group);
        const auto right = std::ranges::partition_point(
            siblings, [&](const Node &node) { return pixel(node.start, view) <= point.x(); });
        if (right == siblings.begin()) {
            return {};
        }
        const Place place = group.first + Place(right - siblings.begin()) - 1;
        const Node &node = m_nodes[size_t(place)];
        const Place slim = firstSlim(group, view);
        if (place >= slim || node.depth == row) {
            const Box found = place >= slim ? strip({slim, group.end}, view) : box(node, view);
            return found.rect.contains(point) ? found : Box();
        }
        group = children(node);
    }
    return {};
}

LayerMapLayout::Index LayerMapLayout::parent(Index layer) const
{
    const Place parent = node(layer).parent;
    return parent < 0 ? None : m_nodes[size_t(parent)].layer;
}

LayerMapLayout::Index LayerMapLayout::child(Index layer) const
{
    const Group group = children(node(layer));
    return group.first == group.end ? None : m_nodes[size_t(group.first)].layer;
}

LayerMapLayout::Index LayerMapLayout::beside(Index layer, int step) const
{
    Place place = m_places[size_t(layer)];
    const auto siblingsOf = [this](const Node &node) {
        return node.parent < 0 ? roots() : children(m_nodes[size_t(node.parent)]);
    };
    const int depth = node(layer).depth;
    while (place >= 0) {
        const Node &at = m_nodes[size_t(place)];
        const Group group = siblingsOf(at);
        if (place + step >= group.first && place + step < group.end) {
            place += step;
            break;
        }
        place = at.parent;
    }
    if (place < 0) {
        return None;
    }
    for (Group group = children(m_nodes[size_t(place)]);
        m_nodes[size_t(place)].depth < depth && group.first < group.end;
        group = children(m_nodes[size_t(place)])) {
        place = step > 0 ? group.first : group.end - 1;
    }
    return m_nodes[size_t(place)].layer;
}

LayerMapLayout::Index LayerMapLayout::around(const View &view) const
{
    Index found = None;
    Group group = roots();
    while (group.first < group.end) {
        const auto siblings = nodes(group);
        const auto right = std::ranges::partition_point(
            siblings, [&](const Node &node) { return node.start <= view.start; });
        if (right == siblings.begin()) {
            break;
        }
        const Node &node = *std::prev(right);
        // Rounding must not lose the layer that fills the width.
        constexpr double Tolerance = 1e-9;
        if (node.start + node.weight < view.start + view.span - m_weight * Tolerance) {
            break;
        }
        found = node.layer;
        group = children(node);
    }
    return found;
}

} // namespace jettison
