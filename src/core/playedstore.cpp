// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/playedstore.h"

#include "core/classicstore.h"
#include "core/containerdstore.h"
#include "core/podmanstore.h"

namespace jettison {

std::unique_ptr<PlayedStore> PlayedStore::of(const Snapshot &snapshot)
{
    switch (snapshot.store().traits.rules) {
    case StoreTraits::Rules::Classic:
        return std::make_unique<ClassicStore>(snapshot);
    case StoreTraits::Rules::Containerd:
        return std::make_unique<ContainerdStore>(snapshot);
    case StoreTraits::Rules::Podman:
        return std::make_unique<PodmanStore>(snapshot);
    }
    Q_UNREACHABLE();
}

PlayedStore::PlayedStore(const Snapshot &snapshot)
    : m_snapshot(snapshot),
      m_images(size_t(snapshot.images().size())),
      m_hasContainer(size_t(snapshot.containers().size()), true)
{
    for (Index i = 0; i < snapshot.images().size(); ++i) {
        m_images[size_t(i)] = {
            .references = snapshot.images()[i].references,
            .children = snapshot.children(i).size(),
            .containers = snapshot.containersOf(i).size(),
        };
    }
    holdLayers();
}

void PlayedStore::holdLayers()
{
    const LayerGraph &graph = m_snapshot.layers();
    m_layerHolders.reserve(graph.layers().size());
    for (const Layer &layer : graph.layers()) {
        m_layerHolders.push_back(int(layer.images.size() + layer.children.size()));
    }
    for (Index i = 0; i < m_snapshot.images().size(); ++i) {
        for (const LayerGraph::Index top : graph.tops(i)) {
            m_layerHolders[size_t(top)] += int(m_images[size_t(i)].containers);
        }
    }
    for (const LayerGraph::Index held : m_snapshot.heldLayers()) {
        ++m_layerHolders[size_t(held)];
    }
}

QList<Image> PlayedStore::images() const
{
    QList<Image> images;
    for (Index i = 0; i < m_snapshot.images().size(); ++i) {
        if (exists(i)) {
            images << m_snapshot.images()[i];
            images.last().references = references(i);
        }
    }
    return images;
}

void PlayedStore::removeContainer(int position)
{
    m_hasContainer[size_t(position)] = false;
    for (const Index image : m_snapshot.imagesOf(position)) {
        --state(image).containers;
        // Its image is still there, so this deletes no layer.
        for (const LayerGraph::Index top : m_snapshot.layers().tops(image)) {
            --m_layerHolders[size_t(top)];
        }
    }
}

bool PlayedStore::mayBeUsed(Index image) const
{
    return state(image).containers > 0 || !m_snapshot.possibleUsersOf(image).empty();
}

bool PlayedStore::isNeedless(Index image) const
{
    const State &at = state(image);
    return at.children == 0 && at.containers == 0 && at.references.isEmpty();
}

RemovalLine PlayedStore::deletedLine(Index image) const
{
    return {RemovalLine::Kind::Deleted, m_snapshot.images()[image].id.text()};
}

void PlayedStore::erase(Index image)
{
    state(image).exists = false;
    state(image).references.clear();
    m_deletions.push_back({.image = image, .layers = release(image)});
    if (const Index parent = m_snapshot.parent(image); parent != Snapshot::None) {
        --state(parent).children;
    }
}

int PlayedStore::release(Index image)
{
    const size_t before = m_freedLayers.size();
    for (const LayerGraph::Index top : m_snapshot.layers().tops(image)) {
        releaseFrom(top);
    }
    return int(m_freedLayers.size() - before);
}

void PlayedStore::releaseFrom(LayerGraph::Index top)
{
    for (LayerGraph::Index at = top; at != LayerGraph::None && --m_layerHolders[size_t(at)] == 0;
        at = m_snapshot.layers().parent(at)) {
        m_freedLayers.push_back(at);
    }
}

QList<RemovalLine> PlayedStore::removePlatform(const ImageVariant &platform)
{
    releaseFrom(m_snapshot.layers().topOf(platform.digest).value_or(LayerGraph::None));
    return {{RemovalLine::Kind::Deleted, platform.digest}};
}

RemovalLine untaggedLine(const Reference &reference)
{
    return {RemovalLine::Kind::Untagged, reference.text()};
}

} // namespace jettison
