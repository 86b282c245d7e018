// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/container.h"
#include "core/error.h"

#include <QByteArray>
#include <QList>

/// The Engine API's JSON about containers. Strict about IDs, tolerant of what engines leave out or add. All
/// return MalformedReply.
namespace jettison::enginejson {

/// `GET /containers/json`.
Result<QList<Container>> containers(const QByteArray &json);
/// `GET /libpod/containers/json`, Podman's own: it has the containers of builders and of pods' infra as well.
Result<QList<Container>> podmanContainers(const QByteArray &json);
/// `GET /containers/{id}/json`.
Result<Container> container(const QByteArray &json);

} // namespace jettison::enginejson
