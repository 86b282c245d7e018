// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/containerowner.h"
#include "core/ids.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace jettison {

/// https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container (State.Status)
enum class ContainerState { Created, Running, Paused, Restarting, Removing, Exited, Dead, Unknown };

/// An image that a container sees as a folder (`--mount type=image`).
struct ImageMount
{
    /// As it was typed.
    QString name;
    /// Empty where nobody can tell: the name may have been another image's when the container was made.
    ImageId image = {};
    /// When that was, to the second.
    QDateTime since = {};

    friend bool operator==(const ImageMount &, const ImageMount &) = default;
};

struct Container
{
    ContainerId id;
    /// Without the leading slash.
    QString name;
    ImageId image;
    ContainerState state = ContainerState::Unknown;
    /// The pod that it runs in; empty for none.
    QString pod = {};
    /// It holds its pod together and goes only with all of that.
    bool isInfra = false;
    /// A builder's working container: the engine did not make it, and can only remove it.
    bool isExternal = false;
    ContainerOwner owner = {};
    QList<ImageMount> imageMounts = {};

    friend bool operator==(const Container &, const Container &) = default;
};

bool mountsImage(const Container &container, const ImageId &image);
/// It mounts an image of which nobody can tell which one it is.
bool mountsUnknown(const Container &container);

/// Whether the engine refuses to remove it before it is stopped. An unknown state counts as running.
bool mustBeStopped(ContainerState state);

/// The engine's own word for it, such as `running`; and back. Any other word is Unknown.
QString stateName(ContainerState state);
ContainerState stateFromName(QStringView name);

} // namespace jettison
