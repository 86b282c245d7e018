// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/route.h"
#include "core/swarm.h"

#include <QString>

/// Texts about a Swarm.
namespace jettison::swarmtext {

/// What the engine is in it, and where more can be learned; of a manager how many nodes there are.
QString summary(const Swarm &swarm);
/// `manager`, `manager, leader`
QString role(const SwarmNode &node);
/// How the node's own images can be seen from here, and whether somebody answers there, or that they cannot.
QString reach(const SwarmNode &node, const QList<Route> &routes);
/// The same with the reason why nobody answers there, as a sentence.
QString reachInFull(const SwarmNode &node, const QList<Route> &routes);

} // namespace jettison::swarmtext
