// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/host.h"
#include "core/swarm.h"

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

    friend bool operator==(const Route &, const Route &) = default;
};

/// The one that leads to the host with the node's name or address, as far as that can be told from what was
/// typed: nothing is looked up. None leads to the node that tells of the others.
std::optional<Route> routeTo(const SwarmNode &node, const QList<Route> &routes);

/// Hosts that can be used, by the names that a person gave them.
QList<Route> routesTo(const QList<Host> &hosts);

} // namespace jettison
