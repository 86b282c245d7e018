// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/endpoint.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

#include <unistd.h>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

struct Place
{
    QString name;
    QString path;
};

KnownSocket look(const Place &place)
{
    using State = KnownSocket::State;
    const QFileInfo file(place.path);
    const State usable = file.isReadable() && file.isWritable() ? State::Usable : State::Denied;
    return {.endpoint = {.scheme = Endpoint::Scheme::Unix, .path = place.path, .host = {}},
        .state = file.exists() ? usable : State::Missing,
        .name = place.name};
}

// Of each machine that has a folder of its own in `folder`.
QList<Place> placesIn(const QString &folder, const QString &program, const QStringList &sockets)
{
    QList<Place> places;
    for (const QString &machine : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        for (const QString &socket : sockets) {
            const QString path = folder + u'/' + machine + u'/' + socket;
            if (QFileInfo::exists(path)) {
                places << Place{.name = program + u' ' + machine, .path = path};
            }
        }
    }
    return places;
}

QList<Place> fixedPlaces(const QProcessEnvironment &environment, const QString &colima)
{
    const QString home = homeFolder(environment);
    const QString runtime =
        environment.value(u"XDG_RUNTIME_DIR"_s, "/run/user/"_L1 + QString::number(getuid()));
    const QString temp = environment.value(u"TMPDIR"_s, u"/tmp"_s);
    return {
        {u"Docker"_s, dockerEndpoint().path},
        {u"rootless Docker"_s, runtime + "/docker.sock"_L1},
        {u"Podman"_s, u"/run/podman/podman.sock"_s},
        {u"rootless Podman"_s, runtime + "/podman/podman.sock"_L1},
        // on macOS
        {u"Podman machine"_s, temp + "/podman/podman-machine-default-api.sock"_L1},
        // on Linux and macOS
        {u"Docker Desktop"_s, home + "/.docker/desktop/docker.sock"_L1},
        {u"Docker Desktop"_s, home + "/.docker/run/docker.sock"_L1},
        {u"Colima default"_s, colima + "/default/docker.sock"_L1},
        {u"Colima"_s, colima + "/docker.sock"_L1},
        {u"Rancher Desktop"_s, home + "/.rd/docker.sock"_L1},
        {u"OrbStack"_s, home + "/.orbstack/run/docker.sock"_L1},
    };
}

} // namespace

Endpoint dockerEndpoint()
{
    return {.scheme = Endpoint::Scheme::Unix, .path = u"/var/run/docker.sock"_s, .host = {}};
}

QString homeFolder(const QProcessEnvironment &environment)
{
    return environment.value(u"HOME"_s, QDir::homePath());
}

QList<KnownSocket> knownSockets(const QProcessEnvironment &environment)
{
    const QString home = homeFolder(environment);
    const QString colima = environment.value(u"COLIMA_HOME"_s, home + "/.colima"_L1);
    const QString lima = environment.value(u"LIMA_HOME"_s, home + "/.lima"_L1);
    QList<KnownSocket> sockets;
    for (const QList<Place> &places :
        {fixedPlaces(environment, colima), placesIn(colima, u"Colima"_s, {u"docker.sock"_s}),
            placesIn(lima, u"Lima"_s, {u"sock/docker.sock"_s, u"sock/podman.sock"_s})}) {
        for (const Place &place : places) {
            const KnownSocket socket = look(place);
            const auto known = std::ranges::find(sockets, socket.endpoint, &KnownSocket::endpoint);
            if (known == sockets.end()) {
                sockets << socket;
            }
        }
    }
    return sockets;
}

QStringList containersFolders(const QProcessEnvironment &environment)
{
    const QString config = environment.value(u"XDG_CONFIG_HOME"_s, homeFolder(environment) + "/.config"_L1);
    return {u"/usr/share/containers"_s, u"/etc/containers"_s, config + "/containers"_L1};
}

bool isAvailable(Endpoint::Scheme scheme)
{
    return scheme != Endpoint::Scheme::NamedPipe;
}

} // namespace jettison
