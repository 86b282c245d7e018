// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/historylineup.h"
#include "core/layergraph.h"
#include "core/packedsizes.h"

#include <optional>
#include <vector>

namespace jettison {

/// Puts a graph together: the chains first, then what is known of their sizes. Used once.
class LayerGraphBuilder
{
public:
    LayerGraphBuilder(const QList<Image> &images, const ImageContents &contents, LayerGraph::Keeping keeping)
        : m_images(images),
          m_contents(contents),
          m_keeping(keeping)
    {
    }

    LayerGraph build();

private:
    using Index = LayerGraph::Index;
    using Sums = std::vector<std::optional<qint64>>;

    /// Of an image, for one platform.
    struct Chain
    {
        int image = 0;
        const ImageContent *content = nullptr;
        Index top = LayerGraph::None;
        /// Bytes of the files in all its layers, if it is known.
        std::optional<qint64> sum = {};
        /// The store may have files of its layers, and not only layers that are packed.
        bool isUnpacked = true;
    };

    void addChains();
    void addChain(int image, const ImageContent &content);
    void addTold(const ImageContent &content, const std::vector<Index> &chain);
    void addSum(Chain &chain) const;
    void sizeWhatIsPackedOnly();
    void addPacked();
    std::vector<PackedChain> packedChains(const QHash<DiffId, int> &numbers) const;
    qint64 packedBytes(const Chain &chain) const;
    void countCopies();
    Index add(Index parent, const DiffId &diffId);
    void countImages();
    void sizeByHistories();
    bool sizeByHistory(const Chain &chain);
    void note(const LinedUpLayer &line, const QList<HistoryEntry> &history, Index index);
    Sums certainSums() const;
    bool areSums(const Sums &certain) const;
    void sizeByImages();
    void shareOutRest();

    std::vector<Index> chainOf(Index top) const;
    bool isCertain(Index index) const { return !m_graph.layer(index).isEstimate; }
    Layer &layer(Index index) { return m_graph.m_layers[size_t(index)]; }

    const QList<Image> &m_images;
    const ImageContents &m_contents;
    LayerGraph::Keeping m_keeping;
    LayerGraph m_graph;
    std::vector<Chain> m_chains;
    /// Something is known of the layer's size, though it may be an estimate.
    std::vector<bool> m_isSized;
};

} // namespace jettison
