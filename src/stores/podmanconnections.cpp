// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/podmanconnections.h"

#include "stores/configfile.h"
#include "stores/containersconf.h"

#include <QDir>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

using configfile::member;

namespace {

// Later ones override what earlier ones say; those of a folder in the order of their names.
QStringList containersConfs(const QProcessEnvironment &environment)
{
    QStringList files;
    const QString only = environment.value(u"CONTAINERS_CONF"_s);
    if (!only.isEmpty()) {
        files << only;
    } else {
        for (const QString &folder : containersFolders(environment)) {
            const QString file = folder + "/containers.conf"_L1;
            files << (configfile::isMissing(file) ? QStringList() : QStringList(file));
            for (const QFileInfo &drop :
                QDir(file + ".d"_L1).entryInfoList({u"*.conf"_s}, QDir::Files, QDir::Name)) {
                files << drop.filePath();
            }
        }
    }
    const QString last = environment.value(u"CONTAINERS_CONF_OVERRIDE"_s);
    return last.isEmpty() ? files : files << last;
}

QString connectionsFile(const QProcessEnvironment &environment)
{
    const QString file = environment.value(u"PODMAN_CONNECTIONS_CONF"_s);
    return file.isEmpty() ? containersFolders(environment).constLast() + "/podman-connections.json"_L1 : file;
}

Result<void> addConnectionsFile(const QString &path, ServiceDestinations &destinations)
{
    if (configfile::isMissing(path)) {
        return {};
    }
    const Result<QJsonObject> file = configfile::readObject(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const QJsonObject connection = member(*file, "Connection"_L1).toObject();
    if (const QString name = member(connection, "Default"_L1).toString(); !name.isEmpty()) {
        destinations.active = name;
    }
    const QJsonObject entries = member(connection, "Connections"_L1).toObject();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        const QJsonObject values = entry->toObject();
        destinations.entries.insert(entry.key(),
            {.uri = member(values, "URI"_L1).toString(),
                .place = path,
                .identity = member(values, "Identity"_L1).toString(),
                .authorities = member(values, "TLSCA"_L1).toString(),
                .certificate = member(values, "TLSCert"_L1).toString(),
                .key = member(values, "TLSKey"_L1).toString()});
    }
    return {};
}

Result<Endpoint> endpointOf(const ServiceDestination &destination)
{
    const TlsSettings tls{.authorities = destination.authorities,
        .certificate = destination.certificate,
        .key = destination.key};
    const bool isTls = tls != TlsSettings();
    return parseEndpoint(destination.uri, isTls ? Endpoint::TlsPort : Endpoint::PlainPort)
        .map([&](Endpoint endpoint) {
            endpoint.isOfPodman = true;
            endpoint.identity = endpoint.scheme == Endpoint::Scheme::Ssh ? destination.identity : QString();
            endpoint.tls =
                endpoint.scheme == Endpoint::Scheme::Tcp && isTls ? OptionalTls(tls) : std::nullopt;
            return endpoint;
        });
}

} // namespace

PodmanConnections podmanConnections(const QProcessEnvironment &environment)
{
    PodmanConnections found;
    ServiceDestinations destinations;
    const auto keepError = [&](const QString &file, const Result<void> &added) {
        if (!added) {
            found.broken << PodmanConnections::BrokenFile{.place = file, .error = added.error()};
        }
    };
    for (const QString &file : containersConfs(environment)) {
        keepError(file, addContainersConf(file, destinations));
    }
    const QString connections = connectionsFile(environment);
    keepError(connections, addConnectionsFile(connections, destinations));
    const QString chosen = environment.value(u"CONTAINER_CONNECTION"_s);
    const QString active = chosen.isEmpty() ? destinations.active : chosen;
    for (auto entry = destinations.entries.cbegin(); entry != destinations.entries.cend(); ++entry) {
        Result<Endpoint> endpoint = endpointOf(*entry);
        if (!endpoint) {
            endpoint = fail(ErrorCode::BrokenSettings,
                "connection "_L1 + entry.key() + ": "_L1 + entry->place + ": "_L1 + endpoint.error().detail);
        }
        found.connections << PodmanConnection{.name = entry.key(),
            .place = entry->place,
            .endpoint = std::move(endpoint),
            .isDefault = entry.key() == active};
    }
    return found;
}

Result<Endpoint> PodmanConnections::find(const QString &name, const QString &place) const
{
    const auto named = std::ranges::find(connections, name, &PodmanConnection::name);
    if (named != connections.cend()) {
        return named->endpoint;
    }
    if (!broken.isEmpty()) {
        return tl::unexpected(broken.first().error);
    }
    return fail(ErrorCode::NoContext, place.isEmpty() ? name : name + " ("_L1 + place + u')');
}

std::optional<Result<Endpoint>> podmanVariables(const QProcessEnvironment &environment)
{
    if (!environment.value(u"CONTAINER_HOST"_s).isEmpty()) {
        return containerHostEndpoint(environment);
    }
    const QString name = environment.value(u"CONTAINER_CONNECTION"_s);
    return name.isEmpty()
        ? std::nullopt
        : std::optional(podmanConnections(environment).find(name, u"CONTAINER_CONNECTION"_s));
}

Result<Endpoint> containerHostEndpoint(const QProcessEnvironment &environment)
{
    Result<Endpoint> endpoint = endpointOf({.uri = environment.value(u"CONTAINER_HOST"_s),
        .place = {},
        .identity = environment.value(u"CONTAINER_SSHKEY"_s),
        .authorities = environment.value(u"CONTAINER_TLS_CA"_s),
        .certificate = environment.value(u"CONTAINER_TLS_CERT"_s),
        .key = environment.value(u"CONTAINER_TLS_KEY"_s)});
    if (!endpoint) {
        endpoint.error().detail.prepend("CONTAINER_HOST="_L1);
    }
    return endpoint;
}

} // namespace jettison
