// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/measuring.h"

#include "jobs/patience.h"

#include <algorithm>

namespace jettison {

namespace {

// Marks a layer with all below it, and returns the bytes of those that nothing needed until now.
qint64 need(const LayerGraph &graph, LayerGraph::Index top, std::vector<bool> &isNeeded)
{
    qint64 bytes = 0;
    for (LayerGraph::Index at = top; at != LayerGraph::None && !isNeeded[size_t(at)]; at = graph.parent(at)) {
        isNeeded[size_t(at)] = true;
        bytes += graph.layer(at).size;
    }
    return bytes;
}

} // namespace

Measuring::Measuring(const RemovalPlan &plan, Store &store, const CancelToken &abort)
    : m_plan(plan),
      m_store(store),
      m_abort(abort)
{
}

void Measuring::start()
{
    if (deletesAnything()) {
        m_sizeBefore = layersSize();
    }
}

Measurement Measuring::end()
{
    if (!deletesAnything()) {
        return m_plan.freedBytes() ? Measurement{.gone = ByteCount()} : Measurement();
    }
    const Result<QList<Image>> images = m_store.images(callWith(m_abort));
    return images ? compare(*images) : Measurement();
}

// Of those platforms that it has now, where the store tells of platforms.
std::vector<LayerGraph::Index> Measuring::topsOf(const Image &image, Snapshot::Index index) const
{
    const LayerGraph &graph = m_plan.snapshot->layers();
    const std::span<const LayerGraph::Index> all = graph.tops(index);
    if (!m_plan.snapshot->store().traits.removesPlatforms || image.variants.isEmpty()) {
        return {all.begin(), all.end()};
    }
    std::vector<LayerGraph::Index> tops;
    for (const ImageVariant &variant : image.variants) {
        if (const auto top = variant.isPresent ? graph.topOf(variant.digest) : std::nullopt) {
            tops.push_back(*top);
        }
    }
    return tops;
}

bool Measuring::deletesAnything() const
{
    return m_plan.deletedImages() > 0 || m_plan.deletedPlatforms() > 0;
}

// Containerd's account has what containers wrote, too, and goes down for the unpacked files of a platform
// when the engine next clears up.
bool Measuring::isComparable() const
{
    const StoreTraits &traits = m_plan.snapshot->store().traits;
    return traits.accountsLayers
        && (!traits.keepsPacked || std::ranges::none_of(m_plan.steps, [](const RemovalStep &step) {
               return step.kind == RemovalStep::Kind::RemoveContainer || step.platform.unpacked > 0;
           }));
}

// An engine that does not answer in this time is not asked a second time.
std::optional<qint64> Measuring::layersSize()
{
    if (!isComparable()) {
        return {};
    }
    const Result<qint64> size = m_store.layersSize(callWith(m_abort, MeasuringPatience));
    return size ? std::optional(*size) : std::nullopt;
}

Measurement Measuring::compare(const QList<Image> &images)
{
    const LayerGraph &graph = m_plan.snapshot->layers();
    std::vector<bool> isNeeded(graph.layers().size());
    bool hasNew = false;
    for (const Image &image : images) {
        const Snapshot::Index index = m_plan.snapshot->find(image.id);
        hasNew = hasNew || index == Snapshot::None;
        for (const LayerGraph::Index top : topsOf(image, index)) {
            need(graph, top, isNeeded);
        }
    }
    qint64 heldByContainers = 0;
    for (const LayerGraph::Index held : m_plan.snapshot->heldLayers()) {
        heldByContainers += need(graph, held, isNeeded);
    }
    Measurement measurement;
    if (graph.isRead()) {
        std::vector<LayerGraph::Index> gone;
        for (size_t i = 0; i < isNeeded.size(); ++i) {
            if (!isNeeded[i]) {
                gone.push_back(LayerGraph::Index(i));
            }
        }
        measurement.gone = graph.freedBy(gone);
        measurement.goneLayers = int(gone.size());
    }
    // What came meanwhile would be counted against what went.
    if (m_sizeBefore && !hasNew) {
        if (const std::optional<qint64> after = layersSize()) {
            measurement.byStore = *m_sizeBefore - *after - heldByContainers;
        }
    }
    return measurement;
}

} // namespace jettison
