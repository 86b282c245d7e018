// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/contexts.h"

#include "stores/configfile.h"
#include "stores/podmanconnections.h"

#include <QCryptographicHash>

#include <algorithm>
#include <iterator>
#include <optional>

namespace jettison {

using namespace Qt::StringLiterals;

using configfile::member;
using configfile::readObject;

namespace {

// The context that is no file.
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
    const PodmanConnections podman = podmanConnections(wish.environment);
    const auto standard = std::ranges::find_if(podman.connections, &PodmanConnection::isDefault);
    if (standard != podman.connections.cend()) {
        return standard->endpoint;
    }
    // They may name one.
    if (!podman.broken.isEmpty()) {
        return tl::unexpected(podman.broken.first().error);
    }
    QStringList places;
    std::ranges::transform(sockets, std::back_inserter(places),
        [](const KnownSocket &socket) { return socket.endpoint.text(); });
    return fail(ErrorCode::NotRunning, places.join(", "_L1));
}

// What docker's own options and variables tell of an engine that no context has; none if nothing.
std::optional<Result<Endpoint>> toldEndpoint(const EndpointWish &wish)
{
    const QString host = wish.environment.value(u"DOCKER_HOST"_s);
    if (!host.isEmpty()) {
        return hostEndpoint(host, wish).map_error([](Error error) {
            error.detail.prepend(
                error.code == ErrorCode::InvalidEndpoint ? "DOCKER_HOST="_L1 : QLatin1StringView());
            return error;
        });
    }
    const Result<OptionalTls> tls = tlsOf(wish);
    if (!tls) {
        return tl::unexpected(tls.error());
    }
    return *tls ? std::optional(endpointWith(*tls, u"tcp://localhost"_s)) : std::nullopt;
}

// Said aloud it is docker's own, running or not, and no other engine in its place.
Result<Endpoint> defaultEndpoint(const EndpointWish &wish)
{
    return toldEndpoint(wish).value_or(dockerEndpoint());
}

Result<Endpoint> unnamedEndpoint(const EndpointWish &wish)
{
    if (const std::optional<Result<Endpoint>> docker = toldEndpoint(wish)) {
        return *docker;
    }
    // Where docker was told nothing, Podman may have been.
    const std::optional<Result<Endpoint>> podman = podmanVariables(wish.environment);
    return podman ? *podman : foundEndpoint(wish);
}

// https://docs.docker.com/engine/manage-resources/contexts
QString contextFile(const QString &folder, const QDir &config)
{
    return config.filePath("contexts/meta/"_L1 + folder + "/meta.json"_L1);
}

QString configPath(const QProcessEnvironment &environment)
{
    return dockerConfigFolder(environment).filePath(u"config.json"_s);
}

Result<Endpoint> dockersEndpoint(const ContextName &context, const EndpointWish &wish)
{
    return context.name == DefaultContext ? defaultEndpoint(wish)
                                          : contextEndpoint(context.name, wish.environment, context.place);
}

// Docker's word, and Podman's where docker has no context of that name.
Result<Endpoint> namedEndpoint(const QString &name, const EndpointWish &wish)
{
    const Result<Endpoint> context = dockersEndpoint({.name = name}, wish);
    const PodmanConnections podman = podmanConnections(wish.environment);
    if (!context && context.error().code == ErrorCode::NoContext) {
        return podman.find(name);
    }
    const auto connection = std::ranges::find(podman.connections, name, &PodmanConnection::name);
    if (!context || connection == podman.connections.end() || context == connection->endpoint) {
        return context;
    }
    // A broken one may lead anywhere.
    return !connection->endpoint ? connection->endpoint : fail(ErrorCode::AmbiguousContext, name);
}

} // namespace

QDir dockerConfigFolder(const QProcessEnvironment &environment)
{
    const QString folder = environment.value(u"DOCKER_CONFIG"_s);
    return QDir(folder.isEmpty() ? homeFolder(environment) + "/.docker"_L1 : folder);
}

Result<QString> currentContext(const QProcessEnvironment &environment)
{
    const QString path = configPath(environment);
    if (configfile::isMissing(path)) {
        return QString();
    }
    return readObject(path).and_then([&](const QJsonObject &config) -> Result<QString> {
        const QJsonValue context = member(config, "currentContext"_L1);
        if (!context.isString() && !context.isNull() && !context.isUndefined()) {
            return fail(ErrorCode::BrokenSettings, path + ": currentContext is no text"_L1);
        }
        // As if it were not there: docker's own commands never write it.
        return context == DefaultContext ? QString() : context.toString();
    });
}

Result<ContextName> chosenContext(const QProcessEnvironment &environment)
{
    if (!environment.value(u"DOCKER_HOST"_s).isEmpty()) {
        return ContextName{};
    }
    const QString name = environment.value(u"DOCKER_CONTEXT"_s);
    if (!name.isEmpty()) {
        return ContextName{.name = name, .place = u"DOCKER_CONTEXT"_s};
    }
    return currentContext(environment).map([&](const QString &current) {
        return ContextName{.name = current, .place = "currentContext in "_L1 + configPath(environment)};
    });
}

QString contextFolder(const QString &name)
{
    return QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex());
}

Result<Endpoint> contextEndpoint(
    const QString &name, const QProcessEnvironment &environment, const QString &place)
{
    const QDir config = dockerConfigFolder(environment);
    if (configfile::isMissing(contextFile(contextFolder(name), config))) {
        return fail(ErrorCode::NoContext, place.isEmpty() ? name : name + " ("_L1 + place + u')');
    }
    Result<Endpoint> endpoint = contextIn(contextFolder(name), config);
    if (endpoint) {
        endpoint->context = name;
    } else {
        endpoint.error().detail.prepend("context "_L1 + name + ": "_L1);
    }
    return endpoint;
}

Result<Endpoint> contextIn(const QString &folder, const QDir &config)
{
    const QString file = contextFile(folder, config);
    const Result<QJsonObject> meta = readObject(file);
    if (!meta) {
        return tl::unexpected(meta.error());
    }
    const QJsonObject docker = member(member(*meta, "Endpoints"_L1).toObject(), "docker"_L1).toObject();
    const QDir keys(config.filePath("contexts/tls/"_L1 + folder + "/docker"_L1));
    const OptionalTls tls = contextTls(keys, !member(docker, "SkipTLSVerify"_L1).toBool());
    const Result<Endpoint> endpoint = endpointWith(tls, member(docker, "Host"_L1).toString());
    return endpoint ? endpoint : fail(ErrorCode::BrokenSettings, file + ": "_L1 + endpoint.error().detail);
}

namespace {

Result<Endpoint> wishedEndpoint(const EndpointWish &wish)
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
    if (!wish.context.isEmpty()) {
        return namedEndpoint(wish.context, wish);
    }
    const Result<ContextName> chosen = wish.tls.isEmpty() ? chosenContext(wish.environment) : ContextName{};
    return chosen.and_then([&](const ContextName &context) {
        return context.name.isEmpty() ? unnamedEndpoint(wish) : dockersEndpoint(context, wish);
    });
}

} // namespace

Result<Endpoint> defaultContextEndpoint(const QProcessEnvironment &environment)
{
    return spokenAsWished(
        defaultEndpoint({.host = {}, .context = {}, .environment = environment, .sockets = {}}), environment);
}

Result<Endpoint> chooseEndpoint(const EndpointWish &wish)
{
    return spokenAsWished(wishedEndpoint(wish), wish.environment);
}

} // namespace jettison
