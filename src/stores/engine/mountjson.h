// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/ids.h"

#include <QByteArray>

/// What the Engine API tells from which it follows what a container mounts. Times are nanoseconds since 1970,
/// 0 where the engine does not know. All return MalformedReply.
namespace jettison::enginejson {

/// `Created` of `GET /containers/{id}/json`.
Result<qint64> creationTime(const QByteArray &json);

/// The image of `GET /images/{name}/json`, and when it got the last of its names.
struct NamedImage
{
    ImageId id;
    qint64 named = 0;
};
Result<NamedImage> namedImage(const QByteArray &json);

/// Of `GET /libpod/containers/json`, whose mounts are paths: there is any.
bool haveMounts(const QByteArray &json);

} // namespace jettison::enginejson
