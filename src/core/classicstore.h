// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/deletion.h"
#include "core/removalline.h"
#include "core/snapshot.h"

#include <QList>

#include <vector>

namespace jettison {

/// A picture of Docker's classic (graph driver) store that changes as the real one does on each request, and
/// answers with the lines that the engine will, but for those of layers: the engine reports these right
/// behind their image. Rules: `ImageDelete` in moby's daemon/images/image_delete.go. Requests must be ones
/// that the store takes: ask `refuses` first.
class ClassicStore
{
public:
    using Index = Snapshot::Index;

    explicit ClassicStore(const Snapshot &snapshot);

    bool exists(Index image) const { return m_images[size_t(image)].exists; }
    const QList<Reference> &references(Index image) const { return m_images[size_t(image)].references; }

    /// One after the other, `DELETE /images/{reference}` would answer 409 to one of them, because a container
    /// uses an image with a single name.
    bool refuses(Index image, const QList<Reference> &references) const;
    /// `DELETE /images/{reference}`: the image goes with its last reference.
    QList<RemovalLine> removeReference(Index image, const Reference &reference);
    /// `DELETE /images/{id}` for an image without references.
    QList<RemovalLine> removeImage(Index image);
    void removeContainer(Index image);

    /// The images that are left, with the references that they have now.
    QList<Image> images() const;
    /// What the requests so far have deleted, in that order.
    const std::vector<Deletion> &deletions() const { return m_deletions; }
    /// None as long as the snapshot's layers are unread.
    const std::vector<LayerGraph::Index> &freedLayers() const { return m_freedLayers; }

private:
    struct State
    {
        QList<Reference> references;
        size_t children = 0;
        size_t containers = 0;
        bool exists = true;
    };

    void removeWithParents(Index image, QList<RemovalLine> &lines);
    void holdLayers();
    /// How many layers go.
    int release(Index image);

    const Snapshot &m_snapshot;
    std::vector<State> m_images;
    /// Of each layer: images that end at it, layers on it, and containers of its images.
    std::vector<int> m_layerHolders;
    std::vector<Deletion> m_deletions;
    std::vector<LayerGraph::Index> m_freedLayers;
};

} // namespace jettison
