// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/httpclient.h"
#include "stores/engine/tlsconfiguration.h"
#include "stores/engine/tlssocket.h"
#include "stores/engine/transport.h"
#include "stores/resulttext.h"
#include "stores/testserver.h"
#include "support/certificates.h"
#include "support/process.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSslSocket>

using namespace jettison;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What HttpClient does over TLS when the other side is real, and does odd things.
class TestTlsConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesOnVersions_data();
    void agreesOnVersions();
    void noticesIdleClose_data();
    void noticesIdleClose();
    void readsAHugeBody();
    void sendsAHugeBody();
    void hearsARefusalInTheMiddleOfABody();
    void readsUntilTheEnd();
    void tellsACutFromAnEnd();
    void timesOutAndCancels();
    void namesNoKeyWhereThereIsNone();
    void saysThatItsCertificateIsRefused_data();
    void saysThatItsCertificateIsRefused();

private:
    QSslConfiguration server(const QString &name = u"server"_s) const;
    HttpClient clientOf(Endpoint endpoint, const QString &certificate = {}) const;

    Certificates m_certificates;
};

namespace {

using Method = HttpRequest::Method;

const QByteArray Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const HttpRequest Get{.method = Method::Get, .target = "/x"};
const QByteArray Piece(64 * 1024, 'x');
constexpr int Pieces = 1000;

} // namespace

void TestTlsConnection::initTestCase()
{
    if (const QString reason = Certificates::absence(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    for (const QString &authority : {u"ca"_s, u"foreign"_s}) {
        QVERIFY2(m_certificates.makeAuthority(authority), qPrintable(m_certificates.lastWords()));
    }
    const Certificates::Wish foreign{.authority = u"foreign"_s};
    QVERIFY2(m_certificates.make(u"server"_s, {.names = u"IP:127.0.0.1"_s}),
        qPrintable(m_certificates.lastWords()));
    QVERIFY2(m_certificates.make(u"foreign-client"_s, foreign), qPrintable(m_certificates.lastWords()));
}

QSslConfiguration TestTlsConnection::server(const QString &name) const
{
    return tlsConfiguration({.authorities = m_certificates.path(u"ca.pem"_s),
                                .certificate = m_certificates.path(name + ".pem"_L1),
                                .key = m_certificates.path(name + "-key.pem"_L1),
                                .isVerified = false})
        .value();
}

HttpClient TestTlsConnection::clientOf(Endpoint endpoint, const QString &certificate) const
{
    endpoint.tls = TlsSettings{.authorities = m_certificates.path(u"ca.pem"_s)};
    if (!certificate.isEmpty()) {
        endpoint.tls->certificate = m_certificates.path(certificate + ".pem"_L1);
        endpoint.tls->key = m_certificates.path(certificate + "-key.pem"_L1);
    }
    return HttpClient(
        [endpoint](const Call &call) { return connectTo(endpoint, call); }, endpoint.text(), "localhost");
}

void TestTlsConnection::agreesOnVersions_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addRow("1.2") << int(QSsl::TlsV1_2);
    QTest::addRow("1.3") << int(QSsl::TlsV1_3);
}

void TestTlsConnection::agreesOnVersions()
{
    QFETCH(int, protocol);
    QSslConfiguration configuration = server();
    configuration.setProtocol(QSsl::SslProtocol(protocol));
    const TestServer server(configuration, [](QIODevice &connection, int) {
        while (!readRequest(connection).isEmpty()) {
            say(connection, Ok);
        }
    });
    HttpClient client = clientOf(server.endpoint());
    for (int i = 0; i < 3; ++i) {
        REQUIRE_VALUE(client.send(Get, patientCall()));
    }
    QCOMPARE(server.connections(), 1);
}

void TestTlsConnection::noticesIdleClose_data()
{
    QTest::addColumn<HttpRequest::Method>("method");
    QTest::addRow("GET") << Method::Get;
    QTest::addRow("DELETE") << Method::Delete;
}

void TestTlsConnection::noticesIdleClose()
{
    QFETCH(HttpRequest::Method, method);
    std::atomic_int closed = 0;
    const TestServer server(this->server(), [&](QIODevice &connection, int) {
        readRequest(connection);
        say(connection, Ok);
        connection.close();
        ++closed;
    });
    HttpClient client = clientOf(server.endpoint());
    for (int i = 1; i <= 3; ++i) {
        REQUIRE_VALUE(client.send({.method = method, .target = "/x"}, patientCall()));
        QTRY_COMPARE(closed, i);
    }
    QCOMPARE(server.connections(), 3);
}

void TestTlsConnection::readsAHugeBody()
{
    const TestServer server(this->server(), [](QIODevice &connection, int) {
        readRequest(connection);
        say(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < Pieces; ++i) {
            say(connection, "10000\r\n" + Piece + "\r\n");
        }
        say(connection, "0\r\n\r\n");
        readRequest(connection);
    });
    HttpClient client = clientOf(server.endpoint());
    const Result<HttpReply> reply = client.send(Get, patientCall());
    REQUIRE_VALUE(reply);
    QCOMPARE(reply->body.size(), Piece.size() * Pieces);
}

void TestTlsConnection::sendsAHugeBody()
{
    std::atomic_llong received = 0;
    const TestServer server(this->server(), [&](QIODevice &connection, int) {
        QByteArray end;
        while (!end.endsWith("\r\n0\r\n\r\n")) {
            if (connection.bytesAvailable() == 0 && !connection.waitForReadyRead(30000)) {
                return;
            }
            const QByteArray bytes = connection.readAll();
            received += bytes.size();
            end = (end + bytes).right(16);
        }
        say(connection, Ok);
        readRequest(connection);
    });
    HttpClient client = clientOf(server.endpoint());
    int sent = 0;
    const auto body = [&]() -> Result<QByteArray> { return sent++ < Pieces ? Piece : QByteArray(); };
    const HttpRequest request{.method = Method::Post, .target = "/x", .body = body};
    REQUIRE_VALUE(client.send(request, patientCall()));
    QVERIFY(received > Piece.size() * Pieces);
}

void TestTlsConnection::hearsARefusalInTheMiddleOfABody()
{
    const TestServer server(this->server(), [](QIODevice &connection, int) {
        connection.waitForReadyRead(30000);
        say(connection, "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno");
        connection.close();
    });
    HttpClient client = clientOf(server.endpoint());
    const auto body = []() -> Result<QByteArray> { return Piece; };
    const auto reply = client.send({.method = Method::Post, .target = "/x", .body = body}, patientCall());
    REQUIRE_VALUE(reply);
    QCOMPARE(reply->status, 403);
}

void TestTlsConnection::readsUntilTheEnd()
{
    const TestServer server(this->server(), [](QIODevice &connection, int) {
        readRequest(connection);
        say(connection, "HTTP/1.1 200 OK\r\n\r\n" + Piece);
    });
    HttpClient client = clientOf(server.endpoint());
    const Result<HttpReply> reply = client.send(Get, patientCall());
    REQUIRE_VALUE(reply);
    QCOMPARE(reply->body, Piece);
}

// The same bytes, but nobody who knows the key has said that they are all (RFC 9112, 9.8).
void TestTlsConnection::tellsACutFromAnEnd()
{
    if (QSslSocket::activeBackend() != "openssl"_L1) {
        QSKIP("This library does not tell how a connection has ended.");
    }
    const TestServer server(this->server(), [](QIODevice &connection, int) {
        readRequest(connection);
        connection.write("HTTP/1.1 200 OK\r\n\r\n" + Piece);
        auto &socket = static_cast<QSslSocket &>(connection);
        while (socket.bytesToWrite() + socket.encryptedBytesToWrite() > 0) {
            socket.waitForBytesWritten(30000);
        }
        socket.abort();
    });
    HttpClient client = clientOf(server.endpoint());
    REQUIRE_ERROR(client.send(Get, patientCall()), ErrorCode::ConnectionLost);
}

void TestTlsConnection::timesOutAndCancels()
{
    const CancelToken cancel;
    std::atomic_bool cancels = false;
    const TestServer server(this->server(), [&](QIODevice &connection, int) {
        readRequest(connection);
        say(connection, Ok.chopped(1));
        if (cancels) {
            cancel.request();
        }
        readRequest(connection);
    });
    QElapsedTimer timer;
    timer.start();
    {
        HttpClient client = clientOf(server.endpoint());
        REQUIRE_ERROR(client.send(Get, callWithin(1s)), ErrorCode::TimedOut);
        QVERIFY(timer.elapsed() >= 990);
    }
    cancels = true;
    HttpClient client = clientOf(server.endpoint());
    REQUIRE_ERROR(client.send(Get, patientCall(cancel)), ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 10000);
}

// TLS may fail before the first word for other reasons than a key of this side.
void TestTlsConnection::namesNoKeyWhereThereIsNone()
{
    const TestServer server(this->server(), [](QIODevice &, int) { });
    Endpoint endpoint = server.endpoint();
    endpoint.tls = TlsSettings{.authorities = m_certificates.path(u"ca.pem"_s)};
    QSslConfiguration impossible;
    impossible.setProtocol(QSsl::UnknownProtocol);
    TlsSocket socket(endpoint, impossible);
    socket.connectToHost(endpoint.host, endpoint.port);
    QTRY_VERIFY(socket.failure());
    QCOMPARE(socket.failure()->code, ErrorCode::TlsFilesFailed);
    QCOMPARE(socket.failure()->detail, QString(endpoint.text() + " ("_L1 + socket.errorString() + u')'));
}

void TestTlsConnection::saysThatItsCertificateIsRefused_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("certificate");
    for (const QString &version : {u"-tls1_2"_s, u"-tls1_3"_s}) {
        QTest::addRow("none, %s", qPrintable(version)) << version << QString();
        QTest::addRow("foreign, %s", qPrintable(version)) << version << u"foreign-client"_s;
    }
}

// By OpenSSL's own server, because Qt's says nothing when it refuses.
void TestTlsConnection::saysThatItsCertificateIsRefused()
{
    QFETCH(QString, version);
    QFETCH(QString, certificate);
    QProcess server;
    endWithUs(server);
    server.start(u"openssl"_s,
        {u"s_server"_s, version, u"-accept"_s, u"127.0.0.1:0"_s, u"-Verify"_s, u"1"_s,
            u"-verify_return_error"_s, u"-CAfile"_s, m_certificates.path(u"ca.pem"_s), u"-cert"_s,
            m_certificates.path(u"server.pem"_s), u"-key"_s, m_certificates.path(u"server-key.pem"_s)});
    QString said;
    while (!said.contains(u'\n') || !said.section(u'\n', 0, -2).contains("ACCEPT "_L1)) {
        QVERIFY2(server.waitForReadyRead(), qPrintable(said));
        said += QString::fromUtf8(server.readAllStandardOutput());
    }
    const QString address = said.section("ACCEPT "_L1, 1).section(u'\n', 0, 0).trimmed();
    HttpClient client = clientOf(*parseEndpoint(address), certificate);
    REQUIRE_ERROR(client.send(Get, patientCall()), ErrorCode::ClientRefused);
    endProgram(server);
}

QTEST_GUILESS_MAIN(TestTlsConnection)
#include "tst_tlsconnection.moc"
