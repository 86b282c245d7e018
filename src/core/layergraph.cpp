// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/layergraph.h"

#include "core/layergraphbuilder.h"

#include <algorithm>

namespace jettison {

LayerGraph LayerGraph::make(const QList<Image> &images, const ImageContents &contents)
{
    return LayerGraphBuilder(images, contents).build();
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
