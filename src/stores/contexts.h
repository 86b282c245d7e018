// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/endpoint.h"

#include <QDir>
#include <QProcessEnvironment>

namespace jettison {

/// What decides which store is meant.
struct EndpointWish
{
    /// `--host`; empty if it was not given.
    QString host;
    /// `--context`; empty if it was not given. A context of docker, or else a connection of Podman.
    QString context;
    /// `--tls` and its like, for what is no context.
    TlsWish tls = {};
    QProcessEnvironment environment;
    /// What knownSockets() found.
    QList<KnownSocket> sockets;
};

/// A context of docker, and who chose it.
struct ContextName
{
    /// Empty if nobody names one.
    QString name;
    /// Who says it; empty for the command line.
    QString place = {};
};

/// Chooses as the docker command line does: `--host` or `--context`, DOCKER_HOST, DOCKER_CONTEXT, the current
/// context of Docker's config.json; then CONTAINER_HOST and CONTAINER_CONNECTION, the first of the sockets
/// that can be used, Podman's default connection. What the command line says of TLS goes before any context
/// that it does not name. `default` is what docker means by it, never what was found elsewhere.
/// InvalidEndpoint; NoContext; AmbiguousContext; BrokenSettings; TlsFilesFailed; NotRunning with every place
/// that was looked at.
Result<Endpoint> chooseEndpoint(const EndpointWish &wish);

/// Where the docker command line keeps its contexts and its config.json.
QDir dockerConfigFolder(const QProcessEnvironment &environment);
/// The context that config.json names; empty if none, or `default`. BrokenSettings.
Result<QString> currentContext(const QProcessEnvironment &environment);
/// The context of docker that is taken if the command line says nothing: of DOCKER_CONTEXT or config.json.
/// BrokenSettings.
Result<ContextName> chosenContext(const QProcessEnvironment &environment);
/// Of docker's context `default`: DOCKER_HOST, or else docker's own socket, whether it is there or not.
/// InvalidEndpoint; TlsFilesFailed.
Result<Endpoint> defaultContextEndpoint(const QProcessEnvironment &environment);
/// The name of the folder that a context has below `contexts/meta`.
QString contextFolder(const QString &name);
/// Of a context of the docker command line, other than `default`. `place` says who wants it. NoContext;
/// BrokenSettings.
Result<Endpoint> contextEndpoint(
    const QString &name, const QProcessEnvironment &environment, const QString &place = {});

/// Of the context in a folder below `contexts/meta`, whatever it calls itself. BrokenSettings.
Result<Endpoint> contextIn(const QString &folder, const QDir &config);

} // namespace jettison
