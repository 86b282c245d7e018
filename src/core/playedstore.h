// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/deletion.h"
#include "core/keptimage.h"
#include "core/removalline.h"
#include "core/snapshot.h"

#include <QList>

#include <memory>
#include <optional>
#include <vector>

namespace jettison {

/// A picture of a store that changes as the real one does on each request, and answers with the lines that
/// the store will. What kinds of stores do differently on a removal, and nothing else of them, is told by the
/// classes derived from it. Lines of layers are left out: LayerLines has these. Requests must be ones that
/// the store takes: ask `refusal` first. Pure.
class PlayedStore
{
public:
    using Index = Snapshot::Index;

    /// With the rules of the snapshot's store. The snapshot must live on.
    static std::unique_ptr<PlayedStore> of(const Snapshot &snapshot);
    PlayedStore(const PlayedStore &) = delete;
    PlayedStore &operator=(const PlayedStore &) = delete;
    virtual ~PlayedStore() = default;

    bool exists(Index image) const { return m_images[size_t(image)].exists; }
    const QList<Reference> &references(Index image) const { return m_images[size_t(image)].references; }

    /// Why `DELETE /images/{reference}`, for one after the other, would be refused or do more than to take
    /// these names.
    virtual std::optional<KeptImage::Reason> refusal(
        Index image, const QList<Reference> &references) const = 0;
    /// `DELETE /images/{reference}`: the image goes with its last reference.
    virtual QList<RemovalLine> removeReference(Index image, const Reference &reference) = 0;
    /// `DELETE /images/{id}` for an image without references.
    virtual QList<RemovalLine> removeImage(Index image) = 0;
    /// `DELETE /images/{id}?platforms=…`, where the store has it: a platform whose layers nothing else has.
    QList<RemovalLine> removePlatform(const ImageVariant &platform);
    bool hasContainer(int position) const { return m_hasContainer[size_t(position)]; }
    /// By its position in the snapshot.
    void removeContainer(int position);

    /// The images that are left, with the references that they have now.
    QList<Image> images() const;
    /// What the requests so far have deleted, in that order.
    const std::vector<Deletion> &deletions() const { return m_deletions; }
    /// None as long as the snapshot's layers are unread.
    const std::vector<LayerGraph::Index> &freedLayers() const { return m_freedLayers; }

protected:
    struct State
    {
        QList<Reference> references;
        size_t children = 0;
        size_t containers = 0;
        bool exists = true;
    };

    explicit PlayedStore(const Snapshot &snapshot);

    const Snapshot &snapshot() const { return m_snapshot; }
    State &state(Index image) { return m_images[size_t(image)]; }
    const State &state(Index image) const { return m_images[size_t(image)]; }
    /// A container uses it, or mounts an image of which nobody can tell that it is not this one.
    bool mayBeUsed(Index image) const;
    /// No container, no reference and no child image needs it.
    bool isNeedless(Index image) const;
    RemovalLine deletedLine(Index image) const;
    /// The image is gone, with the layers that nothing else needs.
    void erase(Index image);

private:
    void holdLayers();
    /// How many layers go.
    int release(Index image);
    void releaseFrom(LayerGraph::Index top);

    const Snapshot &m_snapshot;
    std::vector<State> m_images;
    std::vector<bool> m_hasContainer;
    /// Of each layer: images that end at it, layers on it, and containers of its images.
    std::vector<int> m_layerHolders;
    std::vector<Deletion> m_deletions;
    std::vector<LayerGraph::Index> m_freedLayers;
};

/// The line for a name that goes.
RemovalLine untaggedLine(const Reference &reference);

} // namespace jettison
