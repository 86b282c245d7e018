// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/containerengine.h"

#include <QMap>
#include <QStringList>

namespace jettison {

/// What an engine holds, as the command lines of docker and of podman tell it.
struct StoreState
{
    /// By full ID, their references.
    QMap<QString, QStringList> images;
    /// By name, their state.
    QMap<QString, QString> containers;
    /// Names of containers that end and are started again all the time.
    QStringList restarting;
    /// By full ID, in other stores than the classic one: the digests, also beside tags.
    QMap<QString, QStringList> digests;
    /// Where the engine tells it: the ID of the image that one is built on.
    QMap<QString, QString> parents;

    static StoreState of(const ContainerEngine &engine);

    /// The same, after what `Untagged: …`, `Deleted: …`, `Stopped: …` and `Removed: …` say. Lines about
    /// layers are passed over.
    StoreState after(const QStringList &lines) const;
    /// Without the lines that say that a layer was deleted: an ID that was no image's.
    QStringList withoutLayers(const QStringList &lines) const;
    /// Without those about containers, which `docker image rm` has not.
    static QStringList withoutContainers(const QStringList &lines);
    /// A line an image or a container, to compare.
    QStringList text() const;
};

} // namespace jettison
