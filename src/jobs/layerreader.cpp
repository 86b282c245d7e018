// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/layerreader.h"

#include "jobs/patience.h"

#include <algorithm>

namespace jettison {

LayerReader::LayerReader(ContentCache cache)
    : m_cache(std::move(cache))
{
}

void LayerReader::start(SnapshotPtr lists)
{
    m_lists = std::move(lists);
    m_snapshot = m_lists;
    m_contents.clear();
    m_queue.clear();
    m_progress = {};
    for (Snapshot::Index i = 0; i < m_lists->images().size(); ++i) {
        const Image &image = m_lists->images()[i];
        if (image.isList) {
            m_contents.insert(image.id, ImageContent{.history = QList<HistoryEntry>()});
        } else if (const std::optional<ImageContent> content =
                       isCached() ? m_cache.find(image) : std::nullopt) {
            m_contents.insert(image.id, *content);
        } else {
            m_queue << i;
        }
    }
    // Of an image that is gone nothing can be asked any more.
    for (const Container &container : m_lists->containers()) {
        if (const auto content =
                m_lists->image(container.image) ? std::nullopt : m_cache.find(container.image)) {
            m_contents.insert(container.image, *content);
        }
    }
    m_round = Round::Layers;
    m_progress.all = int(m_queue.size());
}

Result<bool> LayerReader::read(Store &store, const QDeadlineTimer &until, const CancelToken &cancel)
{
    while (m_round != Round::Done) {
        while (!m_queue.isEmpty()) {
            if (until.hasExpired()) {
                return false;
            }
            if (const Result<void> done = readImage(m_queue.last(), store, cancel); !done) {
                return tl::unexpected(done.error());
            }
            m_queue.removeLast();
            ++m_progress.read;
        }
        finishRound();
    }
    if (const Result<bool> held = m_held.read(store, until, cancel); !held || !*held) {
        return held;
    }
    if (!m_held.found().isEmpty()) {
        m_contents.insert(m_held.found());
        m_snapshot = makeSnapshot();
    }
    return true;
}

Result<void> LayerReader::readImage(Snapshot::Index index, Store &store, const CancelToken &cancel)
{
    const Image &image = m_lists->images()[index];
    ImageContent content = m_contents.value(image.id);
    std::optional<Error> error;
    if (m_round == Round::Layers) {
        const Result<ImageContent> told = store.content(image.id, callWith(cancel));
        content = told.value_or(ImageContent());
        error = told ? std::nullopt : std::optional(told.error());
    } else {
        const Result<QList<HistoryEntry>> history = store.history(image.id, callWith(cancel));
        content.history = history.value_or(QList<HistoryEntry>());
        error = history ? std::nullopt : std::optional(history.error());
    }
    if (!error) {
        if (isCached()) {
            m_cache.insert(image, content);
        }
    } else if (!concernsOne(*error)) {
        return tl::unexpected(*error);
    }
    if (!error || m_round != Round::Layers) {
        m_contents.insert(image.id, content);
    }
    return {};
}

SnapshotPtr LayerReader::makeSnapshot() const
{
    return std::make_shared<const Snapshot>(
        m_lists->store(), m_lists->images(), m_lists->containers(), m_contents);
}

// Each round asks for what the ones before could not tell.
void LayerReader::finishRound()
{
    const SnapshotPtr snapshot = makeSnapshot();
    while (m_queue.isEmpty() && m_round != Round::Done) {
        m_round = Round(int(m_round) + 1);
        if (m_round != Round::Done) {
            enqueueHistories(snapshot->layers());
        }
    }
    if (m_round == Round::Done) {
        m_snapshot = snapshot;
        m_held.start(snapshot, m_contents);
        m_cache.save();
    }
    m_progress.all += int(m_queue.size());
}

void LayerReader::enqueueHistories(const LayerGraph &graph)
{
    const auto hasHistory = [this](int image) {
        return m_contents.value(m_lists->images()[image].id).history.has_value();
    };
    std::vector<bool> isOpen(graph.layers().size());
    for (size_t i = 0; i < isOpen.size(); ++i) {
        const Layer &layer = graph.layers()[i];
        isOpen[i] = layer.isEstimate || (layer.parent != LayerGraph::None && isOpen[size_t(layer.parent)]);
    }
    for (size_t i = 0; i < isOpen.size(); ++i) {
        const Layer &layer = graph.layers()[i];
        if (m_round == Round::LeafHistories && layer.children.empty()) {
            if (std::ranges::none_of(layer.images, hasHistory)) {
                m_queue << layer.images.front();
            }
        } else if (m_round == Round::OtherHistories && isOpen[i]) {
            std::ranges::remove_copy_if(layer.images, std::back_inserter(m_queue), hasHistory);
        }
    }
}

} // namespace jettison
