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

    /// References of all images that an undo cannot give back, because only a registry's answer makes them.
    QList<Reference> digests() const;
};

/// How far a backup has come.
struct BackupProgress
{
    enum class Phase { Saving, Verifying };

    Phase phase = Phase::Saving;
    /// Bytes of the archive, not packed; `expected` is an estimate.
    qint64 bytes = 0;
    qint64 expected = 0;
};

} // namespace jettison
