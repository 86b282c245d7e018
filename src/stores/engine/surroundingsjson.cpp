// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/surroundingsjson.h"

#include "stores/jsonreading.h"

#include <algorithm>

namespace jettison::enginejson {

using namespace Qt::StringLiterals;

namespace {

// Engines name a volume that a person did not by 64 hexadecimal digits.
QStringList anonymousVolumes(const QJsonArray &mounts)
{
    QStringList folders;
    for (const QJsonValue mount : mounts) {
        if (mount["Type"_L1] == "volume"_L1 && json::isHex(mount["Name"_L1].toString())) {
            folders << mount["Destination"_L1].toString();
        }
    }
    folders.sort();
    return folders;
}

Swarm::Part partOf(const QString &state, bool isManager)
{
    if (state == "active"_L1) {
        return isManager ? Swarm::Part::Manager : Swarm::Part::Worker;
    }
    if (state == "locked"_L1) {
        return Swarm::Part::Locked;
    }
    return state == "pending"_L1 || state == "error"_L1 ? Swarm::Part::Troubled : Swarm::Part::None;
}

SwarmNode nodeFrom(const QJsonObject &entry)
{
    const QJsonObject spec = entry.value("Spec"_L1).toObject();
    const QJsonObject description = entry.value("Description"_L1).toObject();
    const QJsonObject status = entry.value("Status"_L1).toObject();
    const QJsonObject manager = entry.value("ManagerStatus"_L1).toObject();
    return {.id = entry.value("ID"_L1).toString(),
        .hostName = description.value("Hostname"_L1).toString(),
        .role = spec.value("Role"_L1).toString(),
        .availability = spec.value("Availability"_L1).toString(),
        .state = status.value("State"_L1).toString(),
        .address = status.value("Addr"_L1).toString(),
        .engineVersion = description.value("Engine"_L1).toObject().value("EngineVersion"_L1).toString(),
        .reachability =
            manager.value("Leader"_L1).toBool() ? u"leader"_s : manager.value("Reachability"_L1).toString()};
}

} // namespace

Result<ContainerFate> containerFate(const QByteArray &json)
{
    return json::parseObject(json).map([](const QJsonObject &object) {
        const QJsonObject host = object.value("HostConfig"_L1).toObject();
        return ContainerFate{
            .restart = restartFromName(host.value("RestartPolicy"_L1).toObject().value("Name"_L1).toString()),
            .isAutoRemoved = host.value("AutoRemove"_L1).toBool(),
            .anonymousVolumes = anonymousVolumes(object.value("Mounts"_L1).toArray())};
    });
}

Result<QList<SwarmService>> services(const QByteArray &json)
{
    QList<SwarmService> list;
    const Result<void> parsed = json::parseEntries(json, [&](const QJsonObject &entry) -> Result<void> {
        const QJsonObject spec = entry.value("Spec"_L1).toObject();
        const QString image =
            spec["TaskTemplate"_L1].toObject()["ContainerSpec"_L1].toObject()["Image"_L1].toString();
        if (!image.isEmpty()) {
            list << SwarmService{.name = spec["Name"_L1].toString(),
                .stack = spec["Labels"_L1].toObject()["com.docker.stack.namespace"_L1].toString(),
                .image = image};
        }
        return {};
    });
    return parsed ? Result<QList<SwarmService>>(list) : tl::unexpected(parsed.error());
}

Result<SwarmMembership> membership(const QByteArray &json)
{
    return json::parseObject(json).map([](const QJsonObject &object) {
        const QJsonObject told = object.value("Swarm"_L1).toObject();
        SwarmMembership membership{.swarm = {.part = partOf(told.value("LocalNodeState"_L1).toString(),
                                                 told.value("ControlAvailable"_L1).toBool()),
                                       .problem = told.value("Error"_L1).toString()},
            .nodeId = told.value("NodeID"_L1).toString()};
        const QJsonArray managers = told.value("RemoteManagers"_L1).toArray();
        for (const QJsonValue manager : managers) {
            membership.swarm.managers << manager["Addr"_L1].toString();
        }
        return membership;
    });
}

Result<QList<SwarmNode>> nodes(const QByteArray &json)
{
    Result<QList<SwarmNode>> list = json::parseList<SwarmNode>(
        json, [](const QJsonObject &entry) -> Result<SwarmNode> { return nodeFrom(entry); });
    if (list) {
        std::ranges::sort(*list, {}, [](const SwarmNode &node) { return std::pair(node.hostName, node.id); });
    }
    return list;
}

} // namespace jettison::enginejson
