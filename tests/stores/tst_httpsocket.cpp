// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/httpclient.h"

#include "stores/engine/transport.h"
#include "stores/resulttext.h"
#include "stores/testserver.h"

#include <QElapsedTimer>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Method = HttpRequest::Method;

const QByteArray Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const HttpRequest Get{.method = Method::Get, .target = "/x"};

HttpClient clientOf(const TestServer &server)
{
    const Endpoint endpoint = server.endpoint();
    return HttpClient(
        [endpoint](const Call &call) { return connectTo(endpoint, call); }, endpoint.text(), "localhost");
}

} // namespace

/// What HttpClient does when time, and the other side, are real.
class TestHttpSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksSafeQuestionsAgain();
    void neverAsksTwiceWhatMayChangeSomething();
    void doesNotAskAgainOnAFreshConnection();
    void noticesIdleClose_data();
    void noticesIdleClose();
    void readsAHugeBody_data();
    void readsAHugeBody();
    void timesOut_data();
    void timesOut();
    void timesOutWhileBytesTrickle();
    void cancels();
    void sendsABodyInPieces();
    void hearsARefusalInTheMiddleOfABody();
};

void TestHttpSocket::asksSafeQuestionsAgain()
{
    const TestServer server(TestServer::Kind::Tcp, [](QIODevice &connection, int number) {
        readRequest(connection);
        say(connection, Ok);
        if (number == 0) {
            // The second question arrives, and the connection ends without a word.
            readRequest(connection);
        } else {
            readRequest(connection);
            say(connection, Ok);
        }
    });
    HttpClient client = clientOf(server);
    REQUIRE_VALUE(client.send(Get, patientCall()));
    REQUIRE_VALUE(client.send(Get, patientCall()));
    QCOMPARE(server.connections(), 2);
}

void TestHttpSocket::neverAsksTwiceWhatMayChangeSomething()
{
    std::atomic_int asked = 0;
    const TestServer server(TestServer::Kind::Tcp, [&](QIODevice &connection, int) {
        readRequest(connection);
        say(connection, Ok);
        asked += readRequest(connection).isEmpty() ? 0 : 1;
    });
    for (const Method method : {Method::Delete, Method::Post}) {
        HttpClient client = clientOf(server);
        REQUIRE_VALUE(client.send(Get, patientCall()));
        REQUIRE_ERROR(
            client.send({.method = method, .target = "/x"}, patientCall()), ErrorCode::ConnectionLost);
    }
    QCOMPARE(asked, 2);
    QCOMPARE(server.connections(), 2);
}

void TestHttpSocket::doesNotAskAgainOnAFreshConnection()
{
    const TestServer server(
        TestServer::Kind::Local, [](QIODevice &connection, int) { readRequest(connection); });
    HttpClient client = clientOf(server);
    REQUIRE_ERROR(client.send(Get, patientCall()), ErrorCode::ConnectionLost);
    QCOMPARE(server.connections(), 1);
}

void TestHttpSocket::noticesIdleClose_data()
{
    QTest::addColumn<TestServer::Kind>("kind");
    QTest::addColumn<HttpRequest::Method>("method");
    QTest::addRow("tcp, GET") << TestServer::Kind::Tcp << Method::Get;
    QTest::addRow("tcp, DELETE") << TestServer::Kind::Tcp << Method::Delete;
    QTest::addRow("local, GET") << TestServer::Kind::Local << Method::Get;
    QTest::addRow("local, DELETE") << TestServer::Kind::Local << Method::Delete;
}

void TestHttpSocket::noticesIdleClose()
{
    QFETCH(TestServer::Kind, kind);
    QFETCH(HttpRequest::Method, method);
    std::atomic_int closed = 0;
    const TestServer server(kind, [&](QIODevice &connection, int) {
        readRequest(connection);
        say(connection, Ok);
        connection.close();
        ++closed;
    });
    HttpClient client = clientOf(server);
    for (int i = 1; i <= 3; ++i) {
        REQUIRE_VALUE(client.send({.method = method, .target = "/x"}, patientCall()));
        QTRY_COMPARE(closed, i);
    }
    QCOMPARE(server.connections(), 3);
}

void TestHttpSocket::readsAHugeBody_data()
{
    QTest::addColumn<TestServer::Kind>("kind");
    QTest::addColumn<bool>("chunked");
    QTest::addRow("tcp, length") << TestServer::Kind::Tcp << false;
    QTest::addRow("tcp, chunked") << TestServer::Kind::Tcp << true;
    QTest::addRow("local, chunked") << TestServer::Kind::Local << true;
}

void TestHttpSocket::readsAHugeBody()
{
    QFETCH(TestServer::Kind, kind);
    QFETCH(bool, chunked);
    constexpr int Pieces = 1000;
    const QByteArray piece(64 * 1024, 'x');
    const TestServer server(kind, [&](QIODevice &connection, int) {
        readRequest(connection);
        say(connection,
            chunked ? QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                    : "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(piece.size() * Pieces)
                    + "\r\n\r\n");
        for (int i = 0; i < Pieces; ++i) {
            say(connection, chunked ? "10000\r\n" + piece + "\r\n" : piece);
        }
        say(connection, chunked ? QByteArray("0\r\n\r\n") : QByteArray());
        readRequest(connection);
    });
    {
        HttpClient client = clientOf(server);
        const Result<HttpReply> reply = client.send(Get, patientCall());
        REQUIRE_VALUE(reply);
        QCOMPARE(reply->body.size(), piece.size() * Pieces);
    }
}

void TestHttpSocket::timesOut_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addRow("silence") << QByteArray();
    QTest::addRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
    QTest::addRow("half a body") << Ok.chopped(1);
}

void TestHttpSocket::timesOut()
{
    QFETCH(QByteArray, said);
    const TestServer server(TestServer::Kind::Local, [&](QIODevice &connection, int) {
        readRequest(connection);
        say(connection, said);
        readRequest(connection);
    });
    {
        HttpClient client = clientOf(server);
        QElapsedTimer timer;
        timer.start();
        REQUIRE_ERROR(client.send(Get, callWithin(300ms)), ErrorCode::TimedOut);
        QVERIFY(timer.elapsed() >= 290);
        QVERIFY(timer.elapsed() < 3000);
    }
}

void TestHttpSocket::timesOutWhileBytesTrickle()
{
    std::atomic_bool gone = false;
    const TestServer server(TestServer::Kind::Tcp, [&](QIODevice &connection, int) {
        readRequest(connection);
        say(connection, "HTTP/1.1 200 OK\r\n\r\n");
        while (!gone) {
            say(connection, "x");
            QThread::msleep(5);
        }
    });
    HttpClient client = clientOf(server);
    REQUIRE_ERROR(client.send(Get, callWithin(300ms)), ErrorCode::TimedOut);
    gone = true;
}

void TestHttpSocket::cancels()
{
    const CancelToken cancel;
    const TestServer server(TestServer::Kind::Tcp, [&](QIODevice &connection, int) {
        readRequest(connection);
        cancel.request();
        // Until the client hangs up.
        readRequest(connection);
    });
    HttpClient client = clientOf(server);
    QElapsedTimer timer;
    timer.start();
    REQUIRE_ERROR(client.send(Get, patientCall(cancel)), ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 3000);
}

void TestHttpSocket::sendsABodyInPieces()
{
    QByteArray heard;
    const TestServer server(TestServer::Kind::Local, [&](QIODevice &connection, int) {
        while (!heard.endsWith("0\r\n\r\n")
            && (connection.bytesAvailable() || connection.waitForReadyRead(-1))) {
            heard += connection.readAll();
        }
        say(connection, Ok);
    });
    HttpClient client = clientOf(server);
    QList<QByteArray> pieces{"one", "and two", {}};
    const HttpRequest request{.method = Method::Post,
        .target = "/x",
        .body = [&]() -> Result<QByteArray> { return pieces.takeFirst(); },
        .contentType = "application/x-tar"};
    const Result<HttpReply> reply = client.send(request, patientCall());
    REQUIRE_VALUE(reply);
    QCOMPARE(reply->body, "ok");
    QVERIFY(pieces.isEmpty());
    const QByteArray head = heard.first(heard.indexOf("\r\n\r\n") + 4);
    QVERIFY2(head.contains("Transfer-Encoding: chunked\r\n"), head);
    QVERIFY2(head.contains("Content-Type: application/x-tar\r\n"), head);
    QCOMPARE(heard.sliced(head.size()), "3\r\none\r\n7\r\nand two\r\n0\r\n\r\n");
}

void TestHttpSocket::hearsARefusalInTheMiddleOfABody()
{
    const TestServer server(TestServer::Kind::Local, [](QIODevice &connection, int) {
        connection.waitForReadyRead(-1);
        connection.readAll();
        say(connection,
            "HTTP/1.1 500 Internal Server Error\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno");
    });
    HttpClient client = clientOf(server);
    int asked = 0;
    const HttpRequest request{.method = Method::Post,
        .target = "/x",
        .body = [&]() -> Result<QByteArray> {
            // Far more than any buffer between the two takes.
            return ++asked < 1000 ? QByteArray(64 * 1024, 'x') : QByteArray();
        },
        .contentType = "application/x-tar"};
    const Result<HttpReply> reply = client.send(request, patientCall());
    REQUIRE_VALUE(reply);
    QCOMPARE(reply->status, 500);
    QCOMPARE(reply->body, "no");
}

QTEST_GUILESS_MAIN(TestHttpSocket)
#include "tst_httpsocket.moc"
