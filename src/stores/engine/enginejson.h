// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engineidentity.h"
#include "core/error.h"
#include "core/image.h"
#include "core/removalline.h"

#include <QByteArray>
#include <QList>

/// The Engine API's JSON as values, for Docker from API 1.41 and Podman's compatible API. Strict about what a
/// removal depends on (IDs and names), tolerant of what engines leave out or add. All return MalformedReply.
namespace jettison::enginejson {

/// `GET /images/json`. Digests stand apart from names, though stores may have them as names, too.
Result<QList<Image>> images(const QByteArray &json);
/// `GET /images/{name}/json`.
Result<Image> image(const QByteArray &json);

/// `DELETE /images/{name}`.
Result<QList<RemovalLine>> removalLines(const QByteArray &json);

/// `GET /info`: Docker keeps its images in containerd.
Result<bool> usesContainerd(const QByteArray &json);

/// `GET /version`.
struct Version
{
    /// `Docker` or `Podman`.
    QString name;
    QString version;
    /// The newest and the oldest API version that the engine takes; empty if it does not say.
    QString apiVersion;
    QString minApiVersion;
};
Result<Version> version(const QByteArray &json);

/// `GET /info`: the `ID`, and whether `rootless` is among the `SecurityOptions`.
Result<EngineIdentity> identity(const QByteArray &json);

/// The engine's words for a failed request; empty if this is not how an engine fails.
QString errorMessage(const QByteArray &json);

} // namespace jettison::enginejson
