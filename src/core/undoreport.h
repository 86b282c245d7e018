// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backup.h"
#include "core/error.h"

#include <QList>

#include <optional>

namespace jettison {

struct UndoOptions
{
    /// Make the removed containers anew, not started.
    bool containers = false;
    /// Change nothing: the report says what would come of it.
    bool dryRun = false;
};

/// What came of an undo.
struct UndoReport
{
    struct TakenName
    {
        Reference reference;
        /// The image that has the name now.
        ImageId holder;
    };
    struct LostName
    {
        Reference reference;
        /// The image that stayed then and is gone now.
        ImageId image;
    };
    struct FailedName
    {
        Reference reference;
        Error error;
    };
    struct Platform
    {
        ImageId image;
        ImageVariant variant;
    };
    struct FailedContainer
    {
        QString name;
        Error error;
    };

    Backup backup;
    /// Images that are there again, with the same IDs.
    QList<ImageId> restored = {};
    /// Those that had never gone, or had come back by themselves.
    QList<ImageId> present = {};
    /// Those that are still not there.
    QList<ImageId> missing = {};
    /// The same of platforms that images had lost alone.
    QList<Platform> restoredPlatforms = {};
    QList<Platform> presentPlatforms = {};
    QList<Platform> missingPlatforms = {};
    /// Images that are there, so that their names were looked after.
    QList<ImageId> named = {};
    /// Names that were given back.
    QList<Reference> tagged = {};
    /// Names that were left alone: other images have them now.
    QList<TakenName> taken = {};
    /// Names for whose images nothing was kept.
    QList<LostName> lost = {};
    /// Names, and digests that were to be pulled.
    QList<FailedName> untagged = {};
    /// Digests that registries gave again, with the same images.
    QList<Reference> pulled = {};
    QList<QString> recreated = {};
    QList<FailedContainer> notRecreated = {};
    /// Why it ended before its end.
    std::optional<Error> error = {};
    /// Nothing was changed: all of this is foretold.
    bool isDryRun = false;
    /// What did not come back never will, so that the next undo goes on with an earlier removal.
    bool isSettled = false;

    /// Every image, platform and tag of the backup is there again.
    bool isComplete() const
    {
        return !error && missing.isEmpty() && missingPlatforms.isEmpty() && taken.isEmpty() && lost.isEmpty()
            && untagged.isEmpty() && notRecreated.isEmpty();
    }
};

} // namespace jettison
