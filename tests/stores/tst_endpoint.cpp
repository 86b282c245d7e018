// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/endpoint.h"

#include "stores/resulttext.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace jettison;
using namespace Qt::StringLiterals;

class TestEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void leavesUserAndSocketToSsh();
    void takesTheGivenPort();
    void refuses_data();
    void refuses();
    void saysWhatIsNotThereYet();
    void tellsFilesFromFolders();
    void looksWhereEnginesListen();
};

void TestEndpoint::reads_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");

    const auto row = [](const char *name, const QString &typed, const QString &text, const QString &host,
                         int port) { QTest::addRow("%s", name) << typed << text << host << port; };
    row("unix", u"unix:///var/run/docker.sock"_s, u"unix:///var/run/docker.sock"_s, {}, 0);
    row("unix with spaces", u"unix:///a b/%20.sock"_s, u"unix:///a b/%20.sock"_s, {}, 0);
    row("pipe", u"npipe:////./pipe/docker_engine"_s, u"npipe:////./pipe/docker_engine"_s, {}, 0);
    row("pipe with backslashes", u"npipe://\\\\.\\pipe\\docker_engine"_s, u"npipe:////./pipe/docker_engine"_s,
        {}, 0);
    row("tcp", u"tcp://example.org:2376"_s, u"tcp://example.org:2376"_s, u"example.org"_s, 2376);
    row("no port", u"tcp://example.org"_s, u"tcp://example.org:2375"_s, u"example.org"_s, 2375);
    row("no scheme", u"example.org:99"_s, u"tcp://example.org:99"_s, u"example.org"_s, 99);
    row("no scheme, no port", u"10.0.0.7"_s, u"tcp://10.0.0.7:2375"_s, u"10.0.0.7"_s, 2375);
    row("port alone", u"tcp://:2400"_s, u"tcp://localhost:2400"_s, u"localhost"_s, 2400);
    row("underscore", u"docker_host:99"_s, u"tcp://docker_host:99"_s, u"docker_host"_s, 99);
    row("IPv6", u"tcp://[::1]:2375"_s, u"tcp://[::1]:2375"_s, u"::1"_s, 2375);
    row("IPv6, no port", u"[fe80::1]"_s, u"tcp://[fe80::1]:2375"_s, u"fe80::1"_s, 2375);
    row("slash at the end", u"tcp://h:1/"_s, u"tcp://h:1"_s, u"h"_s, 1);
    row("path", u"tcp://h:1/engine/a/"_s, u"tcp://h:1/engine/a"_s, u"h"_s, 1);
    row("ssh", u"ssh://me@example.org:22022"_s, u"ssh://me@example.org:22022"_s, u"example.org"_s, 22022);
    row("ssh, a host alone", u"ssh://box"_s, u"ssh://box"_s, u"box"_s, 0);
    row("ssh, an alias in its case", u"ssh://My_Box"_s, u"ssh://My_Box"_s, u"My_Box"_s, 0);
    row("ssh, colon without a port", u"ssh://box:"_s, u"ssh://box"_s, u"box"_s, 0);
    row("ssh, slash at the end", u"ssh://box/"_s, u"ssh://box"_s, u"box"_s, 0);
    row("ssh, socket", u"ssh://box/run/user/1000/podman/podman.sock"_s,
        u"ssh://box/run/user/1000/podman/podman.sock"_s, u"box"_s, 0);
    row("ssh, socket with spaces", u"ssh://me@box/a b/%25.sock"_s, u"ssh://me@box/a%20b/%25.sock"_s, u"box"_s,
        0);
    row("ssh, user of a domain", u"ssh://me@corp@box"_s, u"ssh://me%40corp@box"_s, u"box"_s, 0);
    row("ssh, no user", u"ssh://@box"_s, u"ssh://box"_s, u"box"_s, 0);
    row("ssh, IPv6", u"ssh://me@[::1]:22"_s, u"ssh://me@[::1]:22"_s, u"::1"_s, 22);
    row("ssh, IPv6 with a zone", u"ssh://[fe80::1%25eth0]"_s, u"ssh://[fe80::1%25eth0]"_s, u"fe80::1%eth0"_s,
        0);
    row("archive", u"archive:/a b/c.tar"_s, u"archive:/a b/c.tar"_s, {}, 0);
    row("layout", u"layout:/a/b"_s, u"layout:/a/b"_s, {}, 0);
    row("a file in this folder", u"archive:c.tar"_s, "archive:"_L1 + QDir::current().filePath(u"c.tar"_s), {},
        0);
    row("blanks around", u"  tcp://h:1\n"_s, u"tcp://h:1"_s, u"h"_s, 1);
}

void TestEndpoint::reads()
{
    QFETCH(QString, typed);
    const Result<Endpoint> endpoint = parseEndpoint(typed);
    REQUIRE_VALUE(endpoint);
    QTEST(endpoint->text(), "text");
    QTEST(endpoint->host, "host");
    QTEST(int(endpoint->port), "port");
    QCOMPARE(*parseEndpoint(endpoint->text()), *endpoint);
}

void TestEndpoint::leavesUserAndSocketToSsh()
{
    const Endpoint bare = *parseEndpoint(u"ssh://box"_s);
    QCOMPARE(bare.user, QString());
    QCOMPARE(bare.path, QString());
    const Endpoint full = *parseEndpoint(u"ssh://me%40corp@box/a b/%25.sock"_s);
    QCOMPARE(full.user, u"me@corp"_s);
    QCOMPARE(full.path, u"/a b/%.sock"_s);
}

void TestEndpoint::takesTheGivenPort()
{
    QCOMPARE(parseEndpoint(u"tcp://h"_s, Endpoint::TlsPort)->text(), u"tcp://h:2376"_s);
    QCOMPARE(parseEndpoint(u"h"_s, Endpoint::TlsPort)->text(), u"tcp://h:2376"_s);
    QCOMPARE(parseEndpoint(u"tcp://h:2375"_s, Endpoint::TlsPort)->text(), u"tcp://h:2375"_s);
}

void TestEndpoint::refuses_data()
{
    QTest::addColumn<QString>("typed");
    const QStringList sshAddresses{u"ssh://"_s, u"ssh:///run/docker.sock"_s, u"ssh://me@"_s,
        u"ssh://me:secret@box"_s, u"ssh://box?x"_s, u"ssh://box/a.sock#x"_s, u"ssh://box:port"_s,
        u"ssh://box:0"_s, u"ssh://box:+22"_s, u"ssh://box:70000"_s, u"ssh://-oProxyCommand=x"_s,
        u"ssh://-l@box"_s, u"ssh://a b"_s, u"ssh://$(x)"_s, u"ssh://me@a;b"_s, u"ssh://a`b@box"_s,
        u"ssh://box%0Ax"_s, u"ssh://[::1"_s, u"ssh://[::1]x:22"_s, u"ssh://[]"_s, u"ssh://box/it's.sock"_s,
        u"ssh://box/a%0Ab"_s, u"ssh://box/a!b"_s};
    const QStringList wrong{{}, u"  "_s, u"unix://"_s, u"unix://var/run/docker.sock"_s,
        u"npipe:///docker_engine"_s, u"npipe:////./pipe/"_s, u"npipe:////server/pipe/docker_engine"_s,
        u"tcp://"_s, u"tcp://h:port"_s, u"tcp://h:0"_s, u"tcp://h:70000"_s, u"tcp://user@h:1"_s,
        u"tcp://h:1?x"_s, u"tcp://h:1#x"_s, u"tcp://a b"_s, u"gopher://h"_s, u"/var/run/docker.sock"_s,
        u"a://b://c"_s, u"archive:"_s, u"layout:"_s};
    for (const QString &typed : wrong + sshAddresses) {
        QTest::addRow("'%s'", qPrintable(typed)) << typed;
    }
}

void TestEndpoint::refuses()
{
    QFETCH(QString, typed);
    const Result<Endpoint> endpoint = parseEndpoint(typed);
    REQUIRE_ERROR(endpoint, ErrorCode::InvalidEndpoint);
    QVERIFY(endpoint.error().detail.contains(typed.trimmed()));
}

void TestEndpoint::saysWhatIsNotThereYet()
{
    const QString typed = u"https://h"_s;
    const Result<Endpoint> endpoint = parseEndpoint(typed);
    REQUIRE_ERROR(endpoint, ErrorCode::InvalidEndpoint);
    QVERIFY(endpoint.error().detail.startsWith(typed));
    QVERIFY(endpoint.error().detail.contains("not supported yet"_L1));
}

void TestEndpoint::tellsFilesFromFolders()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"images.tar"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(endpointOfFile(file.fileName())->text(), "archive:"_L1 + file.fileName());
    QCOMPARE(endpointOfFile(folder.path())->text(), "layout:"_L1 + folder.path());
    REQUIRE_ERROR(endpointOfFile(folder.filePath(u"none"_s)), ErrorCode::FileFailed);
}

void TestEndpoint::looksWhereEnginesListen()
{
    const QTemporaryDir home;
    QProcessEnvironment environment;
    environment.insert(u"HOME"_s, home.path());
    environment.insert(u"USERPROFILE"_s, home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, home.filePath(u"run"_s));
    const QList<KnownSocket> before = knownSockets(environment);
    QVERIFY(!before.isEmpty());
    for (const KnownSocket &socket : before) {
        QCOMPARE(*parseEndpoint(socket.endpoint.text()), socket.endpoint);
        QVERIFY(isAvailable(socket.endpoint.scheme));
    }
    if (!isAvailable(Endpoint::Scheme::Unix)) {
        QSKIP("Pipes cannot be made to order.");
    }
    for (const QString &path :
        {u"run/docker.sock"_s, u"run/podman/podman.sock"_s, u".docker/desktop/docker.sock"_s,
            u".colima/default/docker.sock"_s, u".rd/docker.sock"_s, u".orbstack/run/docker.sock"_s}) {
        const Endpoint endpoint{.scheme = Endpoint::Scheme::Unix, .path = home.filePath(path), .host = {}};
        const auto stateOf = [&](const QList<KnownSocket> &sockets) {
            const auto found = std::ranges::find(sockets, endpoint, &KnownSocket::endpoint);
            return found == sockets.end() ? std::optional<KnownSocket::State>() : found->state;
        };
        QVERIFY2(stateOf(before) == KnownSocket::State::Missing, qPrintable(path));
        QVERIFY(QDir().mkpath(QFileInfo(endpoint.path).path()));
        QFile file(endpoint.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY2(stateOf(knownSockets(environment)) == KnownSocket::State::Usable, qPrintable(path));
    }
}

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
