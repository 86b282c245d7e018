// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/endpoint.h"

#include <QByteArray>
#include <QIODevice>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace jettison {

/// A server on a real socket, in a thread of its own. Each connection in turn is given to `serve`, with its
/// number, and closed when that returns.
class TestServer
{
public:
    enum class Kind { Tcp, Local };
    using Serve = std::function<void(QIODevice &connection, int number)>;

    TestServer(Kind kind, Serve serve);
    /// A tcp server that speaks TLS. What could not agree on it is not given to `serve`.
    TestServer(const QSslConfiguration &tls, Serve serve);
    ~TestServer();

    const Endpoint &endpoint() const { return m_endpoint; }
    /// How many have connected so far.
    int connections() const { return m_connections; }

private:
    void start(void (TestServer::*run)());
    void runTcp();
    void runTls();
    void runLocal();

    QTemporaryDir m_folder;
    Serve m_serve;
    QSslConfiguration m_tls;
    Endpoint m_endpoint;
    std::atomic_bool m_stops = false;
    std::atomic_bool m_listens = false;
    std::atomic_int m_connections = 0;
    std::unique_ptr<QThread> m_thread;
};

/// Waits for a request without a body; empty if the connection ends first.
QByteArray readRequest(QIODevice &connection);
/// Writes and waits until all is sent.
void say(QIODevice &connection, const QByteArray &bytes);

} // namespace jettison
