// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/enginepaths.h"
#include "stores/engine/enginestore.h"
#include "stores/engine/surroundingsjson.h"

namespace jettison {

Result<ContainerFate> EngineStore::containerFate(const ContainerId &id, const Call &call)
{
    return containerDetails(id, call).and_then(enginejson::containerFate);
}

Result<QList<SwarmService>> EngineStore::services(const Call &call)
{
    return read("/services", call).and_then(enginejson::services);
}

Result<Swarm> EngineStore::swarm(const Call &call)
{
    Result<enginejson::SwarmMembership> told = read("/info", call).and_then(enginejson::membership);
    if (!told) {
        return tl::unexpected(told.error());
    }
    if (told->swarm.part != Swarm::Part::Manager) {
        return told->swarm;
    }
    Result<QList<SwarmNode>> nodes = read("/nodes", call).and_then(enginejson::nodes);
    if (!nodes) {
        return tl::unexpected(nodes.error());
    }
    for (SwarmNode &node : *nodes) {
        node.isThis = node.id == told->nodeId;
    }
    told->swarm.nodes = *nodes;
    return told->swarm;
}

} // namespace jettison
