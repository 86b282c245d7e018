// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/contexts.h"

#include "stores/configfile.h"
#include "stores/podmanconnections.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <iterator>

namespace jettison {

using namespace Qt::StringLiterals;

using configfile::member;
using configfile::readObject;

namespace {

// The context that is no file: DOCKER_HOST or the platform's own socket.
constexpr auto DefaultContext = "default"_L1;

tl::unexpected<Error> invalid(const QString &detail)
{
    return fail(ErrorCode::InvalidEndpoint, detail);
}

Result<Endpoint> endpointWith(const OptionalTls &tls, const QString &host)
{
    return parseEndpoint(host, tls ? Endpoint::TlsPort : Endpoint::PlainPort).map([&](Endpoint endpoint) {
        // Sockets of this machine have no TLS to want.
        endpoint.tls = endpoint.scheme == Endpoint::Scheme::Tcp ? tls : std::nullopt;
        return endpoint;
    });
}

Result<OptionalTls> tlsOf(const EndpointWish &wish)
{
    return chooseTls(wish.tls, wish.environment, dockerConfigFolder(wish.environment));
}

Result<Endpoint> hostEndpoint(const QString &host, const EndpointWish &wish)
{
    Result<Endpoint> endpoint = parseEndpoint(host);
    return endpoint && endpoint->scheme == Endpoint::Scheme::Tcp
        ? tlsOf(wish).and_then([&](const OptionalTls &tls) { return endpointWith(tls, host); })
        : endpoint;
}

Result<Endpoint> foundEndpoint(const EndpointWish &wish)
{
    const QList<KnownSocket> &sockets = wish.sockets;
    // One that may not be opened is still better than none: the error then says what to do.
    for (const KnownSocket::State state : {KnownSocket::State::Usable, KnownSocket::State::Denied}) {
        const auto found = std::ranges::find(sockets, state, &KnownSocket::state);
        if (found != sockets.end()) {
            return found->endpoint;
        }
    }
    const QList<PodmanConnection> connections = podmanConnections(wish.environment).connections;
    const auto standard = std::ranges::find_if(connections, &PodmanConnection::isDefault);
    if (standard != connections.cend()) {
        return standard->endpoint;
    }
    QStringList places;
    std::ranges::transform(sockets, std::back_inserter(places),
        [](const KnownSocket &socket) { return socket.endpoint.text(); });
    return fail(ErrorCode::NotRunning, places.join(", "_L1));
}

Result<Endpoint> defaultEndpoint(const EndpointWish &wish)
{
    const QString host = wish.environment.value(u"DOCKER_HOST"_s);
    if (!host.isEmpty()) {
        return hostEndpoint(host, wish);
    }
    return tlsOf(wish).and_then([&](const OptionalTls &tls) {
        if (tls) {
            return endpointWith(tls, u"tcp://localhost"_s);
        }
        // Where docker was told nothing, Podman may have been.
        return wish.environment.value(u"CONTAINER_HOST"_s).isEmpty()
            ? foundEndpoint(wish)
            : containerHostEndpoint(wish.environment);
    });
}

QString contextHash(const QString &name)
{
    return QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex());
}

// https://docs.docker.com/engine/manage-resources/contexts
QString contextFile(const QString &name, const QDir &config)
{
    return config.filePath("contexts/meta/"_L1 + contextHash(name) + "/meta.json"_L1);
}

Result<QString> currentContext(const QDir &config)
{
    const QString path = config.filePath(u"config.json"_s);
    if (!QFile::exists(path)) {
        return QString();
    }
    const Result<QJsonObject> object = readObject(path);
    return object ? Result<QString>(member(*object, "currentContext"_L1).toString())
                  : tl::unexpected(object.error());
}

// Docker's word, and Podman's where docker has no context of that name.
Result<Endpoint> namedEndpoint(const QString &name, const QProcessEnvironment &environment)
{
    const bool isContext = QFile::exists(contextFile(name, dockerConfigFolder(environment)));
    const Result<Endpoint> context = contextEndpoint(name, environment);
    const PodmanConnections podman = podmanConnections(environment);
    const auto connection = std::ranges::find(podman.connections, name, &PodmanConnection::name);
    if (connection == podman.connections.end()) {
        return isContext || podman.errors.isEmpty() ? context : tl::unexpected(podman.errors.first());
    }
    if (!isContext) {
        return connection->endpoint;
    }
    if (context && connection->endpoint && *context == *connection->endpoint) {
        return context;
    }
    return invalid(name + " is a context of docker and a connection of Podman: give --host"_L1);
}

// Empty for the default context.
Result<QString> contextName(const EndpointWish &wish)
{
    if (!wish.context.isEmpty()) {
        return wish.context;
    }
    if (!wish.environment.value(u"DOCKER_HOST"_s).isEmpty() || !wish.tls.isEmpty()) {
        return QString();
    }
    const QString name = wish.environment.value(u"DOCKER_CONTEXT"_s);
    return name.isEmpty() ? currentContext(dockerConfigFolder(wish.environment)) : name;
}

} // namespace

QDir dockerConfigFolder(const QProcessEnvironment &environment)
{
    const QString folder = environment.value(u"DOCKER_CONFIG"_s);
    return QDir(folder.isEmpty() ? homeFolder(environment) + "/.docker"_L1 : folder);
}

Result<Endpoint> contextEndpoint(const QString &name, const QProcessEnvironment &environment)
{
    const QDir config = dockerConfigFolder(environment);
    const QString prefix = "context "_L1 + name + ": "_L1;
    const Result<QJsonObject> meta = readObject(contextFile(name, config));
    if (!meta) {
        return invalid(prefix + meta.error().detail);
    }
    const QJsonObject docker = member(member(*meta, "Endpoints"_L1).toObject(), "docker"_L1).toObject();
    const QDir keys(config.filePath("contexts/tls/"_L1 + contextHash(name) + "/docker"_L1));
    const OptionalTls tls = contextTls(keys, !member(docker, "SkipTLSVerify"_L1).toBool());
    Result<Endpoint> endpoint = endpointWith(tls, member(docker, "Host"_L1).toString());
    if (!endpoint) {
        endpoint.error().detail.prepend(prefix);
    }
    return endpoint;
}

Result<Endpoint> chooseEndpoint(const EndpointWish &wish)
{
    if (!wish.host.isEmpty() && !wish.context.isEmpty()) {
        return invalid(u"give --host or --context, not both"_s);
    }
    if (!wish.tls.isEmpty() && !wish.context.isEmpty()) {
        return invalid(u"a context says by itself how it wants TLS"_s);
    }
    if (!wish.host.isEmpty()) {
        return hostEndpoint(wish.host, wish);
    }
    const Result<QString> name = contextName(wish);
    if (!name) {
        return tl::unexpected(name.error());
    }
    if (name->isEmpty() || *name == DefaultContext) {
        return defaultEndpoint(wish);
    }
    return wish.context.isEmpty() ? contextEndpoint(*name, wish.environment)
                                  : namedEndpoint(*name, wish.environment);
}

} // namespace jettison
