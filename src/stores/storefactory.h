// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/hosts.h"
#include "stores/store.h"

namespace jettison {

/// A store that is not connected yet. InvalidEndpoint: this platform has no sockets of that kind.
Result<std::unique_ptr<Store>> makeStore(const Endpoint &endpoint);

/// Makes stores at a host, or fails with the reason why it cannot be used. The sample store is made first if
/// it is not there.
StoreFactory storeFactory(const KnownHost &host);

/// What decides which store is meant.
struct StoreWish
{
    /// `--host`, `--context` and `--tls…`; empty where they were not given.
    QString host = {};
    QString context = {};
    TlsWish tls = {};
    QProcessEnvironment environment = {};
    /// Where the sample store is made if no engine is found. Empty: then there is none.
    QString sampleFolder = {};
};

/// Makes stores behind the endpoint that chooseEndpoint() finds, or else the sample store. As long as nothing
/// is found it looks again each time. What it has found it keeps to, so that an open window never goes on
/// with another engine.
StoreFactory storeFactory(const StoreWish &wish);

} // namespace jettison
