// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backup.h"
#include "core/error.h"
#include "core/removalplan.h"

#include <QList>
#include <QSet>

#include <optional>

namespace jettison {

/// What came of one step.
struct StepOutcome
{
    enum class State {
        Done,
        Skipped, ///< not sent: the thing was gone already (NotFound), or the store is not as planned
        Failed,
        NotStarted, ///< cancelled, or the store was lost, before its turn
    };

    State state = State::NotStarted;
    /// What the engine said it did; after a failed answer, what the store was then seen to have lost.
    QList<RemovalLine> reported = {};
    /// Why it is not done. With Done: the engine answered with an error, yet everything predicted is gone.
    std::optional<Error> error = {};

    /// What the step was for holds now, whoever did it.
    bool isFulfilled() const
    {
        return state == State::Done
            || (state == State::Skipped && error && error->code == ErrorCode::NotFound);
    }
};

/// What a removal freed, as the store was seen and asked afterwards. None of what could not be found out.
struct Measurement
{
    /// Layers of the plan's snapshot that no image needs which is still there.
    std::optional<ByteCount> gone = {};
    int goneLayers = 0;
    /// By how many bytes the store's own account of its layers went down, less those that only containers
    /// hold now: it counts the layers of images.
    std::optional<qint64> byStore = {};
};

/// What came of a plan: as many outcomes as the plan has steps.
struct RemovalReport
{
    RemovalPlan plan;
    QList<StepOutcome> outcomes = {};
    bool cancelled = false;
    Measurement measurement = {};
    /// With what it can be undone.
    std::optional<Backup> backup = {};
    /// Why it cannot. If the plan wanted a backup, nothing was removed.
    std::optional<Error> backupError = {};
    /// Older backups that the limits no longer allow and that are gone.
    QList<Backup> discarded = {};

    QList<RemovalLine> reportedLines() const;
    /// Everything that was asked holds now: nothing was blocked, skipped for a change, failed or left out.
    bool isComplete() const;
    int count(StepOutcome::State state) const;
    /// Images that went, whether the store reported it or not.
    QSet<ImageId> deleted() const;
    int deletedImages() const;
    int deletedPlatforms() const;
    /// Those that the store reported; if it reports none, those that nothing needs any more.
    int deletedLayers() const;
    /// Of the layers that the store reported as deleted; if it reports none, of those that are gone. None
    /// while the snapshot's layers are unread.
    std::optional<ByteCount> freedBytes() const;
    /// Everything was done, yet what was freed is by more than 1 % not what the plan foretold.
    bool freedOtherwise() const;
};

/// The word for machines: `done`, `skipped`, `failed`, `not-started`.
QString stateName(StepOutcome::State state);

} // namespace jettison
