// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/endpoint.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

#include <unistd.h>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

KnownSocket look(const QString &path)
{
    using State = KnownSocket::State;
    const QFileInfo file(path);
    const State usable = file.isReadable() && file.isWritable() ? State::Usable : State::Denied;
    return {.endpoint = {.scheme = Endpoint::Scheme::Unix, .path = path, .host = {}},
        .state = file.exists() ? usable : State::Missing};
}

QString colimaFolder(const QProcessEnvironment &environment, const QString &home)
{
    return environment.value(u"COLIMA_HOME"_s, home + "/.colima"_L1);
}

} // namespace

QString homeFolder(const QProcessEnvironment &environment)
{
    return environment.value(u"HOME"_s, QDir::homePath());
}

QList<KnownSocket> knownSockets(const QProcessEnvironment &environment)
{
    const QString home = homeFolder(environment);
    const QString runtime =
        environment.value(u"XDG_RUNTIME_DIR"_s, "/run/user/"_L1 + QString::number(getuid()));
    const QString temp = environment.value(u"TMPDIR"_s, u"/tmp"_s);
    const QString colima = colimaFolder(environment, home);
    const QStringList paths{
        u"/var/run/docker.sock"_s,
        // rootless Docker
        runtime + "/docker.sock"_L1,
        u"/run/podman/podman.sock"_s,
        runtime + "/podman/podman.sock"_L1,
        // Podman's machine on macOS
        temp + "/podman/podman-machine-default-api.sock"_L1,
        // Docker Desktop on Linux and macOS
        home + "/.docker/desktop/docker.sock"_L1,
        home + "/.docker/run/docker.sock"_L1,
        colima + "/default/docker.sock"_L1,
        colima + "/docker.sock"_L1,
        // Rancher Desktop
        home + "/.rd/docker.sock"_L1,
        home + "/.orbstack/run/docker.sock"_L1,
    };
    QList<KnownSocket> sockets;
    std::ranges::transform(paths, std::back_inserter(sockets), look);
    return sockets;
}

bool isAvailable(Endpoint::Scheme scheme)
{
    return scheme != Endpoint::Scheme::NamedPipe;
}

} // namespace jettison
