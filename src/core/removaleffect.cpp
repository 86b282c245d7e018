// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removaleffect.h"

#include <algorithm>

namespace jettison {

namespace {

class Effect
{
public:
    explicit Effect(const RemovalPlan &plan)
        : m_snapshot(*plan.snapshot),
          m_graph(m_snapshot.layers())
    {
        m_effect.imageGoes.resize(size_t(m_snapshot.images().size()));
        m_effect.fates.resize(m_graph.layers().size());
    }

    RemovalEffect of(const RemovalPlan &plan);

private:
    using Fate = RemovalEffect::Fate;

    void choose(const RemovalPlan &plan);
    void noteGoing(const RemovalPlan &plan);
    void count(bool areHoldersUnknown);
    void countKeepers();
    bool willBeListed(Snapshot::Index image) const;
    LayerGraph::Index baseOf(LayerGraph::Index top) const;
    bool stays(LayerGraph::Index layer) const { return m_effect.fates[size_t(layer)] == Fate::Stays; }

    const Snapshot &m_snapshot;
    const LayerGraph &m_graph;
    RemovalEffect m_effect;
};

RemovalEffect Effect::of(const RemovalPlan &plan)
{
    choose(plan);
    noteGoing(plan);
    count(m_snapshot.freesAbout());
    countKeepers();
    return std::move(m_effect);
}

void Effect::choose(const RemovalPlan &plan)
{
    m_effect.images = int(plan.chosen.size());
    for (const LayerGraph::Index top : plan.chosenTops) {
        // Where one chain was here before, everything below is marked.
        for (LayerGraph::Index at = top;
            at != LayerGraph::None && m_effect.fates[size_t(at)] == Fate::Untouched;
            at = m_graph.parent(at)) {
            m_effect.fates[size_t(at)] = Fate::Stays;
        }
    }
}

// Pruned parents have layers that no chosen image has only where a build dropped some: these go as well.
void Effect::noteGoing(const RemovalPlan &plan)
{
    for (const LayerGraph::Index layer : plan.freedLayers) {
        m_effect.fates[size_t(layer)] = Fate::Goes;
    }
    for (const Deletion &deletion : plan.deletions) {
        m_effect.imageGoes[size_t(deletion.image)] = true;
    }
}

void Effect::count(bool areHoldersUnknown)
{
    std::vector<LayerGraph::Index> chosen;
    std::vector<LayerGraph::Index> going;
    bool isKeptEstimate = areHoldersUnknown;
    for (size_t i = 0; i < m_effect.fates.size(); ++i) {
        if (m_effect.fates[i] == Fate::Untouched) {
            continue;
        }
        chosen.push_back(LayerGraph::Index(i));
        if (m_effect.fates[i] == Fate::Goes) {
            going.push_back(LayerGraph::Index(i));
        } else {
            isKeptEstimate = isKeptEstimate || m_graph.layers()[i].isAbout();
        }
    }
    m_effect.size = m_graph.sizeOf(chosen);
    m_effect.freed = m_graph.freedBy(going);
    m_effect.freed.add(0, areHoldersUnknown && !going.empty());
    m_effect.kept.add(
        m_effect.size.bytes - m_effect.freed.bytes, isKeptEstimate && going.size() < chosen.size());
}

// Who needs any layer of a chain needs its base.
void Effect::countKeepers()
{
    for (Snapshot::Index i = 0; i < m_snapshot.images().size(); ++i) {
        const bool keeps = willBeListed(i) && !m_effect.imageGoes[size_t(i)]
            && std::ranges::any_of(
                m_graph.tops(i), [this](LayerGraph::Index top) { return stays(baseOf(top)); });
        m_effect.keepers += keeps ? 1 : 0;
    }
}

// What stands between images that stay is not counted beside them.
bool Effect::willBeListed(Snapshot::Index image) const
{
    return !m_snapshot.isIntermediate(image) || !m_snapshot.containersOf(image).empty()
        || std::ranges::all_of(
            m_snapshot.children(image), [this](auto child) { return m_effect.imageGoes[size_t(child)]; });
}

LayerGraph::Index Effect::baseOf(LayerGraph::Index top) const
{
    while (m_graph.parent(top) != LayerGraph::None) {
        top = m_graph.parent(top);
    }
    return top;
}

} // namespace

RemovalEffect RemovalEffect::of(const RemovalPlan &plan)
{
    return Effect(plan).of(plan);
}

} // namespace jettison
