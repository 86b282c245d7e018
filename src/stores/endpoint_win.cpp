// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/endpoint.h"

#include <QDir>

#include <windows.h>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

Endpoint pipe(const QString &name)
{
    return {.scheme = Endpoint::Scheme::NamedPipe, .path = "//./pipe/"_L1 + name, .host = {}};
}

KnownSocket look(const QString &owner, const Endpoint &endpoint)
{
    using State = KnownSocket::State;
    const std::wstring native = QDir::toNativeSeparators(endpoint.path).toStdWString();
    // Asks without connecting, which would use up one of the pipe's instances. A busy pipe is there, too.
    const bool exists = WaitNamedPipeW(native.c_str(), 1) != 0 || GetLastError() != ERROR_FILE_NOT_FOUND;
    return {.endpoint = endpoint, .state = exists ? State::Usable : State::Missing, .name = owner};
}

// All that Podman's machines have made, by the list of this machine's pipes.
QStringList podmanPipes()
{
    QStringList names;
    WIN32_FIND_DATAW found;
    const HANDLE search = FindFirstFileW(L"\\\\.\\pipe\\*", &found);
    if (search == INVALID_HANDLE_VALUE) {
        return names;
    }
    do {
        const QString name = QString::fromWCharArray(found.cFileName);
        if (name.startsWith("podman-machine-"_L1)) {
            names << name;
        }
    } while (FindNextFileW(search, &found) != 0);
    FindClose(search);
    names.sort();
    return names;
}

} // namespace

Endpoint dockerEndpoint()
{
    return pipe(u"docker_engine"_s);
}

QString homeFolder(const QProcessEnvironment &environment)
{
    return QDir::fromNativeSeparators(environment.value(u"USERPROFILE"_s, QDir::homePath()));
}

QList<KnownSocket> knownSockets(const QProcessEnvironment &)
{
    // Rancher Desktop listens at docker_engine, too.
    QList<KnownSocket> sockets{
        look(u"Docker"_s, dockerEndpoint()), look(u"Docker Desktop"_s, pipe(u"dockerDesktopLinuxEngine"_s))};
    QStringList pipes = podmanPipes();
    const QString usual = u"podman-machine-default"_s;
    pipes.removeOne(usual);
    pipes.prepend(usual);
    for (const QString &name : std::as_const(pipes)) {
        sockets << look("Podman machine "_L1 + name.sliced(qstrlen("podman-machine-")), pipe(name));
    }
    return sockets;
}

QStringList containersFolders(const QProcessEnvironment &environment)
{
    const QString home = homeFolder(environment);
    const QString programs =
        QDir::fromNativeSeparators(environment.value(u"ProgramData"_s, u"C:/ProgramData"_s));
    const QString data =
        QDir::fromNativeSeparators(environment.value(u"APPDATA"_s, home + "/AppData/Roaming"_L1));
    return {programs + "/containers"_L1, data + "/containers"_L1};
}

bool isAvailable(Endpoint::Scheme scheme)
{
    return scheme != Endpoint::Scheme::Unix;
}

} // namespace jettison
