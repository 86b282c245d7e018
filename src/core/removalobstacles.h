// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/keptimage.h"
#include "core/removalrequests.h"

#include <optional>
#include <vector>

namespace jettison {

/// Which images go if the requests are carried out, and what is in the way of the others. Pure.
class RemovalObstacles
{
public:
    using Index = Snapshot::Index;

    /// Both must live on.
    RemovalObstacles(const Snapshot &snapshot, const RemovalRequests &requests, bool force);

    /// Whether the image disappears, by a step of its own or pruned with its last child.
    bool goes(Index image);

    /// Fills in why one stays of which all was asked for, and because of whom.
    void explain(Index image, KeptImage &kept);
    /// Fills in the containers that use the image itself, or may use it.
    void addContainers(Index image, KeptImage &kept) const;

private:
    bool canGo(Index image) const;
    bool hasFixedContainer(Index image) const;
    void collectUsers(Index image, KeptImage &kept);

    const Snapshot &m_snapshot;
    const RemovalRequests &m_requests;
    bool m_force;
    /// Of each image, once it was asked for.
    std::vector<std::optional<bool>> m_goes;
};

} // namespace jettison
