// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/container.h"
#include "core/image.h"
#include "core/removalline.h"
#include "core/snapshot.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace jettison {

/// Everything that a removal takes away, kept before its first step.
struct Backup
{
    struct KeptContainer
    {
        Container container;
        /// All that the store knew of it, as JSON.
        QByteArray details;
    };

    /// Names it among all backups; later ones sort behind.
    QString id;
    QDateTime time;
    StoreInfo store;
    /// Deleted by the plan, each with all its references; they are in the archive.
    QList<Image> images;
    /// Of images that stayed: each with the references that the plan took away.
    QList<Image> untagged;
    QList<KeptContainer> containers;
    /// What the plan foretold, those of layers included.
    QList<RemovalLine> lines;
    /// Bytes on the disk.
    qint64 size = 0;
    /// When it was last undone; invalid if it never was.
    QDateTime undone;
    /// Of a record: deleted by the plan, each with all its references; a registry had them under a digest.
    QList<Image> pullable = {};

    /// Of images that stayed: each with the platforms as its variants that alone the plan took away; these
    /// are in the archive.
    QList<Image> platforms = {};

    /// What no undo brings back, as goneForGood() has it. Of a record of a removal that cannot be undone.
    QList<Image> goneImages = {};
    /// What IDs its images have. None: an earlier version of this program has written it.
    std::optional<StoreTraits::Ids> ids = {};

    /// Without one it is a mere record: names that images lost which are still there, and what can be pulled.
    bool hasArchive() const { return !images.isEmpty() || !platforms.isEmpty(); }
    /// There is nothing that an undo could bring back: only to be told of.
    bool isHopeless() const { return !hasArchive() && pullable.isEmpty() && untagged.isEmpty(); }
    /// Its images could have no such IDs in a store that has those.
    bool isForOthersThan(StoreTraits::Ids other) const { return ids && *ids != other; }
    /// Platforms of all images.
    int platformCount() const;
    /// Every image that an undo brings back, one way or the other.
    QList<Image> deleted() const { return images + pullable; }
    /// References of all images that an undo cannot give back, because only a registry's answer makes them.
    QList<Reference> digests() const;
    /// What the plan foretold as gone, and of which nothing was kept: names of images, and containers.
    QList<RemovalLine> goneForGood() const;
};

/// How much may be kept. Zero: no limit.
struct BackupLimits
{
    /// Bytes of all backups together.
    qint64 size = 0;
    int days = 0;

    friend bool operator==(const BackupLimits &, const BackupLimits &) = default;
};

/// What a person has settled about backups.
struct BackupRules
{
    /// Empty: none can be kept.
    QString folder;
    /// Each removal keeps one, unless it is told not to.
    bool always = false;
    BackupLimits limits = {};

    friend bool operator==(const BackupRules &, const BackupRules &) = default;
};

/// How far a backup or its way back has come.
struct BackupProgress
{
    enum class Phase { Saving, Verifying, Loading, Copying, Pulling, Rewriting };

    Phase phase = Phase::Saving;
    /// Bytes of the archive, not packed, or those pulled; `expected` may be an estimate, and is 0 if nobody
    /// knows.
    qint64 bytes = 0;
    qint64 expected = 0;
    /// Since the first byte of this phase.
    std::chrono::milliseconds elapsed{0};

    /// From the speed so far. None as long as that tells nothing.
    std::optional<std::chrono::seconds> remaining() const;
};

} // namespace jettison
