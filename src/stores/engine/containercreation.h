// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/ids.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>

/// A container made anew from what an engine told of an earlier one. All return MalformedReply.
namespace jettison::enginejson {

struct ContainerCreation
{
    /// Of `POST /containers/create`.
    QByteArray body = {};
    /// What it is connected to afterwards: engines before API 1.44 take one network at the creation.
    QMap<QString, QJsonObject> networks = {};
};

/// The image of a container.
struct CreatedFrom
{
    ImageId id;
    /// As a person typed it: a name, or an ID or its beginning.
    QString name;
};

/// Of what `GET /containers/{id}/json` told.
Result<CreatedFrom> createdFrom(const QByteArray &details);
/// A container like the one that was told of, from that image. It asks for the volumes that the earlier one
/// had, those without a name too.
Result<ContainerCreation> creationOf(const QByteArray &details, const QString &image);
/// The body of `POST /networks/{name}/connect`.
QByteArray connectionOf(const ContainerId &container, const QJsonObject &endpoint);
/// The answer to the creation.
Result<ContainerId> createdContainer(const QByteArray &json);

} // namespace jettison::enginejson
