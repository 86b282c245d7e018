// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/endpoint.h"

#include <QDir>

#include <algorithm>
#include <iterator>

#include <windows.h>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

KnownSocket look(const QString &name)
{
    using State = KnownSocket::State;
    const QString path = "//./pipe/"_L1 + name;
    const std::wstring native = QDir::toNativeSeparators(path).toStdWString();
    // Asks without connecting, which would use up one of the pipe's instances. A busy pipe is there, too.
    const bool exists = WaitNamedPipeW(native.c_str(), 1) != 0 || GetLastError() != ERROR_FILE_NOT_FOUND;
    return {.endpoint = {.scheme = Endpoint::Scheme::NamedPipe, .path = path, .host = {}},
        .state = exists ? State::Usable : State::Missing};
}

} // namespace

QString homeFolder(const QProcessEnvironment &environment)
{
    return QDir::fromNativeSeparators(environment.value(u"USERPROFILE"_s, QDir::homePath()));
}

QList<KnownSocket> knownSockets(const QProcessEnvironment &)
{
    // Rancher Desktop listens at docker_engine, too.
    const QStringList names{u"docker_engine"_s, u"dockerDesktopLinuxEngine"_s, u"podman-machine-default"_s};
    QList<KnownSocket> sockets;
    std::ranges::transform(names, std::back_inserter(sockets), look);
    return sockets;
}

bool isAvailable(Endpoint::Scheme scheme)
{
    return scheme != Endpoint::Scheme::Unix;
}

} // namespace jettison
