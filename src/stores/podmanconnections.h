// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/endpoint.h"

#include <optional>

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
    struct BrokenFile
    {
        QString place;
        Error error;
    };

    /// In the order of their names.
    QList<PodmanConnection> connections;
    QList<BrokenFile> broken;

    /// NoContext; BrokenSettings: one that it may stand in cannot be read. `place` says who wants it.
    Result<Endpoint> find(const QString &name, const QString &place = {}) const;
};

/// Reads podman-connections.json and, for names that it lacks, the files containers.conf.
/// CONTAINER_CONNECTION says which one is the default before the files do.
PodmanConnections podmanConnections(const QProcessEnvironment &environment);

/// What CONTAINER_HOST, CONTAINER_SSHKEY and CONTAINER_TLS_… say, or else CONTAINER_CONNECTION; none if there
/// is no such variable. InvalidEndpoint; the codes of PodmanConnections::find().
std::optional<Result<Endpoint>> podmanVariables(const QProcessEnvironment &environment);
/// What CONTAINER_HOST, CONTAINER_SSHKEY and CONTAINER_TLS_… say; InvalidEndpoint, also if there is no such
/// variable.
Result<Endpoint> containerHostEndpoint(const QProcessEnvironment &environment);

} // namespace jettison
