// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace jettison {

/// A machine of a Swarm, in the words of its managers.
struct SwarmNode
{
    QString id;
    QString hostName = {};
    /// `manager` or `worker`.
    QString role = {};
    /// `active`, `pause` or `drain`.
    QString availability = {};
    /// `ready`, `down`, `disconnected` or `unknown`.
    QString state = {};
    /// Where the managers reach it; of some only the host's own address.
    QString address = {};
    QString engineVersion = {};
    /// Of a manager: `leader`, `reachable`, `unreachable` or `unknown`.
    QString reachability = {};
    /// The engine that told of it.
    bool isThis = false;

    friend bool operator==(const SwarmNode &, const SwarmNode &) = default;
};

/// What an engine knows of the Swarm that it is part of.
struct Swarm
{
    enum class Part {
        None, ///< it is in no Swarm
        Worker,
        Manager,
        Locked, ///< a manager that waits for its key
        Troubled, ///< it cannot join or has lost its Swarm; `problem` says why
    };

    Part part = Part::None;
    QString problem = {};
    /// `address:port`, of those that the engine knows.
    QStringList managers = {};
    /// Only managers know them.
    QList<SwarmNode> nodes = {};

    friend bool operator==(const Swarm &, const Swarm &) = default;
};

} // namespace jettison
