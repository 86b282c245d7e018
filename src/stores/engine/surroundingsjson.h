// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/surroundings.h"
#include "core/swarm.h"

#include <QByteArray>

/// The Engine API's JSON about what surrounds containers, as values. All return MalformedReply.
namespace jettison::enginejson {

/// `GET /containers/{id}/json`.
Result<ContainerFate> containerFate(const QByteArray &json);

/// `GET /services`. Services that run no containers are left out.
Result<QList<SwarmService>> services(const QByteArray &json);

/// `GET /info`, without the nodes. `nodeId`: of this engine.
struct SwarmMembership
{
    Swarm swarm;
    QString nodeId;
};
Result<SwarmMembership> membership(const QByteArray &json);
/// `GET /nodes`, by host name.
Result<QList<SwarmNode>> nodes(const QByteArray &json);

} // namespace jettison::enginejson
