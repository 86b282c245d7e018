// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/httpreplyparser.h"

#include "stores/resulttext.h"
#include "stores/scripteddevice.h"

#include <QFile>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

using Body = HttpReplyParser::Body;

struct Parsed
{
    Result<void> result;
    bool complete = false;
    bool keeps = false;
    int status = 0;
    QByteArray contentType;
    QByteArray body;
};

Parsed parse(const QList<QByteArray> &pieces, Body body = Body::Expected)
{
    Parsed parsed;
    HttpReplyParser parser(body, [&](QByteArrayView piece) { parsed.body.append(piece); });
    for (const QByteArray &piece : pieces) {
        parsed.result = parser.feed(piece);
        if (!parsed.result) {
            return parsed;
        }
    }
    if (!parser.isComplete()) {
        parsed.result = parser.end();
    }
    parsed.complete = parser.isComplete();
    if (parsed.complete) {
        parsed.keeps = parser.keepsConnection();
        parsed.status = parser.status();
        parsed.contentType = parser.header("content-type");
    }
    return parsed;
}

QByteArray recorded(const QString &name)
{
    QFile file(QFINDTESTDATA("data/"_L1 + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestHttpReplyParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsRecordedReplies();
    void noticesEveryCut_data();
    void noticesEveryCut();
    void refusesWhatIsNoHttp_data();
    void refusesWhatIsNoHttp();
    void knowsAnAlertOfTls();
    void boundsTheHead();
    void doesNotKeepAConnectionThatSaysMore();
};

void TestHttpReplyParser::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("keeps");
    QTest::addColumn<Body>("kind");

    const auto row = [](const char *name, const QByteArray &bytes, int status, const QByteArray &body,
                         bool keeps, Body kind = Body::Expected) {
        QTest::addRow("%s", name) << bytes << status << body << keeps << kind;
    };
    row("length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, "hello", true);
    row("empty", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 200, "", true);
    row("chunked", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n",
        200, "hello", true);
    row("chunked, nothing", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 200, "", true);
    row("chunk extension and trailer",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n", 200,
        "hello", true);
    row("until the end", "HTTP/1.1 200 OK\r\n\r\nhello", 200, "hello", false);
    row("HTTP/1.0", "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, "hello", false);
    row("closing", "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello", 200, "hello",
        false);
    row("204", "HTTP/1.1 204 No Content\r\n\r\n", 204, "", true);
    row("304", "HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n", 304, "", true);
    row("no reason", "HTTP/1.1 409 \r\nContent-Length: 1\r\n\r\nx", 409, "x", true);
    row("after 100", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", 200, "ok",
        true);
    row("HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", 200, "", true, Body::Absent);
    row("HEAD, chunked", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", 200, "", true,
        Body::Absent);
}

void TestHttpReplyParser::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Body, kind);
    for (const QList<QByteArray> &pieces :
        {inOnePiece(bytes), byteForByte(bytes), inRandomPieces(bytes, 1), inRandomPieces(bytes, 2)}) {
        const Parsed parsed = parse(pieces, kind);
        REQUIRE_VALUE(parsed.result);
        QVERIFY(parsed.complete);
        QTEST(parsed.status, "status");
        QTEST(parsed.body, "body");
        QTEST(parsed.keeps, "keeps");
    }
}

void TestHttpReplyParser::readsRecordedReplies()
{
    for (const QString &name : {u"docker-images.http"_s, u"docker-pull.http"_s, u"podman-pull.http"_s}) {
        const QByteArray bytes = recorded(name);
        const Parsed whole = parse(inOnePiece(bytes));
        REQUIRE_VALUE(whole.result);
        QVERIFY(whole.complete);
        QCOMPARE(whole.status, 200);
        QVERIFY(!whole.body.isEmpty());
        QCOMPARE(parse(byteForByte(bytes)).body, whole.body);
        for (quint32 seed = 0; seed < 20; ++seed) {
            QCOMPARE(parse(inRandomPieces(bytes, seed)).body, whole.body);
        }
    }
    const Parsed refusal = parse(inOnePiece(recorded(u"docker-not-found.http"_s)));
    QCOMPARE(refusal.status, 404);
    QCOMPARE(refusal.contentType, "application/json");
    QCOMPARE(refusal.body, "{\"message\":\"no such image: nope:1: No such image: nope:1\"}\n");
}

void TestHttpReplyParser::noticesEveryCut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
    QTest::addRow("chunked") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n");
    QTest::addRow("recorded list") << recorded(u"docker-images.http"_s);
}

void TestHttpReplyParser::noticesEveryCut()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        const Parsed parsed = parse(inOnePiece(bytes.first(size)));
        REQUIRE_ERROR(parsed.result, ErrorCode::ConnectionLost);
    }
}

void TestHttpReplyParser::refusesWhatIsNoHttp_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("ssh") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::addRow("a page without a head") << QByteArray("<html><body>no</body></html>");
    QTest::addRow("one byte") << QByteArray("x");
    QTest::addRow("HTTP/2") << QByteArray("HTTP/2 200\r\n\r\n");
    QTest::addRow("no status") << QByteArray("HTTP/1.1 abc\r\n\r\n");
    QTest::addRow("bad field") << QByteArray("HTTP/1.1 200 OK\r\nno colon\r\n\r\n");
    QTest::addRow("bad length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: five\r\n\r\nhello");
    QTest::addRow("two lengths") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!");
    QTest::addRow("bad chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");
}

void TestHttpReplyParser::refusesWhatIsNoHttp()
{
    QFETCH(QByteArray, bytes);
    for (const QList<QByteArray> &pieces : {inOnePiece(bytes), byteForByte(bytes)}) {
        REQUIRE_ERROR(parse(pieces).result, ErrorCode::MalformedReply);
    }
}

void TestHttpReplyParser::knowsAnAlertOfTls()
{
    const QByteArray alert("\x15\x03\x01\x00\x02\x02\x16", 7);
    for (const QList<QByteArray> &pieces : {inOnePiece(alert), byteForByte(alert)}) {
        REQUIRE_ERROR(parse(pieces).result, ErrorCode::WantsTls);
    }
}

void TestHttpReplyParser::boundsTheHead()
{
    const QByteArray line = "X-Filler: " + QByteArray(1000, 'x') + "\r\n";
    REQUIRE_ERROR(parse({"HTTP/1.1 200 OK\r\n" + line.repeated(1000)}).result, ErrorCode::MalformedReply);
    REQUIRE_ERROR(parse(QList<QByteArray>(1000, line)).result, ErrorCode::MalformedReply);
    QList<QByteArray> endless(2000, line);
    endless.prepend("HTTP/1.1 200 OK\r\n");
    REQUIRE_ERROR(parse(endless).result, ErrorCode::MalformedReply);
}

void TestHttpReplyParser::doesNotKeepAConnectionThatSaysMore()
{
    const Parsed parsed = parse({"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n"});
    QVERIFY(parsed.complete);
    QCOMPARE(parsed.body, "ok");
    QVERIFY(!parsed.keeps);
}

QTEST_GUILESS_MAIN(TestHttpReplyParser)
#include "tst_httpreplyparser.moc"
