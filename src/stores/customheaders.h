// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QMap>
#include <QProcessEnvironment>

namespace jettison {

/// By their names, written as HTTP libraries write them: `X-Auth-Token`.
using HttpHeaders = QMap<QByteArray, QByteArray>;

/// What docker's command line sends with every request, such as the token of a proxy: DOCKER_CUSTOM_HEADERS,
/// or else HttpHeaders of its config.json. Without those that every request has of its own. InvalidHeaders. A
/// config.json that cannot be read has none: who needs it for more says so.
Result<HttpHeaders> customHeaders(const QProcessEnvironment &environment);

} // namespace jettison
