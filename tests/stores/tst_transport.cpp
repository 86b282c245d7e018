// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/transport.h"

#include "stores/resulttext.h"
#include "stores/testserver.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <vector>

using namespace jettison;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connects_data();
    void connects();
    void resolvesNames();
    void saysThatNobodyListens();
    void saysThatTheHostIsUnknown();
    void saysThatThereIsNoSocket();
    void endsAtOnceWhenCancelled_data();
    void endsAtOnceWhenCancelled();
    void timesOut();
    void endsTheHandshakeInTime();
    void endsTheHandshakeWhenCancelled();
};

void TestTransport::connects_data()
{
    QTest::addColumn<TestServer::Kind>("kind");
    QTest::addRow("tcp") << TestServer::Kind::Tcp;
    QTest::addRow("local") << TestServer::Kind::Local;
}

void TestTransport::connects()
{
    QFETCH(TestServer::Kind, kind);
    const TestServer server(kind, [](QIODevice &connection, int) {
        const QByteArray request = readRequest(connection);
        say(connection, "you said " + request);
        readRequest(connection);
    });
    Result<std::unique_ptr<QIODevice>> device = connectTo(server.endpoint(), patientCall());
    REQUIRE_VALUE(device);
    QCOMPARE((*device)->thread(), QThread::currentThread());
    say(**device, "hello\r\n\r\n");
    QCOMPARE(readRequest(**device), "you said hello\r\n\r\n");
}

void TestTransport::resolvesNames()
{
    const TestServer server(TestServer::Kind::Tcp, [](QIODevice &, int) { });
    Endpoint endpoint = server.endpoint();
    endpoint.host = u"localhost"_s;
    REQUIRE_VALUE(connectTo(endpoint, patientCall()));
}

void TestTransport::saysThatNobodyListens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const Endpoint endpoint{
        .scheme = Endpoint::Scheme::Tcp, .path = {}, .host = u"127.0.0.1"_s, .port = server.serverPort()};
    server.close();
    const auto device = connectTo(endpoint, patientCall());
    REQUIRE_ERROR(device, ErrorCode::NotRunning);
    QVERIFY(device.error().detail.startsWith(endpoint.text()));
}

void TestTransport::saysThatTheHostIsUnknown()
{
    // RFC 6761 keeps this name from ever being one.
    const auto device = connectTo(*parseEndpoint(u"tcp://engine.invalid"_s), patientCall());
    REQUIRE_ERROR(device, ErrorCode::HostNotFound);
    QVERIFY(device.error().detail.contains("engine.invalid"_L1));
}

void TestTransport::saysThatThereIsNoSocket()
{
    const bool pipes = isAvailable(Endpoint::Scheme::NamedPipe);
    const auto endpoint = parseEndpoint(pipes ? u"npipe:////./pipe/no_such"_s : u"unix:///no/such.sock"_s);
    const auto device = connectTo(*endpoint, patientCall());
    REQUIRE_ERROR(device, ErrorCode::NotRunning);
    QVERIFY(device.error().detail.startsWith(endpoint->text()));
}

void TestTransport::endsAtOnceWhenCancelled_data()
{
    QTest::addColumn<QString>("text");
    // A documentation address (RFC 5737): nobody answers.
    QTest::addRow("tcp") << u"tcp://192.0.2.1"_s;
    QTest::addRow("unix") << u"unix:///no/such.sock"_s;
}

void TestTransport::endsAtOnceWhenCancelled()
{
    QFETCH(QString, text);
    const CancelToken cancel;
    cancel.request();
    QElapsedTimer timer;
    timer.start();
    REQUIRE_ERROR(connectTo(*parseEndpoint(text), patientCall(cancel)), ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 3000);
}

void TestTransport::timesOut()
{
    // Nobody accepts: once the queue is full the system answers no more.
    QTcpServer server;
    server.setListenBacklogSize(1);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const Endpoint endpoint{
        .scheme = Endpoint::Scheme::Tcp, .path = {}, .host = u"127.0.0.1"_s, .port = server.serverPort()};
    std::vector<std::unique_ptr<QIODevice>> waiting;
    QElapsedTimer timer;
    Result<std::unique_ptr<QIODevice>> device;
    for (int i = 0; i < 10 && device; ++i) {
        timer.start();
        device = connectTo(endpoint, callWithin(300ms));
        if (device) {
            waiting.push_back(std::move(*device));
        }
    }
    REQUIRE_ERROR(device, ErrorCode::TimedOut);
    QVERIFY(timer.elapsed() >= 290);
    QVERIFY(timer.elapsed() < 3000);
}

void TestTransport::endsTheHandshakeInTime()
{
    std::atomic_bool greeted = false;
    const TestServer server(TestServer::Kind::Tcp, [&](QIODevice &connection, int) {
        greeted = connection.waitForReadyRead(30000);
        readRequest(connection);
    });
    Endpoint endpoint = server.endpoint();
    endpoint.tls = TlsSettings{};
    QElapsedTimer timer;
    timer.start();
    const auto device = connectTo(endpoint, callWithin(300ms));
    REQUIRE_ERROR(device, ErrorCode::TimedOut);
    QVERIFY(timer.elapsed() >= 290);
    QVERIFY(timer.elapsed() < 3000);
    QTRY_VERIFY(greeted);
}

void TestTransport::endsTheHandshakeWhenCancelled()
{
    const CancelToken cancel;
    const TestServer server(TestServer::Kind::Tcp, [&](QIODevice &connection, int) {
        connection.waitForReadyRead(30000);
        cancel.request();
        readRequest(connection);
    });
    Endpoint endpoint = server.endpoint();
    endpoint.tls = TlsSettings{};
    QElapsedTimer timer;
    timer.start();
    const auto device = connectTo(endpoint, patientCall(cancel));
    REQUIRE_ERROR(device, ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 3000);
}

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
