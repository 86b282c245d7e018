// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removaleffect.h"

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

    void choose(const std::vector<Snapshot::Index> &images);
    void noteGoing(const RemovalPlan &plan);
    void count(bool areHoldersUnknown);
    void countKeepers();

    const Snapshot &m_snapshot;
    const LayerGraph &m_graph;
    RemovalEffect m_effect;
};

RemovalEffect Effect::of(const RemovalPlan &plan)
{
    choose(plan.chosen);
    noteGoing(plan);
    count(m_snapshot.hasUnknownHolders());
    countKeepers();
    return std::move(m_effect);
}

void Effect::choose(const std::vector<Snapshot::Index> &images)
{
    m_effect.images = int(images.size());
    for (const Snapshot::Index image : images) {
        // Where one chain was here before, everything below is marked.
        for (LayerGraph::Index at = m_graph.top(image);
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
    for (size_t i = 0; i < m_effect.fates.size(); ++i) {
        const Layer &layer = m_graph.layers()[i];
        if (m_effect.fates[i] == Fate::Untouched) {
            continue;
        }
        m_effect.size.add(layer.size, layer.isEstimate);
        ByteCount &part = m_effect.fates[i] == Fate::Goes ? m_effect.freed : m_effect.kept;
        part.add(layer.size, layer.isEstimate || areHoldersUnknown);
    }
}

// Who needs any layer of a chain needs its base.
void Effect::countKeepers()
{
    for (Snapshot::Index i = 0; i < m_snapshot.images().size(); ++i) {
        const bool isShown = !m_snapshot.isIntermediate(i) || !m_snapshot.containersOf(i).empty();
        LayerGraph::Index base = m_graph.top(i);
        while (base != LayerGraph::None && m_graph.parent(base) != LayerGraph::None) {
            base = m_graph.parent(base);
        }
        if (base != LayerGraph::None && isShown && !m_effect.imageGoes[size_t(i)]
            && m_effect.fates[size_t(base)] == Fate::Stays) {
            ++m_effect.keepers;
        }
    }
}

} // namespace

RemovalEffect RemovalEffect::of(const RemovalPlan &plan)
{
    return Effect(plan).of(plan);
}

} // namespace jettison
