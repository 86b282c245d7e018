// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/layergraph.h"

#include "core/layergraphbuilder.h"

#include <algorithm>

namespace jettison {

LayerGraph LayerGraph::make(const QList<Image> &images, const ImageContents &contents, Keeping keeping)
{
    return LayerGraphBuilder(images, contents, keeping).build();
}

std::span<const LayerGraph::Index> LayerGraph::tops(int image) const
{
    if (image < 0 || size_t(image) + 1 >= m_topsAt.size()) {
        return {};
    }
    const size_t first = m_topsAt[size_t(image)];
    return std::span(m_tops).subspan(first, m_topsAt[size_t(image) + 1] - first);
}

ByteCount LayerGraph::sizeOf(const std::vector<Index> &layers) const
{
    return sum(layers, [](int found, int /*copies*/) { return found == 1; });
}

ByteCount LayerGraph::freedBy(const std::vector<Index> &layers) const
{
    return sum(layers, [](int found, int copies) { return found == copies; });
}

ByteCount LayerGraph::sum(const std::vector<Index> &layers, bool (*areEnough)(int found, int copies)) const
{
    ByteCount count;
    QHash<DiffId, int> found;
    QHash<int, int> grouped;
    for (const Index index : layers) {
        const Layer &at = layer(index);
        const bool isCounted = areEnough(at.copies == 1 ? 1 : ++found[at.diffId], at.copies);
        count.add(at.size - at.packed, at.isEstimate && (isCounted || at.size > at.packed));
        if (isCounted) {
            count.add(at.packed, at.isPackedEstimate && at.group < 0);
        }
        if (isCounted && at.group >= 0) {
            ++grouped[at.group];
        }
    }
    for (auto group = grouped.cbegin(); group != grouped.cend(); ++group) {
        count.add(0, *group < m_groupSizes[size_t(group.key())]);
    }
    return count;
}

std::optional<LayerGraph::Index> LayerGraph::topOf(const QString &manifest) const
{
    const auto top = m_byManifest.constFind(manifest);
    return top == m_byManifest.cend() ? std::nullopt : std::optional(*top);
}

LayerGraph::Index LayerGraph::find(const ChainId &chainId) const
{
    return m_byChainId.value(chainId, None);
}

LayerGraph::Index LayerGraph::deepest(const QList<DiffId> &chain) const
{
    Index at = None;
    for (const DiffId &diffId : chain) {
        const Index next = m_byParent.value({at, diffId}, None);
        if (next == None) {
            break;
        }
        at = next;
    }
    return at;
}

std::vector<int> LayerGraph::imagesOf(Index layer) const
{
    std::vector<int> images;
    std::vector<Index> open{layer};
    while (!open.empty()) {
        const Layer &at = m_layers[size_t(open.back())];
        open.pop_back();
        images.insert(images.end(), at.images.cbegin(), at.images.cend());
        open.insert(open.end(), at.children.cbegin(), at.children.cend());
    }
    std::ranges::sort(images);
    images.erase(std::unique(images.begin(), images.end()), images.end());
    return images;
}

std::vector<qint64> LayerGraph::subtreeSizes() const
{
    std::vector<qint64> sizes(m_layers.size());
    for (size_t i = sizes.size(); i-- > 0;) {
        sizes[i] += m_layers[i].size;
        if (m_parents[i] != None) {
            sizes[size_t(m_parents[i])] += sizes[i];
        }
    }
    return sizes;
}

} // namespace jettison
