// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/sshcommand.h"

namespace jettison::sshcommand {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Greeting = "jettison: here"_L1;

// Docker's own client, or Podman's, is what knows where the engine of that host listens. They take the place
// of the shell, so that nothing runs on behind them. %1 says where they are asked to connect to; `$1` is the
// path of the socket. It stands in single quotes on one line, with neither of ' \ ! in it: that is read alike
// by every login shell, csh and fish too. The folders are those that only interactive shells look into.
constexpr auto Script = "PATH=$PATH:/usr/local/bin:/opt/homebrew/bin:/snap/bin:$HOME/bin:$HOME/.local/bin"
                        ":$HOME/.docker/bin:$HOME/.orbstack/bin:$HOME/.rd/bin; "
                        "way() { command -v $1 >/dev/null 2>&1 && echo \"%1\" && echo \"%1\" >&2; }; "
                        "way docker && exec docker %2 system dial-stdio; "
                        "way podman && exec podman %3 system dial-stdio; "
                        "%4"
                        "echo \"neither docker nor podman was found\" >&2; exit %5"_L1;

QString remoteCommand(const QString &socket)
{
    const bool isNamed = !socket.isEmpty();
    const QString script =
        QString(Script)
            .arg(Greeting)
            .arg(isNamed ? "--host \"unix://$socket\""_L1 : ""_L1)
            .arg(isNamed ? "--url \"unix://$socket\""_L1 : ""_L1)
            .arg(isNamed ? "way socat && exec socat - \"UNIX-CONNECT:$socket\"; "_L1 : ""_L1)
            .arg(NoProgram);
    return isNamed ? "sh -c 'socket=$1; "_L1 + script + "' sh '"_L1 + socket + u'\''
                   : "sh -c '"_L1 + script + u'\'';
}

} // namespace

QByteArray greeting()
{
    return QByteArray(Greeting.data(), Greeting.size());
}

QStringList arguments(const Endpoint &endpoint, bool isQuiet)
{
    // What a configuration may say for sessions of a person: forwarding, a terminal, a command of its own.
    QStringList arguments{u"-T"_s, u"-a"_s, u"-x"_s, u"-o"_s, u"ClearAllForwardings=yes"_s, u"-o"_s,
        u"RemoteCommand=none"_s, u"-o"_s, u"ConnectTimeout=30"_s,
        // Without it a host that vanished is noticed by nobody who only listens.
        u"-o"_s, u"ServerAliveInterval=30"_s};
    if (isQuiet) {
        arguments << u"-o"_s << u"BatchMode=yes"_s;
    }
    if (!endpoint.identity.isEmpty()) {
        arguments << u"-i"_s << endpoint.identity;
    }
    if (!endpoint.user.isEmpty()) {
        arguments << u"-l"_s << endpoint.user;
    }
    if (endpoint.port != 0) {
        arguments << u"-p"_s << QString::number(endpoint.port);
    }
    return arguments << u"--"_s << endpoint.host << remoteCommand(endpoint.path);
}

} // namespace jettison::sshcommand
