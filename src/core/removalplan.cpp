// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removalplan.h"

#include "core/classicstore.h"
#include "core/removalrequests.h"

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
          m_store(*snapshot),
          m_isAdded(size_t(snapshot->images().size())),
          m_goes(size_t(snapshot->images().size()))
    {
        m_plan.options = options;
        m_plan.snapshot = std::move(snapshot);
    }

    RemovalPlan plan()
    {
        for (const RemovalRequest &request : m_requests.all()) {
            m_plan.chosen.push_back(request.image);
            add(request.image);
        }
        m_plan.deletions = m_store.deletions();
        m_plan.freedLayers = m_store.freedLayers();
        return std::move(m_plan);
    }

private:
    void add(Index image);
    void addWithContainers(const RemovalRequest &request);
    void addReferences(const RemovalRequest &request);
    KeptImage kept(Index image, KeptImage::Reason reason) const;
    KeptImage blocked(Index image);
    KeptImage guarded(Index image) const;
    void addContainers(Index image, KeptImage &kept) const;
    bool goes(Index image);
    bool canGo(Index image) const;
    void collectUsers(Index image, KeptImage &kept);

    const Snapshot &m_snapshot;
    RemovalRequests m_requests;
    ClassicStore m_store;
    RemovalPlan m_plan;
    std::vector<bool> m_isAdded;
    /// Of each image, once it was asked for.
    std::vector<std::optional<bool>> m_goes;
};

// Whether the image disappears if the plan is carried out, by a step of its own or pruned with its last
// child.
bool Planner::goes(Index image)
{
    std::optional<bool> &known = m_goes[size_t(image)];
    if (!known) {
        known = std::ranges::all_of(m_snapshot.children(image), [this](Index child) { return goes(child); })
            && canGo(image);
    }
    return *known;
}

// Once all its children are gone.
bool Planner::canGo(Index image) const
{
    const bool unused = m_snapshot.containersOf(image).empty();
    if (m_requests.wantWhole(image)) {
        return unused || m_plan.options.force;
    }
    return unused && !m_snapshot.children(image).empty() && m_snapshot.images()[image].references.isEmpty();
}

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
    if (request->wholeImage && goes(image)) {
        addWithContainers(*request);
    } else if (request->wholeImage) {
        m_plan.kept << blocked(image);
    } else if (m_store.refuses(image, request->references)) {
        // Untagging needs no force, but the engine guards a tag with its repository's digest as if it were a
        // single name.
        m_plan.kept << guarded(image);
    } else {
        addReferences(*request);
        m_plan.kept << kept(image, KeptImage::Reason::StillReferenced);
    }
}

void Planner::addWithContainers(const RemovalRequest &request)
{
    const ImageId &id = m_snapshot.images()[request.image].id;
    for (const int position : m_snapshot.containersOf(request.image)) {
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
        m_store.removeContainer(request.image);
    }
    addReferences(request);
    if (m_store.exists(request.image)) {
        m_plan.steps << RemovalStep{.kind = RemovalStep::Kind::RemoveImage,
            .image = id,
            .predicted = m_store.removeImage(request.image)};
    }
}

void Planner::addReferences(const RemovalRequest &request)
{
    const QList<Reference> &references =
        request.references.isEmpty() ? m_snapshot.images()[request.image].references : request.references;
    for (const Reference &reference : references) {
        // It may have gone with an earlier one.
        if (m_store.references(request.image).contains(reference)) {
            m_plan.steps << RemovalStep{.kind = RemovalStep::Kind::RemoveReference,
                .image = m_snapshot.images()[request.image].id,
                .reference = reference,
                .predicted = m_store.removeReference(request.image, reference)};
        }
    }
}

KeptImage Planner::kept(Index image, KeptImage::Reason reason) const
{
    return {
        .image = m_snapshot.images()[image].id,
        .reason = reason,
        .references = m_store.references(image),
    };
}

KeptImage Planner::blocked(Index image)
{
    KeptImage blocked = kept(image, KeptImage::Reason::InUse);
    collectUsers(image, blocked);
    if (!blocked.children.isEmpty()) {
        blocked.reason = KeptImage::Reason::HasChildImages;
    }
    return blocked;
}

KeptImage Planner::guarded(Index image) const
{
    KeptImage guarded = kept(image, KeptImage::Reason::DigestGuarded);
    addContainers(image, guarded);
    return guarded;
}

void Planner::addContainers(Index image, KeptImage &kept) const
{
    for (const int position : m_snapshot.containersOf(image)) {
        kept.containers << m_snapshot.containers()[position];
    }
}

void Planner::collectUsers(Index image, KeptImage &kept)
{
    addContainers(image, kept);
    for (const Index child : m_snapshot.children(image)) {
        if (!m_requests.wantWhole(child) && !goes(child)) {
            kept.children << m_snapshot.images()[child].id;
        }
        collectUsers(child, kept);
    }
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
    for (const RemovalStep &step : steps) {
        lines << layerLines.next(step.predicted);
    }
    return lines;
}

int RemovalPlan::deletedImages() const
{
    return int(deletions.size());
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

} // namespace jettison
