// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/ids.h"

#include <QByteArray>

/// A container made anew from what an engine told of an earlier one. All return MalformedReply.
namespace jettison::enginejson {

/// The body of `POST /containers/create` for a container like the one that `GET /containers/{id}/json` told
/// of. It names its image by ID, and asks for the volumes that the earlier one had, those without a name too.
Result<QByteArray> creationOf(const QByteArray &details);
/// The answer to it.
Result<ContainerId> createdContainer(const QByteArray &json);

} // namespace jettison::enginejson
