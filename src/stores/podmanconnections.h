// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/endpoint.h"

namespace jettison {

/// One that `podman system connection list` shows.
struct PodmanConnection
{
    QString name;
    /// The file that it stands in.
    QString place;
    Result<Endpoint> endpoint;
    /// Podman uses it if nothing else is said.
    bool isDefault = false;
};

struct PodmanConnections
{
    /// In the order of their names.
    QList<PodmanConnection> connections;
    /// Of files that cannot be read.
    QList<Error> errors;
};

/// Reads podman-connections.json and, for names that it lacks, the files containers.conf.
/// CONTAINER_CONNECTION says which one is the default before the files do.
PodmanConnections podmanConnections(const QProcessEnvironment &environment);

/// What CONTAINER_HOST and CONTAINER_SSHKEY say; InvalidEndpoint, also if there is no such variable.
Result<Endpoint> containerHostEndpoint(const QProcessEnvironment &environment);

} // namespace jettison
