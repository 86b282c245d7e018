// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removalreport.h"

#include <algorithm>
#include <cstdlib>

namespace jettison {

using namespace Qt::StringLiterals;

QList<RemovalLine> RemovalReport::reportedLines() const
{
    QList<RemovalLine> lines;
    for (const StepOutcome &outcome : outcomes) {
        lines << outcome.reported;
    }
    return lines;
}

bool RemovalReport::isComplete() const
{
    return !plan.hasBlocked() && std::ranges::all_of(outcomes, &StepOutcome::isFulfilled);
}

int RemovalReport::count(StepOutcome::State state) const
{
    return int(std::ranges::count(outcomes, state, &StepOutcome::state));
}

QSet<ImageId> RemovalReport::deleted() const
{
    QSet<ImageId> deleted;
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        const RemovalStep &step = plan.steps[i];
        if (outcomes[i].state == StepOutcome::State::Done) {
            deleted.unite({step.deletes.cbegin(), step.deletes.cend()});
        }
        for (const RemovalLine &line : outcomes[i].reported) {
            const ImageId image(line.target);
            // Some report an image that lives on without a name.
            const bool isTrue = image != step.image || step.deletes.contains(image);
            if (line.kind == RemovalLine::Kind::Deleted && isTrue && plan.snapshot->image(image)) {
                deleted.insert(image);
            }
        }
    }
    return deleted;
}

int RemovalReport::deletedImages() const
{
    return int(deleted().size());
}

int RemovalReport::deletedPlatforms() const
{
    int deleted = 0;
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        const bool isDone = outcomes[i].state == StepOutcome::State::Done;
        deleted += isDone && plan.steps[i].kind == RemovalStep::Kind::RemovePlatform ? 1 : 0;
    }
    return deleted;
}

int RemovalReport::deletedLayers() const
{
    if (!plan.snapshot->store().traits.reportsLayers) {
        return measurement.goneLayers;
    }
    return countLines(reportedLines(), RemovalLine::Kind::Deleted) - deletedImages();
}

std::optional<ByteCount> RemovalReport::freedBytes() const
{
    const LayerGraph &graph = plan.snapshot->layers();
    if (!graph.isRead()) {
        return {};
    }
    std::vector<LayerGraph::Index> deleted;
    const QList<RemovalLine> lines = reportedLines();
    for (const RemovalLine &line : lines) {
        if (const LayerGraph::Index index = graph.find(ChainId(line.target)); index != LayerGraph::None) {
            deleted.push_back(index);
        }
    }
    return deleted.empty() ? measurement.gone : graph.freedBy(deleted);
}

bool RemovalReport::freedOtherwise() const
{
    const std::optional<ByteCount> predicted = plan.freedBytes();
    const std::optional<ByteCount> freed = freedBytes();
    if (!predicted || !freed || !std::ranges::all_of(outcomes, &StepOutcome::isFulfilled)) {
        return false;
    }
    const auto differs = [&](qint64 bytes, qint64 slack) {
        const qint64 difference = std::abs(bytes - predicted->bytes);
        return difference > slack && difference * 100 > predicted->bytes;
    };
    // The account of such a store has the indexes of images as well, which are in no layer.
    constexpr qint64 IndexSize = 16 * 1024;
    const qint64 indexes = plan.snapshot->store().traits.keepsPacked ? deletedImages() * IndexSize : 0;
    return differs(freed->bytes, 0) || differs(measurement.byStore.value_or(predicted->bytes), indexes);
}

QString stateName(StepOutcome::State state)
{
    switch (state) {
    case StepOutcome::State::Done:
        return u"done"_s;
    case StepOutcome::State::Skipped:
        return u"skipped"_s;
    case StepOutcome::State::Failed:
        return u"failed"_s;
    case StepOutcome::State::NotStarted:
        return u"not-started"_s;
    }
    Q_UNREACHABLE();
}

} // namespace jettison
