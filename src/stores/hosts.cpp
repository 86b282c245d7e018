// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/hosts.h"

#include "stores/contextlist.h"
#include "stores/contexts.h"
#include "stores/podmanconnections.h"

#include <QFileInfo>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using Source = Host::Source;

// Sockets are often links to others, such as /var/run to /run.
QString comparedPath(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? path : canonical;
}

bool isSame(const Endpoint &one, const Endpoint &other)
{
    const bool areSockets = one.scheme == Endpoint::Scheme::Unix && other.scheme == Endpoint::Scheme::Unix;
    return areSockets ? comparedPath(one.path) == comparedPath(other.path) : one == other;
}

class HostCollector
{
public:
    explicit HostCollector(const QProcessEnvironment &environment)
        : m_environment(environment)
    {
    }

    void add(const Host::Name &name, const Result<Endpoint> &found)
    {
        const Result<Endpoint> endpoint = spokenAsWished(found, m_environment);
        const auto known = find(endpoint);
        if (known != m_hosts.end()) {
            known->host.names << name;
            return;
        }
        m_hosts << KnownHost{.host = {.key = {},
                                 .names = {name},
                                 .endpoint = endpoint ? endpoint->text() : QString(),
                                 .error = endpoint ? std::nullopt : std::optional(endpoint.error())},
            .endpoint = endpoint};
    }

    bool contains(const Result<Endpoint> &endpoint) { return find(endpoint) != m_hosts.end(); }

    // What is used if nothing else is said, and the name that leads there.
    void mark(const Result<Endpoint> &current, const Host::Name &name)
    {
        m_currentName = name;
        const auto known = find(current);
        if (known != m_hosts.end()) {
            known->host.isCurrent = true;
            if (current) {
                known->endpoint->context = current->context;
            }
            std::rotate(m_hosts.begin(), known, std::next(known));
        }
    }

    QList<KnownHost> take()
    {
        QStringList keys;
        for (KnownHost &known : m_hosts) {
            Host &host = known.host;
            std::ranges::stable_sort(host.names, {}, &rank);
            host.key = host.endpoint;
            // The same address with other keys, or no address at all.
            if (host.key.isEmpty() || keys.contains(host.key)) {
                host.key += u' ' + host.names.first().text + u' ' + host.names.first().place;
            }
            keys << host.key;
            if (host.isCurrent) {
                std::ranges::stable_partition(
                    host.names, [this](const Host::Name &name) { return isCurrentName(name); });
            }
        }
        return std::move(m_hosts);
    }

private:
    QList<KnownHost>::iterator find(const Result<Endpoint> &endpoint)
    {
        return std::ranges::find_if(m_hosts, [&](const KnownHost &host) {
            return endpoint ? host.endpoint && isSame(*host.endpoint, *endpoint)
                            : host.host.error == endpoint.error();
        });
    }

    // The name that a person gave says most; `default` is what everyone has.
    static int rank(const Host::Name &name)
    {
        const bool isPlain = name.text == "default"_L1;
        return isPlain ? 2 : int(name.source == Source::Environment);
    }

    bool isCurrentName(const Host::Name &name) const
    {
        return name.text == m_currentName.text && name.source == m_currentName.source;
    }

    QProcessEnvironment m_environment;
    QList<KnownHost> m_hosts;
    Host::Name m_currentName;
};

Endpoint sampleEndpoint(const QString &folder)
{
    return {.scheme = Endpoint::Scheme::Layout, .path = folder, .host = {}};
}

void addFiles(HostCollector &hosts, const HostSearch &search)
{
    if (!search.sampleFolder.isEmpty()) {
        hosts.add({.text = u"sample"_s, .source = Source::Sample}, sampleEndpoint(search.sampleFolder));
    }
    for (const QString &archive : search.archives) {
        const Result<Endpoint> endpoint = parseEndpoint(archive);
        const QString name = endpoint ? QFileInfo(endpoint->path).fileName() : archive;
        hosts.add({.text = name, .source = Source::Archive}, endpoint);
    }
}

void addVariables(
    HostCollector &hosts, const QProcessEnvironment &environment, const PodmanConnections &podman)
{
    const auto add = [&](const QString &variable, const Result<Endpoint> &endpoint) {
        if (!environment.value(variable).isEmpty()) {
            hosts.add({.text = variable, .source = Source::Environment}, endpoint);
        }
    };
    const Result<Endpoint> standard = defaultContextEndpoint(environment);
    add(u"DOCKER_HOST"_s, standard);
    const QString context = environment.value(u"DOCKER_CONTEXT"_s);
    add(u"DOCKER_CONTEXT"_s,
        context == "default"_L1 ? standard : contextEndpoint(context, environment, u"DOCKER_CONTEXT"_s));
    add(u"CONTAINER_HOST"_s, containerHostEndpoint(environment));
    add(u"CONTAINER_CONNECTION"_s,
        podman.find(environment.value(u"CONTAINER_CONNECTION"_s), u"CONTAINER_CONNECTION"_s));
}

void addSettings(
    HostCollector &hosts, const QProcessEnvironment &environment, const PodmanConnections &podman)
{
    for (const DockerContext &context : dockerContexts(environment)) {
        hosts.add({.text = context.name, .source = Source::DockerContext, .place = context.place},
            context.endpoint);
    }
    for (const PodmanConnection &connection : podman.connections) {
        hosts.add({.text = connection.name, .source = Source::PodmanConnection, .place = connection.place},
            connection.endpoint);
    }
    for (const PodmanConnections::BrokenFile &file : podman.broken) {
        hosts.add({.text = file.place, .source = Source::PodmanConnection, .place = file.place},
            tl::unexpected(file.error));
    }
}

// Docker's `default`, and what is used now, which it returns.
Result<Endpoint> addStandard(HostCollector &hosts, const HostSearch &search)
{
    const Result<Endpoint> standard = defaultContextEndpoint(search.environment);
    // Docker's own socket stands in the list where it is there, or where somebody wants it.
    if (standard && (standard->text() != dockerEndpoint().text() || hosts.contains(standard))) {
        hosts.add({.text = u"default"_s, .source = Source::DockerContext}, standard);
    }
    const Result<Endpoint> current = chooseEndpoint(
        {.host = {}, .context = {}, .environment = search.environment, .sockets = search.sockets});
    // config.json is broken, or what it names is gone; or else DOCKER_TLS_VERIFY leads to no certificates.
    if (!current && current.error().code != ErrorCode::NotRunning && !hosts.contains(current)) {
        const QString file = dockerConfigFolder(search.environment).filePath(u"config.json"_s);
        const QString name = currentContext(search.environment).value_or(file);
        hosts.add({.text = name.isEmpty() ? u"default"_s : name,
                      .source = Source::DockerContext,
                      .place = name.isEmpty() ? QString() : file},
            current);
    }
    return current;
}

// Several may lead to the one that is used; DOCKER_HOST is none.
Host::Name currentName(const QProcessEnvironment &environment, const PodmanConnections &podman)
{
    const Result<ContextName> context = chosenContext(environment);
    const auto connection = std::ranges::find_if(podman.connections, &PodmanConnection::isDefault);
    const bool isContext = context && !context->name.isEmpty() && context->name != "default"_L1;
    if (isContext || connection == podman.connections.cend()
        || !environment.value(u"DOCKER_HOST"_s).isEmpty()) {
        return {.text = isContext ? context->name : QString(), .source = Source::DockerContext};
    }
    return {.text = connection->name, .source = Source::PodmanConnection};
}

} // namespace

Result<Endpoint> typedEndpoint(const TypedHost &typed, const QProcessEnvironment &environment)
{
    Result<Endpoint> endpoint =
        parseEndpoint(typed.endpoint, typed.isTls ? Endpoint::TlsPort : Endpoint::PlainPort);
    if (endpoint && typed.isTls && endpoint->scheme == Endpoint::Scheme::Tcp) {
        endpoint->tls =
            TlsSettings{.authorities = typed.authorities, .certificate = typed.certificate, .key = typed.key};
    }
    return spokenAsWished(endpoint, environment);
}

QList<KnownHost> knownHosts(const HostSearch &search)
{
    HostCollector hosts(search.environment);
    const PodmanConnections podman = podmanConnections(search.environment);
    addSettings(hosts, search.environment, podman);
    for (const TypedHost &typed : search.typed) {
        hosts.add({.text = typed.endpoint, .source = Source::Remembered}, typedEndpoint(typed));
    }
    for (const KnownSocket &socket : search.sockets) {
        if (socket.state != KnownSocket::State::Missing) {
            hosts.add({.text = socket.name, .source = Source::Socket}, socket.endpoint);
        }
    }
    addVariables(hosts, search.environment, podman);
    const Result<Endpoint> current = addStandard(hosts, search);
    addFiles(hosts, search);
    const bool isSample =
        !current && current.error().code == ErrorCode::NotRunning && !search.sampleFolder.isEmpty();
    hosts.mark(
        isSample ? sampleEndpoint(search.sampleFolder) : current, currentName(search.environment, podman));
    return hosts.take();
}

} // namespace jettison
