// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/customheaders.h"

#include "stores/contexts.h"
#include "stores/hosts.h"
#include "stores/resulttext.h"
#include "stores/storefactory.h"
#include "stores/testserver.h"

#include <QDir>
#include <QFile>
#include <QMutex>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

/// What docker's settings send along with every request.
class TestCustomHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsTheVariable_data();
    void readsTheVariable();
    void refuses_data();
    void refuses();
    void readsTheFile();
    void theVariableGoesBeforeTheFile();
    void aBrokenFileHasNone();
    void isForDockersEndpointsAlone();
    void sendsWhatDockerSends();

private:
    void writeConfig(const QByteArray &json) const;
    void setVariable(const QString &text) { m_environment.insert(u"DOCKER_CUSTOM_HEADERS"_s, text); }

    std::unique_ptr<QTemporaryDir> m_config;
    QProcessEnvironment m_environment;
};

void TestCustomHeaders::init()
{
    m_config = std::make_unique<QTemporaryDir>();
    m_environment = {};
    m_environment.insert(u"DOCKER_CONFIG"_s, m_config->path());
    m_environment.insert(u"HOME"_s, m_config->path());
    // Whatever this machine has for all its users must not be seen.
    QFile none(m_config->filePath(u"none.conf"_s));
    QVERIFY(none.open(QIODevice::WriteOnly));
    m_environment.insert(u"CONTAINERS_CONF"_s, none.fileName());
}

void TestCustomHeaders::writeConfig(const QByteArray &json) const
{
    QFile file(m_config->filePath(u"config.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(json);
}

void TestCustomHeaders::readsTheVariable_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<HttpHeaders>("headers");
    QTest::addRow("nothing") << QString() << HttpHeaders();
    QTest::addRow("one") << u"X-Auth-Token=a"_s << HttpHeaders{{"X-Auth-Token", "a"}};
    QTest::addRow("any case") << u"x-auth-TOKEN=a"_s << HttpHeaders{{"X-Auth-Token", "a"}};
    // The example of docker's own source.
    QTest::addRow("all that docker knows")
        << u"one=one-value,\"two=two,value\",\"three= a value with whitespace  \",four=,five=five=one,five=five-two"_s
        << HttpHeaders{{"One", "one-value"}, {"Two", "two,value"}, {"Three", " a value with whitespace  "},
               {"Five", "five-two"}};
    QTest::addRow("quotes") << u"\"a=say \"\"hello\"\"\", b =2"_s
                            << HttpHeaders{{"A", "say \"hello\""}, {"B", "2"}};
    // What a message is made of, whoever asks for another.
    QTest::addRow("our own")
        << u"Host=h,content-length=7,Transfer-Encoding=x,Accept-Encoding=gzip,User-Agent=u,a=1"_s
        << HttpHeaders{{"A", "1"}};
}

void TestCustomHeaders::readsTheVariable()
{
    QFETCH(QString, text);
    setVariable(text);
    const Result<HttpHeaders> headers = customHeaders(m_environment);
    REQUIRE_VALUE(headers);
    QTEST(*headers, "headers");
}

void TestCustomHeaders::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");
    const QString noList = u"DOCKER_CUSTOM_HEADERS (no list of name=value)"_s;
    QTest::addRow("no value") << u"secret"_s << noList;
    QTest::addRow("no name") << u"=secret"_s << noList;
    QTest::addRow("open quote") << u"\"a=secret"_s << noList;
    QTest::addRow("quote inside") << u"a=sec\"ret"_s << noList;
    QTest::addRow("more behind a quote") << u"\"a=secret\"b"_s << noList;
    QTest::addRow("no token") << u"a b=secret"_s << u"DOCKER_CUSTOM_HEADERS: a b"_s;
    QTest::addRow("the end of a line") << u"a=1\r\nDELETE"_s << u"DOCKER_CUSTOM_HEADERS: a"_s;
}

void TestCustomHeaders::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, detail);
    setVariable(text);
    const Result<HttpHeaders> headers = customHeaders(m_environment);
    REQUIRE_ERROR(headers, ErrorCode::InvalidHeaders);
    // What is said holds no value, which may be a secret.
    QCOMPARE(headers.error().detail, detail);
    const Result<Endpoint> chosen =
        chooseEndpoint({.host = u"tcp://h"_s, .context = {}, .environment = m_environment, .sockets = {}});
    REQUIRE_ERROR(chosen, ErrorCode::InvalidHeaders);
}

void TestCustomHeaders::readsTheFile()
{
    writeConfig(R"({"httpheaders":{"x-a":"1","Host":"h","empty":"","number":5}})");
    QCOMPARE(customHeaders(m_environment).value(), (HttpHeaders{{"X-A", "1"}}));
    writeConfig(R"({"HttpHeaders":{"x a":"1"}})");
    const Result<HttpHeaders> headers = customHeaders(m_environment);
    REQUIRE_ERROR(headers, ErrorCode::InvalidHeaders);
    QCOMPARE(headers.error().detail, m_config->filePath(u"config.json"_s) + ": x a"_L1);
}

void TestCustomHeaders::theVariableGoesBeforeTheFile()
{
    writeConfig(R"({"HttpHeaders":{"a":"1","b":"2"}})");
    setVariable(u"c=3"_s);
    QCOMPARE(customHeaders(m_environment).value(), (HttpHeaders{{"C", "3"}}));
}

void TestCustomHeaders::aBrokenFileHasNone()
{
    writeConfig("{");
    QCOMPARE(customHeaders(m_environment).value(), HttpHeaders());
    QFile::remove(m_config->filePath(u"config.json"_s));
    QCOMPARE(customHeaders(m_environment).value(), HttpHeaders());
}

// Docker's command line knows nothing of what Podman was told, so nothing of its own gets there.
void TestCustomHeaders::isForDockersEndpointsAlone()
{
    const QString connections = m_config->filePath(u"podman-connections.json"_s);
    QFile file(connections);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"Connection":{"Connections":{"box":{"URI":"tcp://box:1"}}}})");
    file.close();
    m_environment.insert(u"PODMAN_CONNECTIONS_CONF"_s, connections);
    m_environment.insert(u"CONTAINER_HOST"_s, u"tcp://pod:1"_s);
    m_environment.insert(u"DOCKER_HOST"_s, u"tcp://dock:1"_s);
    setVariable(u"a=1"_s);
    const HttpHeaders sent{{"A", "1"}};
    QMap<QString, HttpHeaders> found;
    const QList<KnownHost> hosts = knownHosts({.environment = m_environment,
        .sockets = {{.endpoint = *parseEndpoint(u"unix:///found"_s),
            .state = KnownSocket::State::Usable,
            .name = u"F"_s}},
        .typed = {{.endpoint = u"tcp://typed:1"_s}}});
    for (const KnownHost &host : hosts) {
        found.insert(host.host.endpoint, host.endpoint->headers);
    }
    const QMap<QString, HttpHeaders> expected{{u"tcp://box:1"_s, {}}, {u"tcp://pod:1"_s, {}},
        {u"tcp://dock:1"_s, sent}, {u"unix:///found"_s, sent}, {u"tcp://typed:1"_s, sent}};
    QCOMPARE(found, expected);
    const auto chosen = [&](const QString &context) {
        return chooseEndpoint({.host = {}, .context = context, .environment = m_environment, .sockets = {}})
            .value()
            .headers;
    };
    QCOMPARE(chosen({}), sent);
    QCOMPARE(chosen(u"box"_s), HttpHeaders());
}

// The docker command line is asked what it sends, by a server that both speak to.
void TestCustomHeaders::sendsWhatDockerSends()
{
    const QString docker = QStandardPaths::findExecutable(u"docker"_s);
    if (docker.isEmpty()) {
        QSKIP("docker is not installed");
    }
    writeConfig(
        R"({"HttpHeaders":{"x-auth-token":"s3 cret","Host":"other","Content-Length":"9","User-Agent":"me"}})");
    QList<QByteArray> requests;
    QMutex mutex;
    const TestServer server(TestServer::Kind::Tcp, [&](QIODevice &connection, int) {
        const QByteArray request = readRequest(connection);
        const QMutexLocker lock(&mutex);
        requests << request;
        say(connection,
            "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    });
    m_environment.insert(u"DOCKER_HOST"_s, server.endpoint().text());
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(docker, {u"ps"_s});
    QVERIFY(process.waitForFinished());
    const auto received = [&] {
        const QMutexLocker lock(&mutex);
        return requests;
    };
    const qsizetype theirs = received().size();
    QVERIFY(theirs > 0);
    const Result<Endpoint> chosen =
        chooseEndpoint({.host = {}, .context = {}, .environment = m_environment, .sockets = {}});
    QVERIFY(!(*makeStore(*chosen))->open(patientCall()));
    QVERIFY(received().size() > theirs);
    for (const QByteArray &request : received()) {
        QVERIFY2(request.contains("\r\nX-Auth-Token: s3 cret\r\n"), request.constData());
        QVERIFY2(
            !request.contains(": other\r\n") && !request.contains("Content-Length: 9"), request.constData());
    }
}

QTEST_GUILESS_MAIN(TestCustomHeaders)
#include "tst_customheaders.moc"
