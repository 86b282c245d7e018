// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/snapshot.h"
#include "jobs/contentcache.h"
#include "jobs/heldlayers.h"
#include "stores/store.h"

#include <QDeadlineTimer>
#include <QList>

namespace jettison {

/// Reads what the images of a list are made of, and keeps it: first the layers of each image, then the
/// histories of one image at each end of a chain, then others where sizes are still open. Worker thread.
class LayerReader
{
public:
    struct Progress
    {
        int read = 0;
        int all = 0;
    };

    explicit LayerReader(ContentCache cache);

    /// What was read before is not asked for again.
    void start(SnapshotPtr lists);
    /// Reads on until everything is read (true) or `until` has passed. An image that the store cannot tell
    /// about stays unread; the errors are those of a store that cannot be reached.
    Result<bool> read(Store &store, const QDeadlineTimer &until, const CancelToken &cancel);
    /// Without layers until read() has returned true.
    const SnapshotPtr &snapshot() const { return m_snapshot; }
    Progress progress() const { return m_progress; }

private:
    enum class Round { Layers, LeafHistories, OtherHistories, Done };

    void finishRound();
    SnapshotPtr makeSnapshot() const;
    /// A file is read as fast as the cache, and packs the layers of an image in its own way.
    bool isCached() const { return m_lists->store().kind == StoreInfo::Kind::Engine; }
    void enqueueHistories(const LayerGraph &graph);
    Result<void> readImage(Snapshot::Index image, Store &store, const CancelToken &cancel);

    ContentCache m_cache;
    SnapshotPtr m_lists;
    SnapshotPtr m_snapshot;
    ImageContents m_contents;
    Round m_round = Round::Done;
    /// Positions of images, the next one last.
    QList<Snapshot::Index> m_queue;
    HeldLayers m_held;
    Progress m_progress;
};

} // namespace jettison
