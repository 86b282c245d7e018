// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/endpoint.h"
#include "stores/store.h"

namespace jettison {

/// A store that is not connected yet. InvalidEndpoint: this platform has no sockets of that kind.
Result<std::unique_ptr<Store>> makeStore(const Endpoint &endpoint);

/// Makes stores behind the endpoint that chooseEndpoint() finds; `host` and `context` are empty where they
/// were not given. As long as nothing is found it looks again each time. What it has found it keeps to, so
/// that an open window never goes on with another engine.
StoreFactory storeFactory(
    const QString &host, const QString &context, const QProcessEnvironment &environment);

} // namespace jettison
