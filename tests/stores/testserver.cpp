// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/testserver.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr int SliceMs = 20;
constexpr int RequestPatienceMs = 30000;

class TlsListener : public QTcpServer
{
public:
    explicit TlsListener(const QSslConfiguration &configuration)
        : m_configuration(configuration)
    {
    }

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *const socket = new QSslSocket(this);
        socket->setSocketDescriptor(handle);
        socket->setSslConfiguration(m_configuration);
        socket->startServerEncryption();
        addPendingConnection(socket);
    }

private:
    QSslConfiguration m_configuration;
};

} // namespace

TestServer::TestServer(Kind kind, Serve serve)
    : m_serve(std::move(serve))
{
    start(kind == Kind::Tcp ? &TestServer::runTcp : &TestServer::runLocal);
}

TestServer::TestServer(const QSslConfiguration &tls, Serve serve)
    : m_serve(std::move(serve)),
      m_tls(tls)
{
    start(&TestServer::runTls);
}

void TestServer::start(void (TestServer::*run)())
{
    m_thread.reset(QThread::create([this, run] { (this->*run)(); }));
    m_thread->start();
    while (!m_listens) {
        QThread::yieldCurrentThread();
    }
}

TestServer::~TestServer()
{
    m_stops = true;
    m_thread->wait();
}

void TestServer::runTcp()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    m_endpoint = {
        .scheme = Endpoint::Scheme::Tcp, .path = {}, .host = u"127.0.0.1"_s, .port = server.serverPort()};
    m_listens = true;
    while (!m_stops) {
        if (server.waitForNewConnection(SliceMs)) {
            const std::unique_ptr<QTcpSocket> connection(server.nextPendingConnection());
            m_serve(*connection, m_connections++);
        }
    }
}

void TestServer::runTls()
{
    TlsListener server(m_tls);
    server.listen(QHostAddress::LocalHost);
    m_endpoint = {
        .scheme = Endpoint::Scheme::Tcp, .path = {}, .host = u"127.0.0.1"_s, .port = server.serverPort()};
    m_listens = true;
    while (!m_stops) {
        if (!server.waitForNewConnection(SliceMs)) {
            continue;
        }
        const std::unique_ptr<QTcpSocket> connection(server.nextPendingConnection());
        if (qobject_cast<QSslSocket *>(connection.get())->waitForEncrypted(RequestPatienceMs)) {
            m_serve(*connection, m_connections++);
        }
        connection->disconnectFromHost();
        if (connection->state() != QTcpSocket::UnconnectedState) {
            connection->waitForDisconnected(RequestPatienceMs);
        }
    }
}

void TestServer::runLocal()
{
    QLocalServer server;
    const QString path = m_folder.filePath(u"engine.sock"_s);
    m_endpoint = {.scheme = Endpoint::Scheme::Unix, .path = path, .host = {}};
    if (isAvailable(Endpoint::Scheme::NamedPipe)) {
        const QString name = QFileInfo(m_folder.path()).fileName();
        m_endpoint = {.scheme = Endpoint::Scheme::NamedPipe, .path = "//./pipe/"_L1 + name, .host = {}};
    }
    server.listen(QDir::toNativeSeparators(m_endpoint.path));
    m_listens = true;
    while (!m_stops) {
        if (server.waitForNewConnection(SliceMs)) {
            const std::unique_ptr<QLocalSocket> connection(server.nextPendingConnection());
            m_serve(*connection, m_connections++);
        }
    }
}

QByteArray readRequest(QIODevice &connection)
{
    QByteArray request;
    while (!request.endsWith("\r\n\r\n")) {
        if (connection.bytesAvailable() == 0 && !connection.waitForReadyRead(RequestPatienceMs)) {
            return {};
        }
        request += connection.readAll();
    }
    return request;
}

void say(QIODevice &connection, const QByteArray &bytes)
{
    connection.write(bytes);
    while (connection.bytesToWrite() > 0 && connection.waitForBytesWritten(RequestPatienceMs)) { }
}

} // namespace jettison
