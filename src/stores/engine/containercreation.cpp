// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/containercreation.h"

#include "stores/jsonreading.h"

#include <algorithm>

namespace jettison::enginejson {

using namespace Qt::StringLiterals;

namespace {

// What a person chose for a network; addresses and the like the engine gives out anew.
QJsonObject endpointOf(const QJsonObject &settings, const QString &shortId)
{
    QJsonArray aliases;
    const QJsonArray old = settings.value("Aliases"_L1).toArray();
    std::ranges::copy_if(old, std::back_inserter(aliases),
        [&](const QJsonValue &alias) { return alias.toString() != shortId; });
    return {
        {u"IPAMConfig"_s, settings.value("IPAMConfig"_L1)},
        {u"Links"_s, settings.value("Links"_L1)},
        {u"Aliases"_s, aliases.isEmpty() ? QJsonValue() : QJsonValue(aliases)},
    };
}

bool isMountedAt(const QJsonObject &host, const QString &folder)
{
    const QJsonArray binds = host.value("Binds"_L1).toArray();
    const QJsonArray mounts = host.value("Mounts"_L1).toArray();
    return std::ranges::any_of(binds, [&](const QJsonValue &bind) {
        return bind.toString().section(u':', 1, 1) == folder;
    }) || std::ranges::any_of(mounts, [&](const QJsonValue &mount) {
        return mount.toObject().value("Target"_L1).toString() == folder;
    });
}

// Volumes without a name stand only in the list of what was mounted. They outlive their container.
QJsonArray bindsOf(const QJsonObject &details, const QJsonObject &host)
{
    QJsonArray binds = host.value("Binds"_L1).toArray();
    const QJsonArray mounts = details.value("Mounts"_L1).toArray();
    for (const QJsonValue mount : mounts) {
        const QString name = mount.toObject().value("Name"_L1).toString();
        const QString folder = mount.toObject().value("Destination"_L1).toString();
        if (mount.toObject().value("Type"_L1) == "volume"_L1 && !name.isEmpty()
            && !isMountedAt(host, folder)) {
            binds << QString(name + u':' + folder);
        }
    }
    return binds;
}

// Podman tells the names of limits as the system has them, `RLIMIT_NOFILE`, but takes them as docker does.
QJsonArray limitsOf(const QJsonObject &host)
{
    QJsonArray limits;
    const QJsonArray told = host.value("Ulimits"_L1).toArray();
    for (const QJsonValue value : told) {
        QJsonObject limit = value.toObject();
        limit.insert(u"Name"_s, limit.value("Name"_L1).toString().remove("RLIMIT_"_L1).toLower());
        limits << limit;
    }
    return limits;
}

} // namespace

Result<CreatedFrom> createdFrom(const QByteArray &details)
{
    const Result<QJsonObject> object = json::parseObject(details);
    if (!object) {
        return tl::unexpected(object.error());
    }
    const QString id = object->value("Image"_L1).toString();
    const QJsonObject config = object->value("Config"_L1).toObject();
    if (config.isEmpty() || id.isEmpty()) {
        return json::malformed(u"no configuration of a container"_s);
    }
    // Podman writes no algorithm before it.
    return CreatedFrom{
        .id = ImageId(json::isHex(id) ? "sha256:"_L1 + id : id), .name = config.value("Image"_L1).toString()};
}

Result<ContainerCreation> creationOf(const QByteArray &details, const QString &image)
{
    const Result<QJsonObject> object = json::parseObject(details);
    if (!object) {
        return tl::unexpected(object.error());
    }
    QJsonObject body = object->value("Config"_L1).toObject();
    QJsonObject host = object->value("HostConfig"_L1).toObject();
    const QString shortId = object->value("Id"_L1).toString().left(12);
    if (body.value("Hostname"_L1) == shortId) {
        body.remove("Hostname"_L1);
    }
    const QJsonArray binds = bindsOf(*object, host);
    host.insert(u"Binds"_s, binds.isEmpty() ? QJsonValue() : QJsonValue(binds));
    if (host.contains("Ulimits"_L1)) {
        host.insert(u"Ulimits"_s, limitsOf(host));
    }
    body.insert(u"Image"_s, image);
    body.insert(u"HostConfig"_s, host);
    ContainerCreation creation;
    const QJsonObject networks =
        object->value("NetworkSettings"_L1).toObject().value("Networks"_L1).toObject();
    for (auto network = networks.begin(); network != networks.end(); ++network) {
        const QJsonObject endpoint = endpointOf(network.value().toObject(), shortId);
        if (network.key() == host.value("NetworkMode"_L1).toString()) {
            body.insert(u"NetworkingConfig"_s,
                QJsonObject{{u"EndpointsConfig"_s, QJsonObject{{network.key(), endpoint}}}});
        } else if (host.value("NetworkMode"_L1).toString() != "default"_L1 || network.key() != "bridge"_L1) {
            creation.networks.insert(network.key(), endpoint);
        }
    }
    creation.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return creation;
}

QByteArray connectionOf(const ContainerId &container, const QJsonObject &endpoint)
{
    return QJsonDocument(QJsonObject{{u"Container"_s, container.text()}, {u"EndpointConfig"_s, endpoint}})
        .toJson(QJsonDocument::Compact);
}

Result<ContainerId> createdContainer(const QByteArray &json)
{
    const Result<QJsonObject> object = json::parseObject(json);
    if (!object) {
        return tl::unexpected(object.error());
    }
    const QString id = object->value("Id"_L1).toString();
    return json::isHex(id) ? Result<ContainerId>(ContainerId(id))
                           : json::malformed("no container ID: "_L1 + id);
}

} // namespace jettison::enginejson
