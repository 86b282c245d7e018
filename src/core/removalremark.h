// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalplan.h"
#include "core/surroundings.h"

#include <QList>

#include <optional>

namespace jettison {

/// What will happen around a removal that is none of its steps.
struct RemovalRemark
{
    enum class Kind {
        Owner, ///< something makes the containers again
        RestartPolicy, ///< the engine may start them again
        AutoRemoval, ///< the engine removes them by itself (`--rm`)
        ServiceImage, ///< a Swarm service wants an image that goes
        UnknownMount, ///< the containers mount an image, and nobody can tell that it is not one that goes
    };

    Kind kind = Kind::Owner;
    /// The plan stops and removes the containers; else they are why an image stays.
    bool goes = true;
    /// All that it is true of; none for ServiceImage.
    QList<Container> containers = {};
    ContainerOwner owner = {};
    /// For RestartPolicy and AutoRemoval.
    ContainerFate fate = {};
    /// For RestartPolicy: an engine that restarts in the meantime starts them again.
    bool restartsWithEngine = false;
    /// For ServiceImage, with the owner's name and stack alone; for UnknownMount as it was typed.
    QString image = {};
    /// For UnknownMount: the engine refuses to remove what is mounted. Else the container loses it.
    bool isGuarded = true;

    friend bool operator==(const RemovalRemark &, const RemovalRemark &) = default;
};

/// Those that matter to a plan. Pure. Without surroundings it says what labels tell.
QList<RemovalRemark> removalRemarks(const RemovalPlan &plan, const Surroundings &surroundings);

/// Containers whose fates the remarks depend on, each once: those that go, and those in the way.
QList<Container> concernedContainers(const RemovalPlan &plan);

/// The word for machines: that of the owner, `restart-policy`, `auto-removal`, `service-image` or
/// `unknown-mount`.
QString kindName(const RemovalRemark &remark);

} // namespace jettison
