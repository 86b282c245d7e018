// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/contexts.h"

#include "stores/resulttext.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

// Their folders are the sha256 of the names, as published with Docker Desktop and Rancher Desktop.
constexpr auto DesktopMeta =
    "contexts/meta/fe9c6bd7a66301f49ca9b6a70b217107cd1284598bfc254700c989b916da791e"_L1;
constexpr auto RancherMeta =
    "contexts/meta/b547d66a5de60e5f0843aba28283a8875c2ad72e99ba076060ef9ec7c09917c8"_L1;
constexpr auto RancherKeys =
    "contexts/tls/b547d66a5de60e5f0843aba28283a8875c2ad72e99ba076060ef9ec7c09917c8"_L1;

KnownSocket socketAt(const QString &path, KnownSocket::State state)
{
    return {.endpoint = {.scheme = Endpoint::Scheme::Unix, .path = path, .host = {}}, .state = state};
}

} // namespace

class TestContexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void prefersWhatIsSaidMostDirectly();
    void takesNotBothOptions();
    void defaultContextMeansNone();
    void findsSockets();
    void namesAllPlacesWhereNothingWasFound();
    void readsKeysInAnyCase();
    void takesSshAsItIs();
    void refusesBrokenFiles_data();
    void refusesBrokenFiles();
    void refusesUnknownContext();
    void refusesTls();

private:
    void write(const QString &path, const QByteArray &text);
    QString chosen() const;

    std::unique_ptr<QTemporaryDir> m_config;
    EndpointWish m_wish;
};

void TestContexts::init()
{
    m_config = std::make_unique<QTemporaryDir>();
    m_wish = {};
    m_wish.environment.insert(u"DOCKER_CONFIG"_s, m_config->path());
    m_wish.sockets = {socketAt(u"/missing"_s, KnownSocket::State::Missing),
        socketAt(u"/found"_s, KnownSocket::State::Usable),
        socketAt(u"/second"_s, KnownSocket::State::Usable)};
    write(DesktopMeta + "/meta.json"_L1,
        R"({"Name":"desktop-linux","Metadata":{"GODEBUG":"x"},"Endpoints":{"docker":{"Host":"unix:///desktop","SkipTLSVerify":false}}})");
    write(RancherMeta + "/meta.json"_L1, R"({"Endpoints":{"docker":{"Host":"tcp://rancher"}}})");
}

void TestContexts::write(const QString &path, const QByteArray &text)
{
    const QString full = m_config->filePath(path);
    QVERIFY(QDir().mkpath(QFileInfo(full).path()));
    QFile file(full);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QString TestContexts::chosen() const
{
    const Result<Endpoint> endpoint = chooseEndpoint(m_wish);
    return endpoint ? endpoint->text() : "error: "_L1 + endpoint.error().detail;
}

void TestContexts::prefersWhatIsSaidMostDirectly()
{
    QCOMPARE(chosen(), u"unix:///found"_s);
    write(u"config.json"_s, R"({"auths":{},"currentContext":"desktop-linux"})");
    QCOMPARE(chosen(), u"unix:///desktop"_s);
    m_wish.environment.insert(u"DOCKER_CONTEXT"_s, u"rancher-desktop"_s);
    QCOMPARE(chosen(), u"tcp://rancher:2375"_s);
    m_wish.environment.insert(u"DOCKER_HOST"_s, u"tcp://environment"_s);
    QCOMPARE(chosen(), u"tcp://environment:2375"_s);
    m_wish.context = u"desktop-linux"_s;
    QCOMPARE(chosen(), u"unix:///desktop"_s);
    m_wish.context.clear();
    m_wish.host = u"option:1"_s;
    QCOMPARE(chosen(), u"tcp://option:1"_s);
}

void TestContexts::takesNotBothOptions()
{
    m_wish.host = u"tcp://h"_s;
    m_wish.context = u"desktop-linux"_s;
    REQUIRE_ERROR(chooseEndpoint(m_wish), ErrorCode::InvalidEndpoint);
}

void TestContexts::defaultContextMeansNone()
{
    write(u"config.json"_s, R"({"currentContext":"desktop-linux"})");
    m_wish.context = u"default"_s;
    QCOMPARE(chosen(), u"unix:///found"_s);
    m_wish.environment.insert(u"DOCKER_HOST"_s, u"tcp://environment"_s);
    QCOMPARE(chosen(), u"tcp://environment:2375"_s);
    m_wish.environment.insert(u"DOCKER_HOST"_s, QString());
    QCOMPARE(chosen(), u"unix:///found"_s);
}

void TestContexts::findsSockets()
{
    m_wish.sockets = {socketAt(u"/a"_s, KnownSocket::State::Missing),
        socketAt(u"/b"_s, KnownSocket::State::Denied), socketAt(u"/c"_s, KnownSocket::State::Usable)};
    QCOMPARE(chosen(), u"unix:///c"_s);
    m_wish.sockets.removeLast();
    QCOMPARE(chosen(), u"unix:///b"_s);
}

void TestContexts::namesAllPlacesWhereNothingWasFound()
{
    m_wish.sockets = {
        socketAt(u"/a"_s, KnownSocket::State::Missing), socketAt(u"/b"_s, KnownSocket::State::Missing)};
    const Result<Endpoint> endpoint = chooseEndpoint(m_wish);
    REQUIRE_ERROR(endpoint, ErrorCode::NotRunning);
    QCOMPARE(endpoint.error().detail, u"unix:///a, unix:///b"_s);
}

void TestContexts::readsKeysInAnyCase()
{
    write(RancherMeta + "/meta.json"_L1, R"({"name":"x","endpoints":{"docker":{"host":"tcp://lower"}}})");
    write(u"config.json"_s, R"({"CurrentContext":"rancher-desktop"})");
    QCOMPARE(chosen(), u"tcp://lower:2375"_s);
}

// What TLS would need has no meaning there.
void TestContexts::takesSshAsItIs()
{
    m_wish.environment.insert(u"DOCKER_TLS_VERIFY"_s, u"1"_s);
    m_wish.host = u"ssh://me@box:22022"_s;
    QCOMPARE(chosen(), u"ssh://me@box:22022"_s);
    m_wish.host.clear();
    m_wish.environment.insert(u"DOCKER_HOST"_s, u"ssh://box/run/docker.sock"_s);
    QCOMPARE(chosen(), u"ssh://box/run/docker.sock"_s);
    m_wish.context = u"rancher-desktop"_s;
    write(RancherMeta + "/meta.json"_L1, R"({"Endpoints":{"docker":{"Host":"ssh://rancher"}}})");
    QCOMPARE(chosen(), u"ssh://rancher"_s);
}

void TestContexts::refusesBrokenFiles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    const QString meta = DesktopMeta + "/meta.json"_L1;
    QTest::addRow("config.json is cut") << u"config.json"_s << QByteArray(R"({"currentContext":"desktop)");
    QTest::addRow("config.json is empty") << u"config.json"_s << QByteArray();
    QTest::addRow("config.json is a list") << u"config.json"_s << QByteArray("[]");
    QTest::addRow("meta.json is cut") << meta << QByteArray("{");
    QTest::addRow("no endpoints") << meta << QByteArray("{}");
    QTest::addRow("no host") << meta << QByteArray(R"({"Endpoints":{"docker":{}}})");
    QTest::addRow("host is a number") << meta << QByteArray(R"({"Endpoints":{"docker":{"Host":5}}})");
    QTest::addRow("ssh with a password")
        << meta << QByteArray(R"({"Endpoints":{"docker":{"Host":"ssh://me:secret@host"}}})");
}

void TestContexts::refusesBrokenFiles()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    write(u"config.json"_s, R"({"currentContext":"desktop-linux"})");
    write(path, text);
    const Result<Endpoint> endpoint = chooseEndpoint(m_wish);
    REQUIRE_ERROR(endpoint, ErrorCode::InvalidEndpoint);
    QVERIFY(endpoint.error().detail.contains("config.json"_L1)
        || endpoint.error().detail.contains("desktop-linux"_L1));
}

void TestContexts::refusesUnknownContext()
{
    m_wish.context = u"../../../etc"_s;
    const Result<Endpoint> endpoint = chooseEndpoint(m_wish);
    REQUIRE_ERROR(endpoint, ErrorCode::InvalidEndpoint);
    QVERIFY(endpoint.error().detail.startsWith("context ../../../etc: "_L1));
}

void TestContexts::refusesTls()
{
    m_wish.context = u"rancher-desktop"_s;
    write(RancherKeys + "/docker/ca.pem"_L1, "x");
    QVERIFY(chosen().contains("TLS is not supported yet"_L1));
    m_wish.context.clear();
    m_wish.environment.insert(u"DOCKER_TLS_VERIFY"_s, u"0"_s);
    QVERIFY(chosen().contains("tcp://localhost:2376 (TLS is not supported yet"_L1));
    m_wish.host = u"tcp://h"_s;
    QVERIFY(chosen().contains("TLS is not supported yet"_L1));
    // Sockets of this machine have no TLS to want.
    m_wish.host = u"unix:///x"_s;
    QCOMPARE(chosen(), u"unix:///x"_s);
}

QTEST_GUILESS_MAIN(TestContexts)
#include "tst_contexts.moc"
