// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/bytecount.h"
#include "core/deletion.h"
#include "core/keptimage.h"
#include "core/removalstep.h"
#include "core/removaltarget.h"
#include "core/snapshot.h"

#include <QList>

#include <chrono>
#include <optional>
#include <vector>

namespace jettison {

struct RemovalOptions
{
    /// Stop and remove the containers that use the images, as steps of the plan. Never the engine's own
    /// force.
    bool force = false;
    /// How long a container may take to stop before the engine kills it.
    std::chrono::seconds stopTimeout{10};
    /// Keep what goes before the first step. If that fails, nothing is removed.
    bool backup = false;
};

/// What a removal will do, decided in full before it starts: ordered steps, what stays, and why.
struct RemovalPlan
{
    RemovalOptions options;
    /// What the plan was made from; each step is checked against it as it runs.
    SnapshotPtr snapshot;
    /// Images that the targets name, each once.
    std::vector<Snapshot::Index> chosen;
    /// The topmost layers of what is chosen of them.
    std::vector<LayerGraph::Index> chosenTops;
    /// All steps of an image stand together: its containers, then its references, or its ID if it has none.
    /// An image comes after those built on it, so that one that cannot be removed costs no container of
    /// another.
    QList<RemovalStep> steps;
    QList<KeptImage> kept;
    /// In the order in which they are deleted, those that the engine prunes with their last child included.
    std::vector<Deletion> deletions;
    /// Layers that nothing needs any more afterwards, in the order in which they are deleted. Empty while the
    /// snapshot's layers are unread.
    std::vector<LayerGraph::Index> freedLayers;

    /// Pure and fast enough to follow a selection. Targets may repeat and overlap; those the snapshot does
    /// not hold are left out.
    static RemovalPlan make(
        SnapshotPtr snapshot, const QList<RemovalTarget> &targets, const RemovalOptions &options);

    /// Of all steps, in the order they will be reported, with those of the layers if the store reports them.
    QList<RemovalLine> predictedLines() const;
    /// Images that go, those that the engine prunes with their last child included.
    int deletedImages() const;
    /// Platforms that go alone.
    int deletedPlatforms() const;
    /// Of the freed layers. None while the snapshot's layers are unread.
    std::optional<ByteCount> freedBytes() const;
    bool hasBlocked() const;
    /// Images of which something was asked for that will not be done; platforms that stay are not counted.
    int blockedImages() const;
    /// Platforms that were to go alone and stay.
    int blockedPlatforms() const;
    /// Platforms that were to go alone and are not there.
    int absentPlatforms() const;
};

} // namespace jettison
