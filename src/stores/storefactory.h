// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/endpoint.h"
#include "stores/store.h"

namespace jettison {

/// How to make stores behind an endpoint. InvalidEndpoint: this platform has no sockets of that kind.
Result<StoreFactory> storeFactory(const Endpoint &endpoint);

} // namespace jettison
