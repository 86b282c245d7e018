// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/customheaders.h"
#include "stores/tlssettings.h"

#include <QList>
#include <QProcessEnvironment>
#include <QString>

#include <tuple>

namespace jettison {

/// Where a store is reached.
struct Endpoint
{
    enum class Scheme { Unix, NamedPipe, Tcp, Ssh, Archive, Layout };

    /// Of tcp endpoints that name no port.
    static constexpr quint16 PlainPort = 2375;
    static constexpr quint16 TlsPort = 2376;

    Scheme scheme = Scheme::Unix;
    /// Unix: of the socket, absolute. NamedPipe: `//./pipe/name`. Tcp: what stands before each request's
    /// path, mostly empty, never with a slash at its end. Ssh: of the socket on that host, or empty for the
    /// one that the engine's own program finds there. Archive, Layout: of the file or folder, absolute.
    QString path;
    /// Tcp and Ssh; an IPv6 address without brackets. Ssh: perhaps a name that only ssh's configuration
    /// knows.
    QString host;
    /// Ssh: 0 leaves it to ssh.
    quint16 port = 0;
    /// Ssh only; empty leaves it to ssh.
    QString user = {};
    /// Ssh only: the file of the key to show; empty leaves it to ssh. Not a part of the text.
    QString identity = {};
    /// Tcp only; not a part of the text.
    OptionalTls tls = {};
    /// Of the API that an engine is to speak; empty for the newest that both sides know. Not a part of the
    /// text.
    QString apiVersion = {};
    /// What is sent with each request. Not a part of the text.
    HttpHeaders headers = {};
    /// Podman's files or variables tell it, so docker's headers, which may be secrets, are not for it.
    bool isOfPodman = false;
    /// The context of docker that tells it, for errors alone: another one may lead to the same place.
    QString context = {};

    bool isFile() const { return scheme == Scheme::Archive || scheme == Scheme::Layout; }
    /// As it is typed, such as `unix:///var/run/docker.sock`.
    QString text() const;

    friend bool operator==(const Endpoint &one, const Endpoint &other)
    {
        const auto place = [](const Endpoint &endpoint) {
            return std::tie(endpoint.scheme, endpoint.path, endpoint.host, endpoint.port, endpoint.user,
                endpoint.identity, endpoint.tls, endpoint.apiVersion);
        };
        return place(one) == place(other);
    }
};

/// That the API version of DOCKER_API_VERSION is to be spoken, wherever it leads, and customHeaders() are
/// sent: so docker has it. InvalidHeaders.
Result<Endpoint> spokenAsWished(Result<Endpoint> endpoint, const QProcessEnvironment &environment);

/// Reads an endpoint as the docker command line does: without a scheme it is tcp, and if it names no port it
/// is `port`. InvalidEndpoint, also for the kinds that this program cannot reach yet.
Result<Endpoint> parseEndpoint(const QString &text, quint16 port = Endpoint::PlainPort);

/// A file that was dropped on the window or given as an argument: a folder is a layout, all else an archive.
/// FileFailed: there is no such file.
Result<Endpoint> endpointOfFile(const QString &path);

/// A place where engines listen by default, and whether there is something to connect to.
struct KnownSocket
{
    enum class State { Missing, Denied, Usable };

    Endpoint endpoint;
    State state = State::Missing;
    /// Whose it is, such as `Docker Desktop`.
    QString name = {};

    friend bool operator==(const KnownSocket &, const KnownSocket &) = default;
};

/// The sockets of Docker, Podman, Docker Desktop, Colima, Rancher Desktop, OrbStack and Lima on this
/// platform, in the order to try them: the places that are always the same, then those of Colima's profiles
/// and Lima's instances. Looks at the file system; connects to nothing.
QList<KnownSocket> knownSockets(const QProcessEnvironment &environment);

/// Where the docker command line finds its engine on this platform if nobody tells it another place.
Endpoint dockerEndpoint();

/// The user's own folder.
QString homeFolder(const QProcessEnvironment &environment);

/// Where the files containers.conf of Podman lie, the system's first and the user's own last.
QStringList containersFolders(const QProcessEnvironment &environment);

/// Whether this platform has sockets of this kind.
bool isAvailable(Endpoint::Scheme scheme);

} // namespace jettison
