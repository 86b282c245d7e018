// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/imageshares.h"

#include <algorithm>

namespace jettison {

namespace {

using Index = Snapshot::Index;

class Sharing
{
public:
    explicit Sharing(const Snapshot &snapshot)
        : m_snapshot(snapshot),
          m_graph(snapshot.layers()),
          m_holders(m_graph.layers().size()),
          m_ours(m_holders.size()),
          m_seen(m_holders.size())
    {
        for (Index i = 0; i < snapshot.images().size(); ++i) {
            addTo(m_holders, i);
        }
        for (LayerGraph::Index at : snapshot.heldLayers()) {
            for (; at != LayerGraph::None; at = m_graph.parent(at)) {
                ++m_holders[size_t(at)];
            }
        }
    }

    /// @param going those of the images that would go with their last name in the group
    Share share(const std::vector<Index> &images, const std::vector<Index> &going);

private:
    void addTo(std::vector<int> &counts, Index image) const;
    void clear(std::vector<int> &counts, Index image) const;

    const Snapshot &m_snapshot;
    const LayerGraph &m_graph;
    std::vector<int> m_holders;
    /// All 0 between two calls of share().
    std::vector<int> m_ours;
    std::vector<int> m_seen;
};

// An image that stays only for those built on it holds nothing.
void Sharing::addTo(std::vector<int> &counts, Index image) const
{
    if (m_snapshot.isIntermediate(image) && m_snapshot.containersOf(image).empty()) {
        return;
    }
    for (LayerGraph::Index at : m_graph.tops(image)) {
        for (; at != LayerGraph::None; at = m_graph.parent(at)) {
            ++counts[size_t(at)];
        }
    }
}

void Sharing::clear(std::vector<int> &counts, Index image) const
{
    for (LayerGraph::Index at : m_graph.tops(image)) {
        for (; at != LayerGraph::None; at = m_graph.parent(at)) {
            counts[size_t(at)] = 0;
        }
    }
}

Share Sharing::share(const std::vector<Index> &images, const std::vector<Index> &going)
{
    std::ranges::for_each(going, [this](Index image) { addTo(m_ours, image); });
    std::vector<LayerGraph::Index> all;
    std::vector<LayerGraph::Index> unique;
    bool isSharedEstimate = false;
    for (const Index image : images) {
        for (LayerGraph::Index at : m_graph.tops(image)) {
            for (; at != LayerGraph::None && m_seen[size_t(at)] == 0; at = m_graph.parent(at)) {
                m_seen[size_t(at)] = 1;
                all.push_back(at);
                if (m_ours[size_t(at)] > 0 && m_ours[size_t(at)] == m_holders[size_t(at)]) {
                    unique.push_back(at);
                } else {
                    isSharedEstimate = isSharedEstimate || m_graph.layer(at).isAbout();
                }
            }
        }
    }
    Share share{.images = int(images.size()), .unique = m_graph.freedBy(unique)};
    share.shared.add(m_graph.sizeOf(all).bytes - share.unique.bytes, isSharedEstimate);
    for (const Index image : images) {
        clear(m_ours, image);
        clear(m_seen, image);
    }
    return share;
}

} // namespace

ImageShares::ImageShares(const Snapshot &snapshot)
{
    Sharing sharing(snapshot);
    struct Members
    {
        std::vector<Index> all;
        std::vector<Index> going;
    };
    QHash<QString, Members> repositories;
    m_images.reserve(size_t(snapshot.images().size()));
    for (Index i = 0; i < snapshot.images().size(); ++i) {
        m_images.push_back(sharing.share({i}, {i}));
        QStringList names;
        for (const Reference &reference : snapshot.images()[i].references) {
            names << reference.repository();
        }
        names.removeDuplicates();
        for (const QString &name : std::as_const(names)) {
            Members &members = repositories[name];
            members.all.push_back(i);
            if (names.size() == 1) {
                members.going.push_back(i);
            }
        }
    }
    for (auto members = repositories.cbegin(); members != repositories.cend(); ++members) {
        m_repositories.insert(members.key(), sharing.share(members->all, members->going));
    }
}

} // namespace jettison
