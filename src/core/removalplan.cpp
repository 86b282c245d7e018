// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removalplan.h"

#include "core/platformrules.h"
#include "core/playedstore.h"
#include "core/removalobstacles.h"
#include "core/removalrequests.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace jettison {

namespace {

using Index = Snapshot::Index;

class Planner
{
public:
    Planner(SnapshotPtr snapshot, const QList<RemovalTarget> &targets, const RemovalOptions &options)
        : m_snapshot(*snapshot),
          m_requests(*snapshot, targets),
          m_store(PlayedStore::of(*snapshot)),
          m_platforms(*snapshot),
          m_obstacles(*snapshot, m_requests, options.force),
          m_isAdded(size_t(snapshot->images().size()))
    {
        m_plan.options = options;
        m_plan.snapshot = std::move(snapshot);
    }

    RemovalPlan plan()
    {
        for (const RemovalRequest &request : m_requests.all()) {
            m_plan.chosen.push_back(request.image);
            chooseTops(request);
            add(request.image);
        }
        m_plan.deletions = m_store->deletions();
        m_plan.freedLayers = m_store->freedLayers();
        return std::move(m_plan);
    }

private:
    void chooseTops(const RemovalRequest &request);
    void add(Index image);
    void addNames(const RemovalRequest &request);
    void addPlatforms(const RemovalRequest &request);
    void addWithContainers(const RemovalRequest &request);
    void addReferences(const RemovalRequest &request);
    template <typename Request> void addStep(RemovalStep step, const Request &request);
    KeptImage kept(Index image, KeptImage::Reason reason) const;
    KeptImage blocked(Index image);
    std::optional<KeptImage::Reason> refusal(const RemovalRequest &request) const;
    KeptImage refused(Index image, KeptImage::Reason reason) const;

    const Snapshot &m_snapshot;
    RemovalRequests m_requests;
    std::unique_ptr<PlayedStore> m_store;
    PlatformRules m_platforms;
    RemovalPlan m_plan;
    RemovalObstacles m_obstacles;
    std::vector<bool> m_isAdded;
};

void Planner::add(Index image)
{
    if (m_isAdded[size_t(image)]) {
        return;
    }
    m_isAdded[size_t(image)] = true;
    for (const Index child : m_snapshot.children(image)) {
        add(child);
    }
    const RemovalRequest *request = m_requests.find(image);
    if (!request) {
        return;
    }
    if (request->wholeImage && m_obstacles.goes(image)) {
        addWithContainers(*request);
    } else if (request->wholeImage) {
        m_plan.kept << blocked(image);
    } else {
        addNames(*request);
        addPlatforms(*request);
    }
}

void Planner::chooseTops(const RemovalRequest &request)
{
    std::vector<LayerGraph::Index> &tops = m_plan.chosenTops;
    if (request.wholeImage || !request.references.isEmpty()) {
        const std::span<const LayerGraph::Index> all = m_snapshot.layers().tops(request.image);
        tops.insert(tops.end(), all.begin(), all.end());
    }
    for (const QString &platform : request.platforms) {
        tops.push_back(m_snapshot.layers().topOf(platform).value_or(LayerGraph::None));
    }
}

void Planner::addNames(const RemovalRequest &request)
{
    if (request.references.isEmpty()) {
        return;
    }
    if (const auto reason = refusal(request)) {
        m_plan.kept << refused(request.image, *reason);
        return;
    }
    addReferences(request);
    m_plan.kept << kept(request.image, KeptImage::Reason::StillReferenced);
}

void Planner::addPlatforms(const RemovalRequest &request)
{
    const Image &image = m_snapshot.images()[request.image];
    QStringList staying;
    bool isAnyRemoved = false;
    for (const ImageVariant &variant : image.variants) {
        if (variant.isPresent && !request.platforms.contains(variant.digest)) {
            staying << variant.name;
        }
    }
    for (const QString &platform : request.platforms) {
        if (const auto refusal = m_platforms.refusal(request, platform)) {
            m_plan.kept << *refusal;
            continue;
        }
        const auto variant = std::ranges::find(image.variants, platform, &ImageVariant::digest);
        addStep({.kind = RemovalStep::Kind::RemovePlatform, .image = image.id, .platform = *variant},
            [&] { return m_store->removePlatform(*variant); });
        isAnyRemoved = true;
    }
    if (isAnyRemoved) {
        m_plan.kept << kept(request.image, KeptImage::Reason::OtherPlatforms);
        m_plan.kept.last().platforms = staying;
    }
}

void Planner::addWithContainers(const RemovalRequest &request)
{
    const ImageId &id = m_snapshot.images()[request.image].id;
    for (const int position : m_snapshot.containersOf(request.image)) {
        // It may have gone with another image, which it mounted.
        if (!m_store->hasContainer(position)) {
            continue;
        }
        const Container &container = m_snapshot.containers()[position];
        if (mustBeStopped(container.state)) {
            m_plan.steps << RemovalStep{.kind = RemovalStep::Kind::StopContainer,
                .image = id,
                .container = container,
                .predicted = {{RemovalLine::Kind::Stopped, container.name}}};
        }
        m_plan.steps << RemovalStep{.kind = RemovalStep::Kind::RemoveContainer,
            .image = id,
            .container = container,
            .predicted = {{RemovalLine::Kind::Removed, container.name}}};
        m_store->removeContainer(position);
    }
    addReferences(request);
    if (m_store->exists(request.image)) {
        addStep({.kind = RemovalStep::Kind::RemoveImage, .image = id},
            [&] { return m_store->removeImage(request.image); });
    }
}

void Planner::addReferences(const RemovalRequest &request)
{
    const QList<Reference> &references =
        request.references.isEmpty() ? m_snapshot.images()[request.image].references : request.references;
    for (const Reference &reference : references) {
        // It may have gone with an earlier one.
        if (m_store->references(request.image).contains(reference)) {
            addStep({.kind = RemovalStep::Kind::RemoveReference,
                        .image = m_snapshot.images()[request.image].id,
                        .reference = reference},
                [&] { return m_store->removeReference(request.image, reference); });
        }
    }
}

// A request, played on the store.
template <typename Request> void Planner::addStep(RemovalStep step, const Request &request)
{
    const size_t before = m_store->deletions().size();
    step.predicted = request();
    for (size_t i = before; i < m_store->deletions().size(); ++i) {
        step.deletes << m_snapshot.images()[m_store->deletions()[i].image].id;
    }
    m_plan.steps << step;
}

KeptImage Planner::kept(Index image, KeptImage::Reason reason) const
{
    return {
        .image = m_snapshot.images()[image].id,
        .reason = reason,
        .references = m_store->references(image),
    };
}

KeptImage Planner::blocked(Index image)
{
    KeptImage blocked = kept(image, KeptImage::Reason::InUse);
    m_obstacles.explain(image, blocked);
    return blocked;
}

// Why names cannot be taken, though the image stays. Untagging needs no force.
std::optional<KeptImage::Reason> Planner::refusal(const RemovalRequest &request) const
{
    const Image &image = m_snapshot.images()[request.image];
    const bool canLoseAll = std::ranges::all_of(
        request.references, [&](const Reference &reference) { return canLose(image, reference); });
    return canLoseAll ? m_store->refusal(request.image, request.references)
                      : KeptImage::Reason::ReadOnlyStore;
}

KeptImage Planner::refused(Index image, KeptImage::Reason reason) const
{
    KeptImage refused = kept(image, reason);
    if (reason == KeptImage::Reason::DigestGuarded) {
        m_obstacles.addContainers(image, refused);
    }
    return refused;
}

} // namespace

RemovalPlan RemovalPlan::make(
    SnapshotPtr snapshot, const QList<RemovalTarget> &targets, const RemovalOptions &options)
{
    return Planner(std::move(snapshot), targets, options).plan();
}

QList<RemovalLine> RemovalPlan::predictedLines() const
{
    QList<RemovalLine> lines;
    LayerLines layerLines(snapshot->layers(), deletions, freedLayers);
    const bool withLayers = snapshot->store().traits.reportsLayers;
    for (const RemovalStep &step : steps) {
        lines << (withLayers ? layerLines.next(step.predicted) : step.predicted);
    }
    return lines;
}

int RemovalPlan::deletedImages() const
{
    return int(deletions.size());
}

int RemovalPlan::deletedPlatforms() const
{
    return int(std::ranges::count(steps, RemovalStep::Kind::RemovePlatform, &RemovalStep::kind));
}

std::optional<ByteCount> RemovalPlan::freedBytes() const
{
    if (!snapshot->layers().isRead()) {
        return {};
    }
    ByteCount count = snapshot->layers().freedBy(freedLayers);
    count.add(0, snapshot->freesAbout() && deletedImages() > 0);
    return count;
}

bool RemovalPlan::hasBlocked() const
{
    return std::ranges::any_of(kept, &KeptImage::isBlocked);
}

int RemovalPlan::blockedImages() const
{
    QSet<ImageId> images;
    for (const KeptImage &image : kept) {
        if (image.isBlocked() && !image.isOfPlatform()) {
            images.insert(image.image);
        }
    }
    return int(images.size());
}

int RemovalPlan::blockedPlatforms() const
{
    return int(std::ranges::count_if(kept, &KeptImage::isOfPlatform)) - absentPlatforms();
}

int RemovalPlan::absentPlatforms() const
{
    return int(std::ranges::count(kept, KeptImage::Reason::PlatformAbsent, &KeptImage::reason));
}

} // namespace jettison
