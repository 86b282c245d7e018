// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removaltarget.h"
#include "core/snapshot.h"

#include <QList>

#include <vector>

namespace jettison {

/// What is asked of one image, after targets that name it several times were put together.
struct RemovalRequest
{
    Snapshot::Index image = Snapshot::None;
    /// Those to be removed one by one, in order. None: all that the image has, in its own order.
    QList<Reference> references = {};
    /// Digests of platforms to be removed alone; none if the whole image goes.
    QStringList platforms = {};
    /// Nothing would be left that names the image.
    bool wholeImage = false;
};

/// Targets as requests, one an image. Those that the snapshot does not hold are left out.
class RemovalRequests
{
public:
    RemovalRequests(const Snapshot &snapshot, const QList<RemovalTarget> &targets);

    /// In the order of the targets.
    const std::vector<RemovalRequest> &all() const { return m_requests; }
    /// Null if nothing is asked of the image.
    const RemovalRequest *find(Snapshot::Index image) const;
    bool wantWhole(Snapshot::Index image) const;

private:
    RemovalRequest &requestFor(Snapshot::Index image);
    void add(Snapshot::Index image, const QList<Reference> &references);

    const Snapshot &m_snapshot;
    std::vector<RemovalRequest> m_requests;
    /// Of each image: position in m_requests, or -1.
    std::vector<int> m_positions;
};

} // namespace jettison
