// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removalplan.h"

#include "core/classicstore.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>

namespace jettison {

namespace {

using Index = Snapshot::Index;

// What is asked of one image, after targets that name it several times were put together.
struct Request
{
    Index image = Snapshot::None;
    /// Those to be removed one by one, in order. All of them if the image is wanted whole.
    QList<Reference> references = {};
    /// Nothing would be left that names the image.
    bool wholeImage = false;
};

class Planner
{
public:
    Planner(SnapshotPtr snapshot, const RemovalOptions &options)
        : m_snapshot(*snapshot),
          m_store(*snapshot)
    {
        m_plan.options = options;
        m_plan.snapshot = std::move(snapshot);
    }

    RemovalPlan plan(const QList<RemovalTarget> &targets)
    {
        collect(targets);
        for (const Index image : std::as_const(m_order)) {
            add(image);
        }
        m_plan.freedLayers = m_store.freedLayers();
        return std::move(m_plan);
    }

private:
    void collect(const QList<RemovalTarget> &targets);
    void add(Index image);
    void addWithContainers(const Request &request);
    void addReferences(const Request &request);
    KeptImage kept(Index image, KeptImage::Reason reason) const;
    KeptImage blocked(Index image);
    KeptImage guarded(Index image) const;
    void addContainers(Index image, KeptImage &kept) const;
    bool goes(Index image);
    bool canGo(Index image);
    void collectUsers(Index image, KeptImage &kept);

    const Snapshot &m_snapshot;
    ClassicStore m_store;
    RemovalPlan m_plan;
    QHash<Index, Request> m_requests;
    QList<Index> m_order;
    QSet<Index> m_added;
    QHash<Index, bool> m_goes;
};

// The references that are left when these are removed: a repository's digests go with its last tag.
QList<Reference> remainingReferences(const Snapshot &snapshot, Index image, const QList<Reference> &removed)
{
    const QList<Reference> &all = snapshot.images()[image].references;
    QList<Reference> rest;
    std::ranges::copy_if(
        all, std::back_inserter(rest), [&](const Reference &r) { return !removed.contains(r); });
    const auto goesWithTag = [&](const Reference &digest) {
        const auto isTagOfSame = [&](const Reference &r) {
            return !r.isDigest() && r.repository() == digest.repository();
        };
        return std::ranges::any_of(removed, isTagOfSame) && std::ranges::none_of(rest, isTagOfSame);
    };
    QList<Reference> left;
    std::ranges::copy_if(
        rest, std::back_inserter(left), [&](const Reference &r) { return !r.isDigest() || !goesWithTag(r); });
    return left;
}

// A name that is no longer the image's must not turn into a wish for the image.
bool isStillThere(const RemovalTarget &target, const Image &image)
{
    return target.references.isEmpty()
        || std::ranges::any_of(target.references,
            [&](const Reference &reference) { return image.references.contains(reference); });
}

void Planner::collect(const QList<RemovalTarget> &targets)
{
    for (const RemovalTarget &target : targets) {
        const Index image = m_snapshot.find(target.image);
        if (image == Snapshot::None || !isStillThere(target, m_snapshot.images()[image])) {
            continue;
        }
        if (!m_requests.contains(image)) {
            m_order << image;
            m_requests.insert(image, {.image = image});
        }
        Request &request = m_requests[image];
        const QList<Reference> &known = m_snapshot.images()[image].references;
        for (const Reference &reference : target.references.isEmpty() ? known : target.references) {
            if (known.contains(reference) && !request.references.contains(reference)) {
                request.references << reference;
            }
        }
        request.wholeImage = request.wholeImage || target.references.isEmpty()
            || remainingReferences(m_snapshot, image, request.references).isEmpty();
    }
}

// Whether the image disappears if the plan is carried out, by a step of its own or pruned with its last
// child.
bool Planner::goes(Index image)
{
    if (const auto known = m_goes.constFind(image); known != m_goes.constEnd()) {
        return *known;
    }
    const bool result = canGo(image);
    m_goes.insert(image, result);
    return result;
}

bool Planner::canGo(Index image)
{
    const std::vector<Index> &children = m_snapshot.children(image);
    if (!std::ranges::all_of(children, [this](Index child) { return goes(child); })) {
        return false;
    }
    const bool unused = m_snapshot.containersOf(image).empty();
    const auto request = m_requests.constFind(image);
    if (request != m_requests.constEnd() && request->wholeImage) {
        return unused || m_plan.options.force;
    }
    return unused && !children.empty() && m_snapshot.images()[image].references.isEmpty();
}

void Planner::add(Index image)
{
    if (m_added.contains(image)) {
        return;
    }
    m_added.insert(image);
    for (const Index child : m_snapshot.children(image)) {
        add(child);
    }
    const auto request = m_requests.constFind(image);
    if (request == m_requests.constEnd()) {
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

void Planner::addWithContainers(const Request &request)
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

void Planner::addReferences(const Request &request)
{
    for (const Reference &reference : request.references) {
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
        const auto request = m_requests.constFind(child);
        const bool chosen = request != m_requests.constEnd() && request->wholeImage;
        if (!chosen && !goes(child)) {
            kept.children << m_snapshot.images()[child].id;
        }
        collectUsers(child, kept);
    }
}

} // namespace

RemovalPlan RemovalPlan::make(
    SnapshotPtr snapshot, const QList<RemovalTarget> &targets, const RemovalOptions &options)
{
    return Planner(std::move(snapshot), options).plan(targets);
}

QList<RemovalLine> RemovalPlan::predictedLines() const
{
    QList<RemovalLine> lines;
    for (const RemovalStep &step : steps) {
        lines << step.predicted;
    }
    return lines;
}

int RemovalPlan::deletedImages() const
{
    const QList<RemovalLine> lines = predictedLines();
    return int(countLines(lines, RemovalLine::Kind::Deleted) - qsizetype(freedLayers.size()));
}

std::optional<ByteCount> RemovalPlan::freedBytes() const
{
    if (!snapshot->layers().isRead()) {
        return {};
    }
    ByteCount count{.isEstimate = snapshot->hasUnknownHolders() && deletedImages() > 0};
    for (const LayerGraph::Index index : freedLayers) {
        const Layer &layer = snapshot->layers().layer(index);
        count.add(layer.size, layer.isEstimate);
    }
    return count;
}

bool RemovalPlan::hasBlocked() const
{
    return std::ranges::any_of(kept, &KeptImage::isBlocked);
}

} // namespace jettison
