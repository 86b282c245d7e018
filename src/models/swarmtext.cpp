// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/swarmtext.h"

#include "models/hosttext.h"
#include "models/messages.h"

#include <QCoreApplication>

namespace jettison::swarmtext {

namespace {

struct SwarmText
{
    Q_DECLARE_TR_FUNCTIONS(jettison::SwarmText)
};

} // namespace

QString summary(const Swarm &swarm)
{
    switch (swarm.part) {
    case Swarm::Part::None:
        return SwarmText::tr("This store is part of no Swarm, so there are no other nodes.");
    case Swarm::Part::Worker:
        return SwarmText::tr(
            "This engine is a worker of a Swarm, and only managers know the nodes. Connect to "
            "one of them: %1")
            .arg(swarm.managers.join(SwarmText::tr(", ")));
    case Swarm::Part::Manager:
        return SwarmText::tr("%n node(s). Each has images of its own, which only its own engine shows.",
            nullptr, int(swarm.nodes.size()));
    case Swarm::Part::Locked:
        return SwarmText::tr("This Swarm manager is locked. Unlock it first: docker swarm unlock");
    case Swarm::Part::Troubled:
        return SwarmText::tr("This engine is not connected to its Swarm: %1").arg(swarm.problem);
    }
    Q_UNREACHABLE();
}

QString role(const SwarmNode &node)
{
    return node.reachability.isEmpty() ? node.role
                                       : SwarmText::tr("%1, %2").arg(node.role, node.reachability);
}

QString reach(const SwarmNode &node, const QList<Route> &routes)
{
    if (node.isThis) {
        return SwarmText::tr("this engine");
    }
    const std::optional<Route> connection = routeTo(node, routes);
    if (!connection) {
        return SwarmText::tr("no connection known");
    }
    const QString state =
        connection->answer ? hosttext::state(*connection->answer) : SwarmText::tr("not asked yet");
    return SwarmText::tr("%1 (%2): %3").arg(connection->name, connection->endpoint, state);
}

QString reachInFull(const SwarmNode &node, const QList<Route> &routes)
{
    const std::optional<Route> connection = routeTo(node, routes);
    return connection && connection->answer && connection->answer->error
        ? SwarmText::tr("%1\n%2").arg(reach(node, routes), messages::error(*connection->answer->error))
        : reach(node, routes);
}

} // namespace jettison::swarmtext
