// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/httpclient.h"

#include "stores/resulttext.h"
#include "stores/scripteddevice.h"

#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Method = HttpRequest::Method;

const QByteArray Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const HttpRequest Get{.method = Method::Get, .target = "/x"};
const HttpRequest Delete{.method = Method::Delete, .target = "/x"};

// Connections played one after another; then the endpoint is gone.
class Scripts
{
public:
    std::shared_ptr<Script> add(const QList<QList<QByteArray>> &replies, bool closes = false)
    {
        m_waiting << std::make_shared<Script>(Script{.replies = replies, .closes = closes, .requests = {}});
        return m_waiting.last();
    }

    HttpClient client()
    {
        const auto connect = [this](const Call &) -> Result<std::unique_ptr<QIODevice>> {
            if (m_waiting.isEmpty()) {
                return fail(ErrorCode::NotRunning, u"played"_s);
            }
            ++connections;
            return std::make_unique<ScriptedDevice>(m_waiting.takeFirst());
        };
        return HttpClient(connect, u"played"_s, "localhost");
    }

    int connections = 0;

private:
    QList<std::shared_ptr<Script>> m_waiting;
};

} // namespace

class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsRequests_data();
    void sendsRequests();
    void sendsHeadersWithEachRequest();
    void readsRepliesInPieces();
    void keepsTheConnection();
    void connectsAnewAfterClose();
    void connectsAnewAfterUnaskedBytes();
    void passesConnectErrorsOn();
    void tellsLostFromMalformed();
    void doesNotAskAgainAfterHalfAReply();
    void streams();
    void streamsNoFailure();
    void endsWhereTheStreamSaysSo();
    void dropsTheConnectionOfAnAbandonedCall();
};

void TestHttpClient::sendsRequests_data()
{
    QTest::addColumn<HttpRequest::Method>("method");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("length");
    QTest::addRow("GET") << Method::Get << QByteArray("GET /images/a:1 HTTP/1.1\r\n") << false;
    QTest::addRow("HEAD") << Method::Head << QByteArray("HEAD /images/a:1 HTTP/1.1\r\n") << false;
    QTest::addRow("POST") << Method::Post << QByteArray("POST /images/a:1 HTTP/1.1\r\n") << true;
    QTest::addRow("DELETE") << Method::Delete << QByteArray("DELETE /images/a:1 HTTP/1.1\r\n") << false;
}

void TestHttpClient::sendsRequests()
{
    QFETCH(HttpRequest::Method, method);
    QFETCH(QByteArray, line);
    QFETCH(bool, length);
    Scripts scripts;
    const auto script = scripts.add({inOnePiece("HTTP/1.1 204 No Content\r\n\r\n")});
    REQUIRE_VALUE(scripts.client().send({.method = method, .target = "/images/a:1"}, patientCall()));
    QCOMPARE(script->requests.size(), 1);
    const QByteArray request = script->requests.first();
    QVERIFY(request.startsWith(line));
    QVERIFY(request.endsWith("\r\n\r\n"));
    QVERIFY(request.contains("\r\nHost: localhost\r\n"));
    QVERIFY(request.contains("\r\nUser-Agent: jettison/"));
    QCOMPARE(request.contains("\r\nContent-Length: 0\r\n"), length);
}

void TestHttpClient::sendsHeadersWithEachRequest()
{
    const auto script = std::make_shared<Script>(
        Script{.replies = {inOnePiece(Ok), inOnePiece(Ok)}, .closes = false, .requests = {}});
    HttpClient client([&](const Call &) { return std::make_unique<ScriptedDevice>(script); }, u"played"_s,
        "localhost", {}, {{"X-Auth-Token", "a=b, c"}, {"X-Second", "2"}});
    REQUIRE_VALUE(client.send(Get, patientCall()));
    REQUIRE_VALUE(client.send(Delete, patientCall()));
    QCOMPARE(script->requests.size(), 2);
    for (const QByteArray &request : script->requests) {
        QVERIFY2(request.contains("\r\nX-Auth-Token: a=b, c\r\n"), request.constData());
        QVERIFY2(request.contains("\r\nX-Second: 2\r\n"), request.constData());
        QCOMPARE(request.count("\r\nHost: localhost\r\n"), 1);
    }
}

void TestHttpClient::readsRepliesInPieces()
{
    const QByteArray body = QByteArray("body ").repeated(50);
    const QByteArray bytes = "HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Type: application/json\r\n"
                             "Content-Length: 250\r\n\r\n"
        + body;
    for (const QList<QByteArray> &pieces :
        {inOnePiece(bytes), byteForByte(bytes), inRandomPieces(bytes, 3)}) {
        Scripts scripts;
        scripts.add({pieces});
        const Result<HttpReply> reply = scripts.client().send(Get, patientCall());
        REQUIRE_VALUE(reply);
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->contentType, "application/json");
        QCOMPARE(reply->apiVersion, "1.41");
        QCOMPARE(reply->body, body);
    }
}

void TestHttpClient::keepsTheConnection()
{
    Scripts scripts;
    scripts.add({inOnePiece(Ok), byteForByte(Ok),
        inOnePiece("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"), inOnePiece(Ok)});
    HttpClient client = scripts.client();
    QCOMPARE(client.send(Get, patientCall())->body, "ok");
    QCOMPARE(client.send(Delete, patientCall())->body, "ok");
    QCOMPARE(client.send(Get, patientCall())->status, 404);
    QCOMPARE(client.send(Get, patientCall())->body, "ok");
    QCOMPARE(scripts.connections, 1);
}

void TestHttpClient::connectsAnewAfterClose()
{
    Scripts scripts;
    scripts.add({inOnePiece("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")});
    scripts.add({inOnePiece("HTTP/1.1 200 OK\r\n\r\nuntil the end")}, true);
    scripts.add({inOnePiece(Ok)});
    HttpClient client = scripts.client();
    REQUIRE_VALUE(client.send(Delete, patientCall()));
    QCOMPARE(client.send(Delete, patientCall())->body, "until the end");
    QCOMPARE(client.send(Delete, patientCall())->body, "ok");
    QCOMPARE(scripts.connections, 3);
}

void TestHttpClient::connectsAnewAfterUnaskedBytes()
{
    Scripts scripts;
    scripts.add({inOnePiece(Ok + "HTTP/1.1 500 What\r\n\r\n"), inOnePiece(Ok)});
    scripts.add({QList<QByteArray>{Ok, Ok}});
    scripts.add({inOnePiece(Ok)});
    HttpClient client = scripts.client();
    for (int i = 1; i <= 3; ++i) {
        QCOMPARE(client.send(Get, patientCall())->status, 200);
        QCOMPARE(scripts.connections, i);
    }
}

void TestHttpClient::passesConnectErrorsOn()
{
    Scripts scripts;
    REQUIRE_ERROR(scripts.client().send(Get, patientCall()), ErrorCode::NotRunning);
}

void TestHttpClient::tellsLostFromMalformed()
{
    Scripts scripts;
    scripts.add({}, true);
    scripts.add({inOnePiece(Ok.chopped(1))}, true);
    scripts.add({inOnePiece("SSH-2.0-OpenSSH_9.2\r\n")}, true);
    scripts.add({inOnePiece("<html>")}, true);
    HttpClient client = scripts.client();
    for (const ErrorCode code : {ErrorCode::ConnectionLost, ErrorCode::ConnectionLost,
             ErrorCode::MalformedReply, ErrorCode::MalformedReply}) {
        const Result<HttpReply> reply = client.send(Get, patientCall());
        REQUIRE_ERROR(reply, code);
        QVERIFY(reply.error().detail.startsWith("played"_L1));
    }
}

void TestHttpClient::doesNotAskAgainAfterHalfAReply()
{
    Scripts scripts;
    scripts.add({inOnePiece(Ok), inOnePiece(Ok.chopped(1))}, true);
    HttpClient client = scripts.client();
    REQUIRE_VALUE(client.send(Get, patientCall()));
    REQUIRE_ERROR(client.send(Get, patientCall()), ErrorCode::ConnectionLost);
    QCOMPARE(scripts.connections, 1);
}

void TestHttpClient::streams()
{
    Scripts scripts;
    scripts.add(
        {byteForByte("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")});
    QByteArrayList seen;
    const HttpStream stream{.begun = [&] { seen << "begun"; },
        .body = [&](QByteArrayView piece) -> Result<void> {
            seen << piece.toByteArray();
            return {};
        }};
    const Result<HttpReply> reply = scripts.client().send(Get, stream, patientCall());
    REQUIRE_VALUE(reply);
    QVERIFY(reply->body.isEmpty());
    const QByteArrayList expected{"begun", "h", "e", "l", "l", "o"};
    QCOMPARE(seen, expected);
}

void TestHttpClient::streamsNoFailure()
{
    Scripts scripts;
    scripts.add({inOnePiece("HTTP/1.1 500 No\r\nContent-Length: 3\r\n\r\nwhy")});
    const HttpStream stream{.begun = [] { QFAIL("begun"); },
        .body = [](QByteArrayView) -> Result<void> { return fail(ErrorCode::Conflict); }};
    const Result<HttpReply> reply = scripts.client().send(Get, stream, patientCall());
    REQUIRE_VALUE(reply);
    QCOMPARE(reply->body, "why");
}

void TestHttpClient::endsWhereTheStreamSaysSo()
{
    Scripts scripts;
    scripts.add({inRandomPieces("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(5000, 'x'), 1)});
    scripts.add({inOnePiece(Ok)});
    qsizetype seen = 0;
    const HttpStream stream{.begun = {}, .body = [&](QByteArrayView piece) -> Result<void> {
                                seen += piece.size();
                                return seen < 100 ? Result<void>()
                                                  : fail(ErrorCode::EngineFailed, u"enough"_s);
                            }};
    HttpClient client = scripts.client();
    REQUIRE_ERROR(client.send(Get, stream, patientCall()), ErrorCode::EngineFailed);
    QVERIFY(seen < 200);
    QCOMPARE(client.send(Get, patientCall())->body, "ok");
    QCOMPARE(scripts.connections, 2);
}

// What the abandoned call still gets must not be taken for the answer to the next.
void TestHttpClient::dropsTheConnectionOfAnAbandonedCall()
{
    Scripts scripts;
    scripts.add({QList<QByteArray>{Ok.first(20)}, inOnePiece(Ok)});
    const auto second = scripts.add({inOnePiece("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecond")});
    HttpClient client = scripts.client();
    REQUIRE_ERROR(client.send(Get, callWithin(100ms)), ErrorCode::TimedOut);
    QCOMPARE(client.send(Get, patientCall())->body, "second");
    QCOMPARE(second->requests.size(), 1);
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
