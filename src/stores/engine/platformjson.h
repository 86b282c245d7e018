// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/image.h"
#include "core/imagecontent.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>

/// The Engine API's JSON about the platforms of images, as Docker has it with the containerd image store. All
/// return MalformedReply.
namespace jettison::enginejson {

/// Such as `linux/arm64/v8`, of an object with these parts.
QString platformName(const QJsonObject &platform);

/// `Manifests` in `GET /images/json` and `GET /images/{name}/json`. Empty where the store tells none.
Result<QList<ImageVariant>> variants(const QJsonValue &manifests);

/// `GET /images/{name}/json?manifests=1`: the layers are those of the platform that fits the engine's best.
struct PlatformLayers
{
    QList<DiffId> diffIds;
    QList<ImageVariant> variants;
};
Result<PlatformLayers> platformLayers(const QByteArray &json);

/// The value of the parameters `platform` and `platforms` for the name of a variant, such as
/// `linux/arm64/v8`.
QByteArray platformParameter(const QString &name);

} // namespace jettison::enginejson
