// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/classicstore.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace jettison {

namespace {

bool hasTagIn(const QString &repository, const QList<Reference> &references)
{
    return std::ranges::any_of(references, [&](const Reference &reference) {
        return !reference.isDigest() && reference.repository() == repository;
    });
}

// One tag, with or without digests of its own repository; or digests of one repository only.
bool isSingle(const QList<Reference> &references)
{
    if (references.size() <= 1) {
        return references.size() == 1;
    }
    QSet<QString> repositories;
    int tags = 0;
    for (const Reference &reference : references) {
        repositories.insert(reference.repository());
        tags += reference.isDigest() ? 0 : 1;
    }
    return tags <= 1 && repositories.size() == 1;
}

// Takes a reference away, and the digests of its repository with the last tag. What went, in the engine's
// order.
QList<Reference> untag(const Reference &reference, QList<Reference> &references)
{
    if (references.size() == 1) {
        return std::exchange(references, {});
    }
    QList<Reference> gone{reference};
    references.removeOne(reference);
    if (reference.isDigest() || std::ranges::none_of(references, &Reference::isDigest)) {
        return gone;
    }
    const QString repository = reference.repository();
    if (!hasTagIn(repository, references)) {
        const auto isOfSame = [&](const Reference &other) { return other.repository() == repository; };
        std::ranges::copy_if(references, std::back_inserter(gone), isOfSame);
        references.removeIf(isOfSame);
    }
    return gone;
}

} // namespace

ClassicStore::ClassicStore(const Snapshot &snapshot)
    : m_snapshot(snapshot),
      m_images(size_t(snapshot.images().size()))
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

void ClassicStore::holdLayers()
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

QList<Image> ClassicStore::images() const
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

bool ClassicStore::refuses(Index image, const QList<Reference> &references) const
{
    const State &state = m_images[size_t(image)];
    QList<Reference> left = state.references;
    return state.containers > 0 && std::ranges::any_of(references, [&left](const Reference &reference) {
        if (isSingle(left)) {
            return true;
        }
        untag(reference, left);
        return false;
    });
}

QList<RemovalLine> ClassicStore::removeReference(Index image, const Reference &reference)
{
    State &state = m_images[size_t(image)];
    const QList<Reference> untagged = untag(reference, state.references);
    QList<RemovalLine> lines;
    lines.reserve(untagged.size() + 1);
    for (const Reference &gone : untagged) {
        lines << RemovalLine{RemovalLine::Kind::Untagged, gone.text()};
    }
    // With a child or a container the engine answers 200 all the same, and the image stays without a name.
    if (state.references.isEmpty() && state.children == 0 && state.containers == 0) {
        removeWithParents(image, lines);
    }
    return lines;
}

void ClassicStore::removeContainer(Index image)
{
    --m_images[size_t(image)].containers;
    // Its image is still there, so this deletes no layer.
    for (const LayerGraph::Index top : m_snapshot.layers().tops(image)) {
        --m_layerHolders[size_t(top)];
    }
}

QList<RemovalLine> ClassicStore::removeImage(Index image)
{
    QList<RemovalLine> lines;
    removeWithParents(image, lines);
    return lines;
}

void ClassicStore::removeWithParents(Index image, QList<RemovalLine> &lines)
{
    lines << RemovalLine{RemovalLine::Kind::Deleted, m_snapshot.images()[image].id.text()};
    m_images[size_t(image)].exists = false;
    m_deletions.push_back({.image = image, .layers = release(image)});
    const Index parent = m_snapshot.parent(image);
    if (parent == Snapshot::None) {
        return;
    }
    State &above = m_images[size_t(parent)];
    --above.children;
    if (above.children == 0 && above.containers == 0 && above.references.isEmpty()) {
        removeWithParents(parent, lines);
    }
}

int ClassicStore::release(Index image)
{
    const size_t before = m_freedLayers.size();
    for (LayerGraph::Index at : m_snapshot.layers().tops(image)) {
        for (; at != LayerGraph::None && --m_layerHolders[size_t(at)] == 0;
            at = m_snapshot.layers().parent(at)) {
            m_freedLayers.push_back(at);
        }
    }
    return int(m_freedLayers.size() - before);
}

} // namespace jettison
