// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/containerjson.h"

#include "stores/engine/enginevalues.h"
#include "stores/jsonreading.h"

#include <QHash>

namespace jettison::enginejson {

using namespace Qt::StringLiterals;

namespace {

// What no process ever ran in.
const QString ExternalState = u"storage"_s;

// Podman's own words for states that Docker names otherwise, or has not.
const QHash<QString, QString> PodmanStates{
    {u"configured"_s, u"created"_s},
    {u"initialized"_s, u"created"_s},
    {u"stopping"_s, u"running"_s},
    {u"stopped"_s, u"exited"_s},
    {ExternalState, u"exited"_s},
};

// A container that another one links to bears that link as a second name with a slash inside.
QString ownName(const QJsonArray &names)
{
    for (const QJsonValue value : names) {
        const QString name = value.toString();
        if (name.startsWith(u'/') && name.lastIndexOf(u'/') == 0) {
            return name.sliced(1);
        }
    }
    return names.isEmpty() ? QString() : names.first().toString();
}

// By their names alone: which images these were, no list tells.
QList<ImageMount> imageMounts(const QJsonObject &container)
{
    QList<ImageMount> found;
    const QJsonArray mounts = container.value("Mounts"_L1).toArray();
    for (const QJsonValue mount : mounts) {
        if (mount["Type"_L1].toString() == "image"_L1) {
            // Docker's source is a folder, Podman's is the name.
            const QString source = mount["Source"_L1].toString();
            found << ImageMount{
                .name = mount["Name"_L1].toString(source), .since = created(container.value("Created"_L1))};
        }
    }
    return found;
}

Result<Container> containerFrom(const QJsonObject &object, const QString &name, const QString &image,
    const QString &state, const QJsonValue &labelMap)
{
    const QString id = object.value("Id"_L1).toString();
    if (!json::isHex(id)) {
        return json::malformed("no container ID: "_L1 + id);
    }
    const Result<ImageId> imageOrNone = optionalImageId(image);
    if (!imageOrNone) {
        return tl::unexpected(imageOrNone.error());
    }
    return Container{.id = ContainerId(id),
        .name = name,
        .image = *imageOrNone,
        .state = stateFromName(state),
        .owner = ownerFrom(labels(labelMap)),
        .imageMounts = imageMounts(object)};
}

} // namespace

Result<QList<Container>> containers(const QByteArray &json)
{
    return json::parseList<Container>(json, [](const QJsonObject &entry) {
        return containerFrom(entry, ownName(entry.value("Names"_L1).toArray()),
            entry.value("ImageID"_L1).toString(), entry.value("State"_L1).toString(),
            entry.value("Labels"_L1));
    });
}

Result<Container> container(const QByteArray &json)
{
    const Result<QJsonObject> object = json::parseObject(json);
    if (!object) {
        return tl::unexpected(object.error());
    }
    return containerFrom(*object, ownName({object->value("Name"_L1)}), object->value("Image"_L1).toString(),
        object->value("State"_L1).toObject().value("Status"_L1).toString(),
        object->value("Config"_L1).toObject().value("Labels"_L1));
}

Result<QList<Container>> podmanContainers(const QByteArray &json)
{
    return json::parseList<Container>(json, [](const QJsonObject &entry) {
        const QString state = entry.value("State"_L1).toString();
        Result<Container> container = containerFrom(entry, entry.value("Names"_L1)[0].toString(),
            entry.value("ImageID"_L1).toString(), PodmanStates.value(state, state), entry.value("Labels"_L1));
        if (container) {
            container->pod = entry.value("PodName"_L1).toString();
            container->isInfra = entry.value("IsInfra"_L1).toBool();
            container->isExternal = state == ExternalState;
        }
        return container;
    });
}

} // namespace jettison::enginejson
