// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/host.h"
#include "stores/endpoint.h"

namespace jettison {

/// A host with the way to it.
struct KnownHost
{
    Host host;
    Result<Endpoint> endpoint;
};

/// What decides which hosts there are.
struct HostSearch
{
    QProcessEnvironment environment;
    /// What knownSockets() found.
    QList<KnownSocket> sockets = {};
};

/// Every engine that a person has: docker's contexts, Podman's connections, the sockets that exist, and what
/// DOCKER_HOST, CONTAINER_HOST and the like say; those that cannot be used, too. An endpoint that several
/// places name is one host. Reads files and the environment; connects to nothing. The one that
/// chooseEndpoint() takes if nothing else is said comes first.
QList<KnownHost> knownHosts(const HostSearch &search);

} // namespace jettison
