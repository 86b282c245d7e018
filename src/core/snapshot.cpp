// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/snapshot.h"

#include <algorithm>
#include <utility>

namespace jettison {

namespace {

bool isAncestor(const std::vector<Snapshot::Index> &parents, Snapshot::Index candidate, Snapshot::Index image)
{
    for (Snapshot::Index at = image; at != Snapshot::None; at = parents[size_t(at)]) {
        if (at == candidate) {
            return true;
        }
    }
    return false;
}

LayerGraph::Keeping keepingOf(const StoreTraits &traits)
{
    if (traits.keepsPacked) {
        return LayerGraph::Keeping::Both;
    }
    return traits.keepsContentOnce ? LayerGraph::Keeping::EachContent : LayerGraph::Keeping::EachLayer;
}

} // namespace

StoreTraits containerdTraits()
{
    return {
        .rules = StoreTraits::Rules::Containerd,
        .ids = StoreTraits::Ids::Manifests,
        .childrenHold = false,
        .reportsLayers = false,
        .digestsAreMadeUp = true,
        .digestsTakeTags = true,
        .accountsLayers = false,
        .keepsPacked = true,
    };
}

StoreTraits podmanTraits()
{
    return {
        .rules = StoreTraits::Rules::Podman,
        .childrenHold = false,
        .digestsGoWithTags = false,
        .reportsLayers = false,
        .guardsMounts = false,
        .restartsContainers = false,
        .namesAreLocal = true,
        .digestsAreMadeUp = true,
        .triesParents = true,
        .saysHowPullsEnd = false,
        .countsFiles = false,
        .accountsLayers = false,
    };
}

Snapshot::Snapshot(StoreInfo store, QList<Image> images, QList<Container> containers)
    : m_store(std::move(store)),
      m_images(std::move(images)),
      m_containers(std::move(containers)),
      m_links(size_t(m_images.size()))
{
    for (Index i = 0; i < m_images.size(); ++i) {
        Image &image = m_images[i];
        std::ranges::sort(image.references, {}, &Reference::canonical);
        m_byId.insert(image.id, i);
        for (const Reference &reference : std::as_const(image.references)) {
            m_byReference.insert(reference.canonical(), i);
        }
    }
    std::vector<Index> parents(m_links.size(), None);
    for (Index i = 0; i < m_images.size(); ++i) {
        const Index parent = find(m_images[i].parent);
        // A store that tells of a circle is wrong; without this the tree below would never end.
        if (parent == None || isAncestor(parents, i, parent)) {
            continue;
        }
        parents[size_t(i)] = parent;
        m_links[size_t(i)].parent = parent;
        m_links[size_t(parent)].children.push_back(i);
    }
    for (const Image &image : std::as_const(m_images)) {
        for (const ImageVariant &variant : image.isList ? image.variants : QList<ImageVariant>()) {
            if (const Index listed = find(variant.image); listed != None) {
                m_links[size_t(listed)].isListed = true;
            }
        }
    }
    for (int i = 0; i < m_containers.size(); ++i) {
        for (const Index image : imagesOf(i)) {
            m_links[size_t(image)].containers.push_back(i);
        }
        linkUnknownMounts(i);
    }
}

std::vector<Snapshot::Index> Snapshot::imagesOf(int container) const
{
    std::vector<Index> images;
    const auto add = [&images](Index image) {
        if (image != None && std::ranges::find(images, image) == images.end()) {
            images.push_back(image);
        }
    };
    add(find(m_containers[container].image));
    for (const ImageMount &mount : m_containers[container].imageMounts) {
        add(find(mount.image));
    }
    return images;
}

bool Snapshot::mayMount(const Container &container, Index image) const
{
    const Image &candidate = m_images[image];
    const bool holdsNameless = m_store.traits.guardsMounts || mustBeStopped(container.state);
    return std::ranges::any_of(container.imageMounts, [&](const ImageMount &mount) {
        if (!mount.image.isEmpty() || isYounger(candidate, mount)) {
            return false;
        }
        const bool isNamed = find(parseReference(mount.name).value_or(Reference(mount.name))) == image;
        return isNamed || (holdsNameless && candidate.references.isEmpty());
    });
}

void Snapshot::linkUnknownMounts(int container)
{
    const Container &its = m_containers[container];
    if (!mountsUnknown(its)) {
        return;
    }
    m_hasUnknownHolders = true;
    for (Index i = 0; i < m_images.size(); ++i) {
        if (m_images[i].id != its.image && mayMount(its, i)) {
            m_links[size_t(i)].possibleUsers.push_back(container);
        }
    }
}

Snapshot::Snapshot(
    StoreInfo store, QList<Image> images, QList<Container> containers, const ImageContents &contents)
    : Snapshot(std::move(store), std::move(images), std::move(containers))
{
    m_layers = LayerGraph::make(m_images, contents, keepingOf(m_store.traits));
    for (const Container &container : std::as_const(m_containers)) {
        if (find(container.image) != None) {
            continue;
        }
        const auto content = contents.constFind(container.image);
        if (content == contents.cend()) {
            m_hasUnknownHolders = true;
        } else if (const LayerGraph::Index top = m_layers.deepest(content->diffIds);
            top != LayerGraph::None) {
            m_heldLayers.push_back(top);
        }
    }
}

bool isYounger(const Image &image, const ImageMount &mount)
{
    return mount.since.isValid() && image.created > mount.since;
}

const Image *Snapshot::image(const ImageId &id) const
{
    const Index index = find(id);
    return index == None ? nullptr : &m_images[index];
}

bool Snapshot::isIntermediate(Index image) const
{
    return m_images[image].references.isEmpty() && !children(image).empty();
}

bool Snapshot::isDangling(Index image) const
{
    return m_images[image].references.isEmpty() && !m_links[size_t(image)].isListed
        && std::ranges::all_of(children(image), [this](Index child) { return isDangling(child); });
}

bool Snapshot::isUsed(Index image) const
{
    return !containersOf(image).empty() || !possibleUsersOf(image).empty()
        || std::ranges::any_of(children(image), [this](Index child) { return isUsed(child); });
}

} // namespace jettison
