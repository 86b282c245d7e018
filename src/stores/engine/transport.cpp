// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/transport.h"

#include "stores/engine/sshprocess.h"
#include "stores/engine/tlsconfiguration.h"
#include "stores/engine/tlssocket.h"
#include "stores/engine/waiting.h"

#include <QDir>
#include <QEventLoop>
#include <QLocalSocket>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

QString withReason(const Endpoint &endpoint, const QString &reason)
{
    return endpoint.text() + " ("_L1 + reason + u')';
}

Error localError(const Endpoint &endpoint, const QLocalSocket &socket)
{
    switch (socket.error()) {
    case QLocalSocket::ServerNotFoundError:
        return {.code = ErrorCode::NotRunning, .detail = withReason(endpoint, u"no such socket"_s)};
    case QLocalSocket::ConnectionRefusedError:
        return {.code = ErrorCode::NotRunning, .detail = withReason(endpoint, u"connection refused"_s)};
    case QLocalSocket::SocketAccessError:
        return {.code = ErrorCode::NoPermission, .detail = endpoint.text()};
    default:
        return {.code = ErrorCode::Unreachable, .detail = withReason(endpoint, socket.errorString())};
    }
}

Error tcpError(const Endpoint &endpoint, const QTcpSocket &socket)
{
    switch (socket.error()) {
    case QTcpSocket::ConnectionRefusedError:
        return {.code = ErrorCode::NotRunning, .detail = withReason(endpoint, u"connection refused"_s)};
    case QTcpSocket::HostNotFoundError:
        return {.code = ErrorCode::HostNotFound, .detail = endpoint.host};
    case QTcpSocket::SocketAccessError:
        return {.code = ErrorCode::NoPermission, .detail = endpoint.text()};
    default:
        return {.code = ErrorCode::Unreachable, .detail = withReason(endpoint, socket.errorString())};
    }
}

Result<std::unique_ptr<QIODevice>> connectLocal(const Endpoint &endpoint, const Call &call)
{
    auto socket = std::make_unique<QLocalSocket>();
    for (;;) {
        if (const std::optional<Error> error = interruption(call, endpoint.text())) {
            return tl::unexpected(*error);
        }
        socket->connectToServer(QDir::toNativeSeparators(endpoint.path));
        if (socket->waitForConnected(waitSlice(call))) {
            return socket;
        }
        // Still connecting: the server is too busy to accept. There is no harm in asking again from the
        // start.
        if (socket->state() != QLocalSocket::ConnectingState) {
            return tl::unexpected(localError(endpoint, *socket));
        }
        socket->abort();
    }
}

Result<std::unique_ptr<QTcpSocket>> makeSocket(const Endpoint &endpoint)
{
    if (!endpoint.tls) {
        return std::make_unique<QTcpSocket>();
    }
    return tlsConfiguration(*endpoint.tls).map([&](const QSslConfiguration &configuration) {
        return std::unique_ptr<QTcpSocket>(std::make_unique<TlsSocket>(endpoint, configuration));
    });
}

bool isOpen(const QTcpSocket &socket)
{
    const auto *const tls = qobject_cast<const TlsSocket *>(&socket);
    return tls ? tls->isSafe() : socket.state() == QTcpSocket::ConnectedState;
}

// Needs an event loop, because Qt's waiting functions can neither look a name up nor connect in slices.
void openInLoop(QTcpSocket &socket, const Endpoint &endpoint, const Call &call)
{
    QEventLoop loop;
    QTimer look;
    if (const auto *const tls = qobject_cast<TlsSocket *>(&socket)) {
        QObject::connect(tls, &TlsSocket::encrypted, &loop, &QEventLoop::quit);
    } else {
        QObject::connect(&socket, &QTcpSocket::connected, &loop, &QEventLoop::quit);
    }
    QObject::connect(&socket, &QTcpSocket::errorOccurred, &loop, &QEventLoop::quit);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (interruption(call, {})) {
            loop.quit();
        }
        look.start(waitSlice(call));
    });
    look.start(waitSlice(call));
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(endpoint.host, endpoint.port);
    // It may have failed, or be connected, at once.
    if (socket.error() == QTcpSocket::UnknownSocketError && !isOpen(socket)) {
        loop.exec();
    }
}

Result<std::unique_ptr<QTcpSocket>> connectInLoop(const Endpoint &endpoint, const Call &call)
{
    Result<std::unique_ptr<QTcpSocket>> socket = makeSocket(endpoint);
    if (!socket) {
        return socket;
    }
    openInLoop(**socket, endpoint, call);
    if (isOpen(**socket)) {
        return socket;
    }
    const auto *const tls = qobject_cast<TlsSocket *>(socket->get());
    if (const std::optional<Error> failure = tls ? tls->failure() : std::nullopt) {
        return tl::unexpected(*failure);
    }
    if (const std::optional<Error> error = interruption(call, endpoint.text())) {
        return tl::unexpected(*error);
    }
    return tl::unexpected(tcpError(endpoint, **socket));
}

Result<std::unique_ptr<QIODevice>> connectTcp(const Endpoint &endpoint, const Call &call)
{
    Result<std::unique_ptr<QIODevice>> result;
    QThread *const caller = QThread::currentThread();
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        Result<std::unique_ptr<QTcpSocket>> socket = connectInLoop(endpoint, call);
        if (!socket) {
            result = tl::unexpected(socket.error());
            return;
        }
        (*socket)->setSocketOption(QTcpSocket::KeepAliveOption, 1);
        (*socket)->setSocketOption(QTcpSocket::LowDelayOption, 1);
        (*socket)->moveToThread(caller);
        result = std::move(*socket);
    }));
    thread->start();
    thread->wait();
    return result;
}

Result<std::unique_ptr<QIODevice>> connectThroughSsh(const Endpoint &endpoint, const Call &call)
{
    auto ssh = std::make_unique<SshProcess>(endpoint);
    if (const Result<void> arrived = ssh->arrive(call); !arrived) {
        return tl::unexpected(arrived.error());
    }
    return ssh;
}

} // namespace

Result<std::unique_ptr<QIODevice>> connectTo(const Endpoint &endpoint, const Call &call)
{
    switch (endpoint.scheme) {
    case Endpoint::Scheme::Tcp:
        return connectTcp(endpoint, call);
    case Endpoint::Scheme::Ssh:
        return connectThroughSsh(endpoint, call);
    default:
        return connectLocal(endpoint, call);
    }
}

} // namespace jettison
