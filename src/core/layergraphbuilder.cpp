// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/layergraphbuilder.h"

#include <QSet>

#include <algorithm>
#include <numeric>
#include <ranges>

namespace jettison {

LayerGraph LayerGraphBuilder::build()
{
    addChains();
    countImages();
    sizeWhatIsPackedOnly();
    sizeByHistories();
    sizeByImages();
    shareOutRest();
    countCopies();
    addPacked();
    m_graph.m_isRead = true;
    std::vector<Index> all(m_graph.m_layers.size());
    std::iota(all.begin(), all.end(), 0);
    m_graph.m_totalSize = m_graph.sizeOf(all).bytes;
    return std::move(m_graph);
}

void LayerGraphBuilder::addChains()
{
    m_graph.m_tops.reserve(size_t(m_images.size()));
    for (int i = 0; i < m_images.size(); ++i) {
        const auto content = m_contents.constFind(m_images[i].id);
        if (content == m_contents.cend()) {
            ++m_graph.m_unreadImages;
        } else {
            addChain(i, *content);
            std::ranges::for_each(content->others, [&](const ImageContent &other) { addChain(i, other); });
        }
        m_graph.m_topsAt.push_back(m_graph.m_tops.size());
    }
    m_isSized.assign(m_graph.m_layers.size(), false);
    m_graph.m_byChainId.reserve(qsizetype(m_graph.m_layers.size()));
    for (size_t i = 0; i < m_graph.m_layers.size(); ++i) {
        m_graph.m_byChainId.insert(m_graph.m_layers[i].chainId, Index(i));
    }
}

void LayerGraphBuilder::addChain(int image, const ImageContent &content)
{
    Index top = LayerGraph::None;
    std::vector<Index> chain;
    for (const DiffId &diffId : content.diffIds) {
        top = add(top, diffId);
        chain.push_back(top);
    }
    if (qsizetype(chain.size()) == content.sizes.size()) {
        addTold(content, chain);
    }
    Chain added{.image = image, .content = &content, .top = top};
    addSum(added);
    m_chains.push_back(added);
    if (!content.manifest.isEmpty()) {
        m_graph.m_byManifest.insert(content.manifest, top);
    }
    // Platforms may have all their layers in common.
    if (top != LayerGraph::None && (layer(top).images.empty() || layer(top).images.back() != image)) {
        m_graph.m_tops.push_back(top);
        layer(top).images.push_back(image);
    }
}

void LayerGraphBuilder::addTold(const ImageContent &content, const std::vector<Index> &chain)
{
    const bool fits = content.history && content.history->size() == content.sizes.size();
    for (size_t i = 0; i < chain.size(); ++i) {
        Layer &at = layer(chain[i]);
        at.size = content.sizes[qsizetype(i)];
        at.packed = at.size;
        at.isEstimate = false;
        at.createdBy = fits ? (*content.history)[qsizetype(i)].createdBy : at.createdBy;
    }
}

void LayerGraphBuilder::countCopies()
{
    if (m_keeping == LayerGraph::Keeping::EachLayer) {
        return;
    }
    QHash<DiffId, int> copies;
    for (const Layer &layer : m_graph.m_layers) {
        ++copies[layer.diffId];
    }
    for (Layer &layer : m_graph.m_layers) {
        layer.copies = copies.value(layer.diffId);
        layer.packed = m_keeping == LayerGraph::Keeping::EachContent ? layer.size : layer.packed;
    }
}

LayerGraphBuilder::Index LayerGraphBuilder::add(Index parent, const DiffId &diffId)
{
    const qsizetype known = m_graph.m_byParent.size();
    Index &index = m_graph.m_byParent[{parent, diffId}];
    if (m_graph.m_byParent.size() == known) {
        return index;
    }
    index = Index(m_graph.m_layers.size());
    const bool isBase = parent == LayerGraph::None;
    (isBase ? m_graph.m_roots : layer(parent).children).push_back(index);
    m_graph.m_layers.push_back({.chainId = chainIdOf(isBase ? ChainId() : layer(parent).chainId, diffId),
        .diffId = diffId,
        .parent = parent,
        .depth = isBase ? 0 : layer(parent).depth + 1});
    m_graph.m_parents.push_back(parent);
    return index;
}

// Children stand behind their parents.
void LayerGraphBuilder::countImages()
{
    for (Layer &layer : m_graph.m_layers | std::views::reverse) {
        layer.imageCount += int(layer.images.size());
        if (layer.parent != LayerGraph::None) {
            m_graph.m_layers[size_t(layer.parent)].imageCount += layer.imageCount;
        }
    }
    // Below where the chains of an image's platforms meet, it was counted once for each.
    for (int i = 0; i < m_images.size(); ++i) {
        const std::span<const Index> tops = m_graph.tops(i);
        QSet<Index> seen;
        for (size_t at = 0; tops.size() > 1 && at < tops.size(); ++at) {
            for (const Index index : chainOf(tops[at])) {
                layer(index).imageCount -= seen.contains(index) ? 1 : 0;
                seen.insert(index);
            }
        }
    }
}

std::vector<LayerGraphBuilder::Index> LayerGraphBuilder::chainOf(Index top) const
{
    std::vector<Index> chain;
    for (Index at = top; at != LayerGraph::None; at = m_graph.parent(at)) {
        chain.push_back(at);
    }
    std::ranges::reverse(chain);
    return chain;
}

// Twice, since what one history leaves open another one may tell.
void LayerGraphBuilder::sizeByHistories()
{
    std::vector<size_t> open(m_chains.size());
    std::iota(open.begin(), open.end(), 0);
    for (int pass = 0; pass < 2; ++pass) {
        std::erase_if(open, [this](size_t chain) { return sizeByHistory(m_chains[chain]); });
    }
}

// False if another history may tell more.
bool LayerGraphBuilder::sizeByHistory(const Chain &of)
{
    const std::vector<Index> chain = chainOf(of.top);
    const auto isSettled = [&] {
        return std::ranges::all_of(chain, [this](Index at) { return isCertain(at); });
    };
    if (isSettled()) {
        return true;
    }
    if (!of.content->history) {
        return true;
    }
    std::vector<std::optional<qint64>> known;
    known.reserve(chain.size());
    for (const Index at : chain) {
        known.push_back(isCertain(at) ? std::optional(layer(at).size) : std::nullopt);
    }
    const auto lines = lineUp(of.content->diffIds, *of.content->history, known);
    for (size_t i = 0; lines && i < chain.size(); ++i) {
        note((*lines)[i], *of.content->history, chain[i]);
    }
    return isSettled();
}

void LayerGraphBuilder::note(const LinedUpLayer &line, const QList<HistoryEntry> &history, Index index)
{
    Layer &at = layer(index);
    if (at.isEstimate) {
        at.size = line.size;
        at.isEstimate = !line.isCertain;
        m_isSized[size_t(index)] = true;
    }
    if (at.createdBy.isEmpty()) {
        at.createdBy = history[line.entry].createdBy;
    }
}

// Where every image that is sized to its last layer is as large as its layers together, the others are too.
bool LayerGraphBuilder::areSums(const Sums &certain) const
{
    return std::ranges::all_of(m_chains, [&](const Chain &chain) {
        return chain.top == LayerGraph::None || !chain.sum
            || certain[size_t(chain.top)].value_or(*chain.sum) == *chain.sum;
    });
}

// Bytes of each layer and all below it, where all of these are certain.
LayerGraphBuilder::Sums LayerGraphBuilder::certainSums() const
{
    Sums sums(m_graph.m_layers.size());
    for (size_t i = 0; i < sums.size(); ++i) {
        const Layer &layer = m_graph.m_layers[i];
        const std::optional<qint64> below = layer.parent == LayerGraph::None ? 0 : sums[size_t(layer.parent)];
        if (below && !layer.isEstimate) {
            sums[i] = *below + layer.size;
        }
    }
    return sums;
}

// What histories leave open, the sizes of images that end below and above it may tell.
void LayerGraphBuilder::sizeByImages()
{
    Sums sums = certainSums();
    if (areSums(sums)) {
        for (const Chain &chain : m_chains) {
            if (chain.top != LayerGraph::None && chain.sum) {
                sums[size_t(chain.top)] = chain.sum;
            }
        }
    }
    for (size_t i = sums.size(); i-- > 0;) {
        const Layer &above = m_graph.m_layers[i];
        if (sums[i] && !above.isEstimate && above.parent != LayerGraph::None) {
            sums[size_t(above.parent)] = *sums[i] - above.size;
        }
    }
    for (size_t i = 0; i < sums.size(); ++i) {
        Layer &layer = m_graph.m_layers[i];
        const std::optional<qint64> below = layer.parent == LayerGraph::None ? 0 : sums[size_t(layer.parent)];
        if (layer.isEstimate && below && sums[i] && *sums[i] >= *below) {
            layer.size = *sums[i] - *below;
            layer.isEstimate = false;
        }
    }
}

// The whole is known, its parts are not: equal parts keep the sum right. Short chains first, so that longer
// ones only share out what those left.
void LayerGraphBuilder::shareOutRest()
{
    std::vector<Chain> byDepth;
    std::ranges::copy_if(
        m_chains, std::back_inserter(byDepth), [](const Chain &chain) { return chain.sum.has_value(); });
    std::ranges::stable_sort(byDepth, {}, [](const Chain &chain) { return chain.content->diffIds.size(); });
    for (const Chain &chain : byDepth) {
        qint64 rest = *chain.sum;
        std::vector<Index> unsized;
        for (Index at = chain.top; at != LayerGraph::None; at = m_graph.parent(at)) {
            rest -= layer(at).size;
            if (layer(at).isEstimate && !m_isSized[size_t(at)]) {
                unsized.push_back(at);
            }
        }
        for (const Index at : unsized) {
            layer(at).size = std::max<qint64>(0, rest) / qint64(unsized.size());
            m_isSized[size_t(at)] = true;
        }
    }
}

} // namespace jettison
