// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/bytecount.h"
#include "core/image.h"
#include "core/imagecontent.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace jettison {

/// One file-system change on top of its parents. The same change on two parents is two layers.
struct Layer
{
    ChainId chainId;
    DiffId diffId;
    /// Positions in LayerGraph::layers(); a parent stands before its children. -1: a base layer.
    int parent = -1;
    std::vector<int> children = {};
    /// 0 for a base layer.
    int depth = 0;
    /// Bytes of the files it adds, and those that it takes packed.
    qint64 size = 0;
    /// Of its size, what is kept once for all layers with its content.
    qint64 packed = 0;
    /// The store does not tell for certain what else its size is.
    bool isEstimate = true;
    bool isPackedEstimate = false;
    /// Layers whose packed bytes are estimates, but together are not, have a number in common; -1: none.
    int group = -1;
    /// The step of a history that made it; empty if none tells. See dockerfile::instruction().
    QString createdBy = {};
    /// Positions in Snapshot::images() of those whose topmost layer it is.
    std::vector<int> images = {};
    /// How many images need it, those that end here included.
    int imageCount = 0;
    /// How many layers of the graph have its content, where the store keeps something once for all of them;
    /// 1 elsewhere.
    int copies = 1;

    /// Its size is shown with an "about".
    bool isAbout() const { return isEstimate || isPackedEstimate; }
};

/// All layers of a store as a forest by chain ID. Immutable.
class LayerGraph
{
public:
    using Index = int;
    static constexpr Index None = -1;

    LayerGraph() = default;
    /// What a store keeps of layers with the same content on different parents.
    enum class Keeping {
        EachLayer,
        EachContent,
        Both, ///< the files of each layer, and each content packed
    };
    /// Pure. Images without a content count as unread. Fast enough for 10,000 images of 12 layers.
    static LayerGraph make(
        const QList<Image> &images, const ImageContents &contents, Keeping keeping = Keeping::EachLayer);

    const std::vector<Layer> &layers() const { return m_layers; }
    const Layer &layer(Index index) const { return m_layers[size_t(index)]; }
    /// As Layer::parent, for walks down many chains: all parents lie close together.
    Index parent(Index layer) const { return m_parents[size_t(layer)]; }
    const std::vector<Index> &roots() const { return m_roots; }
    /// None if there is no such layer.
    Index find(const ChainId &chainId) const;
    /// The topmost layers of the image at that position in Snapshot::images(), one for each platform. Empty
    /// if it has no layer or was not read.
    std::span<const Index> tops(int image) const;
    /// Of its first platform; None if it has no layer or was not read.
    Index top(int image) const
    {
        const std::span<const Index> all = tops(image);
        return all.empty() ? None : all.front();
    }
    /// The topmost layer of the platform with that digest; None if it has no layers. Nothing if no such
    /// platform was read.
    std::optional<Index> topOf(const QString &manifest) const;
    /// The topmost layer of a chain that is there, though the chain may go on; None if not even its base is.
    Index deepest(const QList<DiffId> &chain) const;
    /// Positions in Snapshot::images() of all that need the layer, in that order.
    std::vector<int> imagesOf(Index layer) const;

    /// Bytes that the store needs for these layers.
    ByteCount sizeOf(const std::vector<Index> &layers) const;
    /// Bytes that go with exactly these layers: a content goes with the last layer that has it.
    ByteCount freedBy(const std::vector<Index> &layers) const;
    /// Of each layer the bytes of itself and of all that grows on it.
    std::vector<qint64> subtreeSizes() const;

    /// The layers were read; an empty store has been read as well.
    bool isRead() const { return m_isRead; }
    /// Images whose layers could not be read. As long as there are any, what a removal frees is an estimate.
    int unreadImages() const { return m_unreadImages; }
    /// Bytes of all layers, each counted once.
    qint64 totalSize() const { return m_totalSize; }

private:
    friend class LayerGraphBuilder;

    /// Of the layers' contents, those of which `areEnough(found, copies)` holds for the copies found.
    ByteCount sum(const std::vector<Index> &layers, bool (*areEnough)(int found, int copies)) const;

    std::vector<Layer> m_layers;
    std::vector<Index> m_parents;
    std::vector<Index> m_roots;
    std::vector<Index> m_tops;
    /// Where in m_tops those of each image begin; one more at the end.
    std::vector<size_t> m_topsAt{0};
    QHash<std::pair<Index, DiffId>, Index> m_byParent;
    QHash<ChainId, Index> m_byChainId;
    QHash<QString, Index> m_byManifest;
    /// Of each Layer::group, how many contents it has.
    std::vector<int> m_groupSizes;
    int m_unreadImages = 0;
    qint64 m_totalSize = 0;
    bool m_isRead = false;
};

} // namespace jettison
