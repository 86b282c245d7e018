// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/host.h"
#include "core/swarm.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace jettison {

/// A way to an engine that a person has, such as a context.
struct Route
{
    QString name;
    /// Such as `ssh://me@node2`.
    QString endpoint;
    /// What came of asking who is there; nothing if nobody was asked yet.
    std::optional<HostAnswer> answer = {};

    friend bool operator==(const Route &, const Route &) = default;
};

/// An endpoint is at the node's name or address, as far as that can be told from what was typed: nothing is
/// looked up. None leads to the node that tells of the others.
bool leadsTo(const SwarmNode &node, const QString &endpoint);

/// The best of those that lead there: one that answers, or else one that was not asked, or else any.
std::optional<Route> routeTo(const SwarmNode &node, const QList<Route> &routes);

/// Hosts that can be used, by the names that a person gave them. `answers`: by the keys of the hosts.
QList<Route> routesTo(const QList<Host> &hosts, const QHash<QString, HostAnswer> &answers);

} // namespace jettison
