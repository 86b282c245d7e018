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
    /// What a person typed before.
    QList<TypedHost> typed = {};
    /// Archives and layouts that were opened before, as endpoints.
    QStringList archives = {};
    /// Where the sample store is; empty for none.
    QString sampleFolder = {};
};

/// Every engine that a person has: docker's contexts, Podman's connections, what was typed, the sockets that
/// exist, and what DOCKER_HOST, CONTAINER_HOST and the like say; then files. Those that cannot be used are
/// listed, too. An endpoint that several places name is one host. The one that chooseEndpoint() takes if
/// nothing else is said comes first. Reads files and the environment; connects to nothing.
QList<KnownHost> knownHosts(const HostSearch &search);

/// InvalidEndpoint.
Result<Endpoint> typedEndpoint(const TypedHost &typed, const QProcessEnvironment &environment = {});

} // namespace jettison
