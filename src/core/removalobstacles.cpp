// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removalobstacles.h"

#include <algorithm>

namespace jettison {

using Reason = KeptImage::Reason;

RemovalObstacles::RemovalObstacles(const Snapshot &snapshot, const RemovalRequests &requests, bool force)
    : m_snapshot(snapshot),
      m_requests(requests),
      m_force(force),
      m_goes(size_t(snapshot.images().size()))
{
}

bool RemovalObstacles::goes(Index image)
{
    std::optional<bool> &known = m_goes[size_t(image)];
    if (!known) {
        const bool isFree = !m_snapshot.store().traits.childrenHold
            || std::ranges::all_of(m_snapshot.children(image), [this](Index child) { return goes(child); });
        known = isFree && canGo(image);
    }
    return *known;
}

// Once all its children are gone.
bool RemovalObstacles::canGo(Index image) const
{
    if (m_snapshot.images()[image].isReadOnly || hasFixedContainer(image)) {
        return false;
    }
    const bool unused = m_snapshot.containersOf(image).empty();
    if (m_requests.wantWhole(image)) {
        return unused || m_force;
    }
    return unused && !m_snapshot.children(image).empty() && m_snapshot.images()[image].references.isEmpty();
}

// One that no force removes: it goes with its pod only, or it mounts an image of which nobody can tell that
// it is this one.
bool RemovalObstacles::hasFixedContainer(Index image) const
{
    return !m_snapshot.possibleUsersOf(image).empty()
        || std::ranges::any_of(m_snapshot.containersOf(image),
            [&](int position) { return m_snapshot.containers()[position].isInfra; });
}

void RemovalObstacles::explain(Index image, KeptImage &kept)
{
    if (m_snapshot.images()[image].isReadOnly) {
        kept.reason = Reason::ReadOnlyStore;
        return;
    }
    collectUsers(image, kept);
    kept.reason = kept.children.isEmpty() ? Reason::InUse : Reason::HasChildImages;
}

void RemovalObstacles::addContainers(Index image, KeptImage &kept) const
{
    for (const int position : m_snapshot.containersOf(image)) {
        kept.containers << m_snapshot.containers()[position];
    }
    for (const int position : m_snapshot.possibleUsersOf(image)) {
        kept.containers << m_snapshot.containers()[position];
    }
}

void RemovalObstacles::collectUsers(Index image, KeptImage &kept)
{
    addContainers(image, kept);
    if (!m_snapshot.store().traits.childrenHold) {
        return;
    }
    for (const Index child : m_snapshot.children(image)) {
        if (!m_requests.wantWhole(child) && !goes(child)) {
            kept.children << m_snapshot.images()[child].id;
        }
        collectUsers(child, kept);
    }
}

} // namespace jettison
