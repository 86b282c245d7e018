// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// What LayerGraphBuilder does for a store that keeps layers packed and, of some platforms, unpacked as well.

#include "core/layergraphbuilder.h"
#include "core/storedparts.h"

#include <QSet>

#include <algorithm>

namespace jettison {

// Such a store tells the sum of each platform, if it tells of platforms; others that of the first.
void LayerGraphBuilder::addSum(Chain &chain) const
{
    const Image &image = m_images[chain.image];
    if (m_keeping != LayerGraph::Keeping::Both) {
        const bool isFirst = m_chains.empty() || m_chains.back().image != chain.image;
        chain.sum = isFirst ? std::optional(image.size) : std::nullopt;
        return;
    }
    const auto variant = std::ranges::find(image.variants, chain.content->manifest, &ImageVariant::digest);
    if (variant != image.variants.cend()) {
        chain.isUnpacked = variant->unpacked > 0;
        chain.sum = chain.isUnpacked ? std::optional(variant->unpacked) : std::nullopt;
    }
}

// There are no files of these.
void LayerGraphBuilder::sizeWhatIsPackedOnly()
{
    std::vector<bool> isUnpacked(m_graph.m_layers.size());
    for (const Chain &chain : m_chains) {
        for (Index at = chain.isUnpacked ? chain.top : LayerGraph::None;
            at != LayerGraph::None && !isUnpacked[size_t(at)]; at = m_graph.parent(at)) {
            isUnpacked[size_t(at)] = true;
        }
    }
    for (size_t i = 0; i < isUnpacked.size(); ++i) {
        if (!isUnpacked[i]) {
            m_graph.m_layers[i].isEstimate = false;
            m_isSized[i] = true;
        }
    }
}

void LayerGraphBuilder::addPacked()
{
    if (m_keeping != LayerGraph::Keeping::Both) {
        return;
    }
    QHash<DiffId, int> numbers;
    std::vector<qint64> weights;
    for (const Layer &layer : m_graph.m_layers) {
        const auto number = numbers.constFind(layer.diffId);
        if (number == numbers.cend()) {
            numbers.insert(layer.diffId, int(weights.size()));
            weights.push_back(layer.size);
        } else {
            weights[size_t(*number)] = std::max(weights[size_t(*number)], layer.size);
        }
    }
    const PackedSizes sizes = PackedSizes::estimate(packedChains(numbers), weights);
    for (Layer &layer : m_graph.m_layers) {
        const size_t number = size_t(numbers.value(layer.diffId));
        if (layer.packed == 0) {
            layer.packed = sizes.bytes[number];
            layer.size += layer.packed;
            layer.isPackedEstimate = !sizes.isCertain[number];
            layer.group = sizes.groups[number];
        }
    }
    m_graph.m_groupSizes = sizes.groupSizes;
}

std::vector<PackedChain> LayerGraphBuilder::packedChains(const QHash<DiffId, int> &numbers) const
{
    std::vector<PackedChain> chains;
    for (const Chain &chain : m_chains) {
        // What is told is no layer, and packed as it is.
        if (chain.top == LayerGraph::None || !chain.content->sizes.isEmpty()) {
            continue;
        }
        PackedChain packed{.contents = {}, .bytes = packedBytes(chain)};
        const QSet<DiffId> contents(chain.content->diffIds.cbegin(), chain.content->diffIds.cend());
        for (const DiffId &diffId : contents) {
            packed.contents.push_back(numbers.value(diffId));
        }
        std::ranges::sort(packed.contents);
        chains.push_back(std::move(packed));
    }
    return chains;
}

// As far as the store tells it: beside the layers a little of the platform's own is counted.
qint64 LayerGraphBuilder::packedBytes(const Chain &chain) const
{
    const Image &image = m_images[chain.image];
    const auto variant = std::ranges::find(image.variants, chain.content->manifest, &ImageVariant::digest);
    if (variant != image.variants.cend()) {
        return jettison::packedBytes(*variant);
    }
    qint64 rest = image.size;
    for (const Index at : chainOf(chain.top)) {
        rest -= m_graph.layer(at).size;
    }
    return std::max<qint64>(0, rest);
}

} // namespace jettison
