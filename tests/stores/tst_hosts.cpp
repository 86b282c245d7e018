// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/hosts.h"

#include "stores/contexts.h"
#include "stores/resulttext.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

QString metaOf(const QString &context)
{
    const QByteArray hash = QCryptographicHash::hash(context.toUtf8(), QCryptographicHash::Sha256);
    return "docker/contexts/meta/"_L1 + QString::fromLatin1(hash.toHex()) + "/meta.json"_L1;
}

QByteArray contextJson(const QByteArray &name, const QByteArray &host)
{
    return R"({"Name":")" + name + R"(","Metadata":{},"Endpoints":{"docker":{"Host":")" + host + R"("}}})";
}

} // namespace

class TestHosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsWhatFilesSay_data();
    void listsWhatFilesSay();
    void listsContexts();
    void listsContextsByTheNameThatLeadsThere();
    void namesBrokenContexts();
    void showsWhatCannotBeRead();
    void tellsBrokenFilesApart();
    void listsWhatVariablesSay();
    void variablesChooseAmongFiles();
    void putsTheCurrentOneFirst();
    void defaultIsDockersOwnSocket();
    void theNameByWhichItIsCurrentComesFirst();
    void sameEndpointIsOneHost();
    void socketsThatAreLinksAreOneHost();
    void tellsWhereEachWasFound();
    void keysAreUnique();
    void filesComeLast();
    void theSampleIsCurrentWhereNothingElseIs();
    void connectionsBringTheirKeys();
    void variablesBringTheirKeys();
    void typedHostsHaveTheirFiles();
    void findsMachines();
    void contextsAreNotMistakenForConnections();
    void readsWhatDockerWrites();
    void readsWhatPodmanWrites();

private:
    void write(const QString &path, const QByteArray &text) const;
    void setVariable(const QString &name, const QString &value) { m_search.environment.insert(name, value); }
    QList<KnownHost> hosts() const { return knownHosts(m_search); }
    /// `* name, name: endpoint` or the error; the star stands before the current one.
    QStringList texts() const;

    std::unique_ptr<QTemporaryDir> m_home;
    HostSearch m_search;
};

void TestHosts::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_search = {};
    setVariable(u"HOME"_s, m_home->path());
    setVariable(u"USERPROFILE"_s, m_home->path());
    setVariable(u"APPDATA"_s, m_home->filePath(u".config"_s));
    setVariable(u"DOCKER_CONFIG"_s, m_home->filePath(u"docker"_s));
    setVariable(u"PATH"_s, qEnvironmentVariable("PATH"));
    // Whatever this machine has for all its users must not be seen.
    write(u"empty.conf"_s, {});
    setVariable(u"CONTAINERS_CONF"_s, m_home->filePath(u"empty.conf"_s));
}

void TestHosts::write(const QString &path, const QByteArray &text) const
{
    const QString full = m_home->filePath(path);
    QVERIFY(QDir().mkpath(QFileInfo(full).path()));
    QFile file(full);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QStringList TestHosts::texts() const
{
    QStringList texts;
    for (const KnownHost &known : hosts()) {
        QStringList names;
        for (const Host::Name &name : known.host.names) {
            names << QString(name.text).replace(m_home->path(), u"~"_s);
        }
        QString error = known.host.error ? known.host.error->detail : QString();
        error.replace(m_home->path(), u"~"_s);
        texts << (known.host.isCurrent ? u"* "_s : QString()) + names.join(", "_L1) + ": "_L1
                + (known.endpoint ? known.host.endpoint : "error: "_L1 + error);
    }
    return texts;
}

void TestHosts::listsWhatFilesSay_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    const QString json = u".config/containers/podman-connections.json"_s;
    const QString toml = u"empty.conf"_s;
    const auto row = [](const char *name, const QString &path, const QByteArray &text,
                         const QStringList &expected) {
        QTest::addRow("%s", name) << path << text << expected;
    };

    row("connections", json,
        R"({"Connection":{"Default":"b","Connections":{"b":{"URI":"tcp://b:1"},"a":{"URI":"unix:///a","IsMachine":true}}},"Farm":{"List":{"f":["a"]}}})",
        {u"* b: tcp://b:1"_s, u"a: unix:///a"_s});
    row("keys in other cases", json, R"({"connection":{"connections":{"a":{"uri":"unix:///a"}}}})",
        {u"a: unix:///a"_s});
    row("no connections", json, R"({"Connection":{}})", {});
    row("connection without URI", json, R"({"Connection":{"Connections":{"a":{}}}})",
        {u"a: error: connection a: ~/.config/containers/podman-connections.json: no address"_s});
    row("connection that is a number", json, R"({"Connection":{"Connections":{"a":5}}})",
        {u"a: error: connection a: ~/.config/containers/podman-connections.json: no address"_s});
    row("connections are cut", json, R"({"Connection":)",
        {u"* ~/.config/containers/podman-connections.json: "
         "error: ~/.config/containers/podman-connections.json: unterminated object"_s});
    row("connections are a list", json, "[]",
        {u"* ~/.config/containers/podman-connections.json: "
         "error: ~/.config/containers/podman-connections.json: no JSON object"_s});

    row("destinations", toml,
        "[engine]\nactive_service = \"b\"\n[engine.service_destinations]\n[engine.service_destinations.b]\n"
        "uri = \"tcp://b:1\"\n[engine.service_destinations.a]\nuri = 'unix:///a'\nidentity = \"/key\"\n",
        {u"* b: tcp://b:1"_s, u"a: unix:///a"_s});
    row("inline table", toml, "engine = { service_destinations = { a = { uri = \"unix:///a\" } } }",
        {u"a: unix:///a"_s});
    row("quoted name", toml, "[engine.service_destinations.\"a b\"]\nuri = \"unix:///a\"",
        {u"a b: unix:///a"_s});
    row("name that is not ASCII", toml, "[engine.service_destinations.\"b\xc3\xbcro\"]\nuri = \"unix:///a\"",
        {u"büro: unix:///a"_s});
    row("other tables only", toml, "[containers]\nlog_driver = \"k8s-file\"\n[engine]\nruntime = \"crun\"",
        {});
    row("destinations are a number", toml, "[engine]\nservice_destinations = 5", {});
    row("engine is a text", toml, "engine = \"x\"", {});
    row("uri is a number", toml, "[engine.service_destinations.a]\nuri = 5",
        {u"a: error: connection a: ~/empty.conf: no address"_s});
}

void TestHosts::listsWhatFilesSay()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    write(path, text);
    QTEST(texts(), "expected");
}

void TestHosts::listsContexts()
{
    write(metaOf(u"good"_s), contextJson("good", "unix:///good"));
    write(metaOf(u"lower"_s), R"({"name":"lower","endpoints":{"docker":{"host":"tcp://lower"}}})");
    write(metaOf(u"bare"_s), R"({"Name":"bare"})");
    write(u"docker/contexts/meta/cut/meta.json"_s, "{");
    write(u"docker/contexts/meta/nameless/meta.json"_s, "{}");
    write(u"docker/contexts/meta/folder/nested/meta.json"_s, contextJson("nested", "unix:///nested"));
    write(u"docker/contexts/meta/empty/other.json"_s, "{}");
    const QStringList found = texts();
    QCOMPARE(found.size(), 6);
    QCOMPARE(found[0], "bare: error: context bare: ~/"_L1 + metaOf(u"bare"_s) + ": no address"_L1);
    QCOMPARE(found[1], u"cut/meta.json: error: ~/docker/contexts/meta/cut/meta.json: unterminated object"_s);
    QCOMPARE(found[2], u"good: unix:///good"_s);
    QCOMPARE(found[3], u"lower: tcp://lower:2375"_s);
    QCOMPARE(found[4], u"nameless/meta.json: error: ~/docker/contexts/meta/nameless/meta.json: no address"_s);
    QCOMPARE(found[5], u"nested: unix:///nested"_s);
}

// Docker finds a context by its folder, and lists it by the name in its file.
void TestHosts::listsContextsByTheNameThatLeadsThere()
{
    write(metaOf(u"real"_s), contextJson("inner", "unix:///real"));
    write(metaOf(u"nameless"_s), R"({"Endpoints":{"docker":{"Host":"unix:///nameless"}}})");
    QCOMPARE(
        texts(), QStringList({u"17d72fdf1868…/meta.json: unix:///nameless"_s, u"inner: unix:///real"_s}));
    write(u"docker/config.json"_s, R"({"currentContext":"real"})");
    QCOMPARE(texts().first(), u"* real: unix:///real"_s);
    // Another one that has this name is not it.
    write(metaOf(u"inner"_s), contextJson("inner", "unix:///inner"));
    write(u"docker/config.json"_s, R"({"currentContext":"inner"})");
    QCOMPARE(texts().first(), u"* inner: unix:///inner"_s);
    QCOMPARE(texts().last(), u"inner: unix:///real"_s);
}

void TestHosts::namesBrokenContexts()
{
    write(metaOf(u"cut"_s), R"({"Name":"cut","Metadata":{"Descr)");
    write(metaOf(u"current"_s), "{");
    write(metaOf(u"wanted"_s), "{");
    write(metaOf(u"other"_s), "{");
    write(u"docker/config.json"_s, R"({"currentContext":"current"})");
    setVariable(u"DOCKER_CONTEXT"_s, u"wanted"_s);
    QStringList names;
    for (const KnownHost &known : hosts()) {
        names << known.host.names.first().text;
    }
    // Of the last one nobody knows the name.
    QCOMPARE(names, QStringList({u"wanted"_s, u"current"_s, u"cut"_s, u"d9298a10d1b0…/meta.json"_s}));
}

// As where a user may not look: root, who may run this, may everywhere.
void TestHosts::showsWhatCannotBeRead()
{
    write(metaOf(u"good"_s), contextJson("good", "unix:///good"));
    const QString loop = m_home->filePath(u"docker/contexts/meta/loop"_s);
    QVERIFY(QDir().mkpath(loop) && QFile::link(loop + "/meta.json"_L1, loop + "/meta.json"_L1));
    const QString conf = m_home->filePath(u".config/containers/podman-connections.json"_s);
    QVERIFY(QDir().mkpath(QFileInfo(conf).path()) && QFile::link(conf, conf));
    const QStringList found = texts();
    QCOMPARE(found.size(), 3);
    QVERIFY2(found[0].startsWith("* ~/.config/containers/podman-connections.json: error: "_L1),
        qPrintable(found[0]));
    QCOMPARE(found[1], u"good: unix:///good"_s);
    QVERIFY2(found[2].startsWith("loop/meta.json: error: ~/docker/contexts/meta/loop/meta.json: "_L1),
        qPrintable(found[2]));
}

void TestHosts::tellsBrokenFilesApart()
{
    write(u"empty.conf"_s, "[");
    write(u".config/containers/podman-connections.json"_s, "{");
    const QStringList found = texts();
    QCOMPARE(found.size(), 2);
    QVERIFY2(found[0].startsWith("* ~/empty.conf: error: ~/empty.conf: "_L1), qPrintable(found[0]));
    QVERIFY2(found[1].startsWith("~/.config/containers/podman-connections.json: error: "_L1),
        qPrintable(found[1]));
}

void TestHosts::listsWhatVariablesSay()
{
    setVariable(u"DOCKER_HOST"_s, u"tcp://docker:1"_s);
    setVariable(u"CONTAINER_HOST"_s, u"tcp://podman:2"_s);
    QCOMPARE(texts(),
        QStringList({u"* DOCKER_HOST, default: tcp://docker:1"_s, u"CONTAINER_HOST: tcp://podman:2"_s}));
    setVariable(u"DOCKER_HOST"_s, u"gopher://docker"_s);
    setVariable(u"CONTAINER_HOST"_s, QString());
    QCOMPARE(texts(),
        QStringList({u"* DOCKER_HOST: error: DOCKER_HOST=gopher://docker (unknown scheme gopher)"_s}));
}

void TestHosts::variablesChooseAmongFiles()
{
    write(metaOf(u"a"_s), contextJson("a", "unix:///a"));
    write(metaOf(u"b"_s), contextJson("b", "unix:///b"));
    write(u".config/containers/podman-connections.json"_s,
        R"({"Connection":{"Connections":{"c":{"URI":"unix:///c"}}}})");
    setVariable(u"DOCKER_CONTEXT"_s, u"b"_s);
    setVariable(u"CONTAINER_CONNECTION"_s, u"c"_s);
    QCOMPARE(texts(),
        QStringList({u"* b, DOCKER_CONTEXT: unix:///b"_s, u"a: unix:///a"_s,
            u"c, CONTAINER_CONNECTION: unix:///c"_s}));
    // What was told by a variable goes before what was only found.
    m_search.sockets = {{.endpoint = *parseEndpoint(u"unix:///found"_s),
        .state = KnownSocket::State::Usable,
        .name = u"F"_s}};
    setVariable(u"DOCKER_CONTEXT"_s, {});
    QCOMPARE(texts().first(), u"* c, CONTAINER_CONNECTION: unix:///c"_s);
    setVariable(u"CONTAINER_CONNECTION"_s, u"d"_s);
    QCOMPARE(texts().first(), u"* CONTAINER_CONNECTION: error: d (CONTAINER_CONNECTION)"_s);
    setVariable(u"DOCKER_CONTEXT"_s, u"none"_s);
    QCOMPARE(texts().first(), u"* DOCKER_CONTEXT: error: none (DOCKER_CONTEXT)"_s);
}

void TestHosts::putsTheCurrentOneFirst()
{
    m_search.sockets = {{.endpoint = *parseEndpoint(u"unix:///missing"_s),
                            .state = KnownSocket::State::Missing,
                            .name = u"M"_s},
        {.endpoint = *parseEndpoint(u"unix:///denied"_s),
            .state = KnownSocket::State::Denied,
            .name = u"D"_s},
        {.endpoint = *parseEndpoint(u"unix:///found"_s),
            .state = KnownSocket::State::Usable,
            .name = u"F"_s}};
    write(metaOf(u"a"_s), contextJson("a", "unix:///a"));
    QCOMPARE(texts(), QStringList({u"* F: unix:///found"_s, u"a: unix:///a"_s, u"D: unix:///denied"_s}));
    write(u"docker/config.json"_s, R"({"currentContext":"a"})");
    QCOMPARE(texts(), QStringList({u"* a: unix:///a"_s, u"D: unix:///denied"_s, u"F: unix:///found"_s}));
    write(u"docker/config.json"_s, "{");
    QCOMPARE(texts().first(), u"* ~/docker/config.json: error: ~/docker/config.json: unterminated object"_s);
    write(u"docker/config.json"_s, R"({"currentContext":"gone"})");
    QCOMPARE(texts().first(), u"* gone: error: gone (currentContext in ~/docker/config.json)"_s);
}

// As `docker context ls` does, which has the same one as `default`.
void TestHosts::defaultIsDockersOwnSocket()
{
    const Endpoint own =
        *chooseEndpoint({.host = {}, .context = u"default"_s, .environment = {}, .sockets = {}});
    m_search.sockets = {{.endpoint = own, .state = KnownSocket::State::Missing, .name = u"Docker"_s},
        {.endpoint = *parseEndpoint(u"unix:///found"_s),
            .state = KnownSocket::State::Usable,
            .name = u"F"_s}};
    QCOMPARE(texts(), QStringList({u"* F: unix:///found"_s}));
    setVariable(u"DOCKER_CONTEXT"_s, u"default"_s);
    QCOMPARE(texts(), QStringList({"* DOCKER_CONTEXT, default: "_L1 + own.text(), u"F: unix:///found"_s}));
    m_search.sockets[0].state = KnownSocket::State::Usable;
    setVariable(u"DOCKER_CONTEXT"_s, {});
    QCOMPARE(texts(), QStringList({"* Docker, default: "_L1 + own.text(), u"F: unix:///found"_s}));
}

void TestHosts::theNameByWhichItIsCurrentComesFirst()
{
    for (const QByteArray name : {"lower", "middle", "twenty"}) {
        write(metaOf(QString::fromLatin1(name)), contextJson(name, "tcp://h"));
    }
    QCOMPARE(texts(), QStringList({u"lower, middle, twenty: tcp://h:2375"_s}));
    write(u"docker/config.json"_s, R"({"currentContext":"twenty"})");
    QCOMPARE(texts(), QStringList({u"* twenty, lower, middle: tcp://h:2375"_s}));
    setVariable(u"DOCKER_CONTEXT"_s, u"middle"_s);
    QCOMPARE(texts(), QStringList({u"* middle, lower, twenty, DOCKER_CONTEXT: tcp://h:2375"_s}));
    setVariable(u"DOCKER_CONTEXT"_s, {});
    write(u"docker/config.json"_s, "{}");
    write(u".config/containers/podman-connections.json"_s,
        R"({"Connection":{"Default":"z","Connections":{"y":{"URI":"tcp://h"},"z":{"URI":"tcp://h"}}}})");
    QCOMPARE(texts(), QStringList({u"* z, lower, middle, twenty, y: tcp://h:2375"_s}));
    // A variable says less than a name that a person gave.
    setVariable(u"DOCKER_HOST"_s, u"tcp://h"_s);
    QCOMPARE(texts(), QStringList({u"* lower, middle, twenty, y, z, DOCKER_HOST, default: tcp://h:2375"_s}));
}

void TestHosts::sameEndpointIsOneHost()
{
    write(metaOf(u"prod"_s), contextJson("prod", "tcp://h:2375"));
    write(u".config/containers/podman-connections.json"_s,
        R"({"Connection":{"Connections":{"box":{"URI":"tcp://h"}}}})");
    setVariable(u"DOCKER_HOST"_s, u"h"_s);
    QCOMPARE(texts(), QStringList({u"* prod, box, DOCKER_HOST, default: tcp://h:2375"_s}));
    QCOMPARE(hosts().first().host.key, u"tcp://h:2375"_s);
}

void TestHosts::socketsThatAreLinksAreOneHost()
{
    write(u"run/real.sock"_s, {});
    if (!QFile::link(m_home->filePath(u"run"_s), m_home->filePath(u"link"_s))) {
        QSKIP("This file system has no links.");
    }
    for (const QString &name : {u"run"_s, u"link"_s}) {
        m_search.sockets << KnownSocket{.endpoint = {.scheme = Endpoint::Scheme::Unix,
                                            .path = m_home->filePath(name + "/real.sock"_L1),
                                            .host = {}},
            .state = KnownSocket::State::Usable,
            .name = name};
    }
    QCOMPARE(hosts().size(), 1);
    QCOMPARE(hosts().first().host.names.size(), 2);
    QVERIFY(hosts().first().host.isCurrent);
}

void TestHosts::tellsWhereEachWasFound()
{
    write(metaOf(u"a"_s), contextJson("a", "unix:///a"));
    write(u"empty.conf"_s, "[engine.service_destinations.b]\nuri = \"unix:///b\"");
    const QList<KnownHost> found = hosts();
    const Host::Name a = found[0].host.names.first();
    QCOMPARE(a.source, Host::Source::DockerContext);
    QCOMPARE(a.place, m_home->filePath(metaOf(u"a"_s)));
    const Host::Name b = found[1].host.names.first();
    QCOMPARE(b.source, Host::Source::PodmanConnection);
    QCOMPARE(b.place, m_home->filePath(u"empty.conf"_s));
}

void TestHosts::keysAreUnique()
{
    write(metaOf(u"a"_s), contextJson("a", "gopher://a"));
    write(metaOf(u"b"_s), contextJson("b", "gopher://a"));
    write(metaOf(u"c"_s), contextJson("c", "unix:///c"));
    QSet<QString> keys;
    for (const KnownHost &known : hosts()) {
        QVERIFY(!known.host.key.isEmpty());
        keys << known.host.key;
    }
    QCOMPARE(keys.size(), 3);
}

void TestHosts::filesComeLast()
{
    m_search.sampleFolder = u"/sample"_s;
    m_search.archives = {u"archive:/a/images.tar"_s, u"layout:/b/layout"_s};
    m_search.typed = {{.endpoint = u"tcp://typed:1"_s}, {.endpoint = u"gopher://typed"_s}};
    setVariable(u"DOCKER_HOST"_s, u"tcp://typed:1"_s);
    QCOMPARE(texts(),
        QStringList({u"* tcp://typed:1, DOCKER_HOST, default: tcp://typed:1"_s,
            u"gopher://typed: error: gopher://typed (unknown scheme gopher)"_s, u"sample: layout:/sample"_s,
            u"images.tar: archive:/a/images.tar"_s, u"layout: layout:/b/layout"_s}));
}

void TestHosts::theSampleIsCurrentWhereNothingElseIs()
{
    m_search.sampleFolder = u"/sample"_s;
    write(metaOf(u"a"_s), contextJson("a", "unix:///a"));
    QCOMPARE(texts(), QStringList({u"* sample: layout:/sample"_s, u"a: unix:///a"_s}));
}

void TestHosts::connectionsBringTheirKeys()
{
    write(u".config/containers/podman-connections.json"_s,
        R"({"Connection":{"Connections":{"a":{"URI":"ssh://root@h:22/run/podman.sock","Identity":"/key"},)"
        R"("b":{"URI":"ssh://root@h:22/run/podman.sock"},)"
        R"("c":{"URI":"tcp://h","TLSCA":"/ca","TLSCert":"/cert","TLSKey":"/tlskey"},"d":{"URI":"tcp://h"}}}})");
    write(u"empty.conf"_s, "[engine.service_destinations.e]\nuri = \"tcp://e\"\ntls_ca = \"/ca\"");
    setVariable(u"CONTAINER_HOST"_s, u"ssh://me@there"_s);
    setVariable(u"CONTAINER_SSHKEY"_s, u"/mykey"_s);
    QList<KnownHost> found = hosts();
    QCOMPARE(found.size(), 6);
    // Where docker was told nothing, CONTAINER_HOST is current, and so the first.
    QVERIFY(found.first().host.isCurrent);
    found.move(0, found.size() - 1);
    QCOMPARE(found[0].endpoint->identity, u"/key"_s);
    // The same address with another key is another way.
    QCOMPARE(found[1].endpoint->identity, QString());
    QCOMPARE(found[1].host.endpoint, found[0].host.endpoint);
    QVERIFY(found[1].host.key != found[0].host.key);
    const TlsSettings tls{.authorities = u"/ca"_s, .certificate = u"/cert"_s, .key = u"/tlskey"_s};
    QCOMPARE(found[2].endpoint->tls, OptionalTls(tls));
    QCOMPARE(found[2].endpoint->port, Endpoint::TlsPort);
    QCOMPARE(found[3].endpoint->tls, OptionalTls());
    QCOMPARE(found[4].endpoint->tls, OptionalTls(TlsSettings{.authorities = u"/ca"_s}));
    QCOMPARE(found[5].endpoint->identity, u"/mykey"_s);
}

// As Podman's command line takes them, from 5.7 on.
void TestHosts::variablesBringTheirKeys()
{
    setVariable(u"CONTAINER_HOST"_s, u"tcp://h"_s);
    QVERIFY(!hosts().first().endpoint->tls);
    setVariable(u"CONTAINER_TLS_CA"_s, u"/keys/ca.pem"_s);
    setVariable(u"CONTAINER_TLS_CERT"_s, u"/keys/cert.pem"_s);
    setVariable(u"CONTAINER_TLS_KEY"_s, u"/keys/key.pem"_s);
    const TlsSettings expected{
        .authorities = u"/keys/ca.pem"_s, .certificate = u"/keys/cert.pem"_s, .key = u"/keys/key.pem"_s};
    QCOMPARE(hosts().first().endpoint->tls, OptionalTls(expected));
    QCOMPARE(hosts().first().host.endpoint, u"tcp://h:2376"_s);
    // A socket of this machine has no TLS to want.
    setVariable(u"CONTAINER_HOST"_s, u"unix:///run/podman.sock"_s);
    QVERIFY(!hosts().first().endpoint->tls);
}

void TestHosts::typedHostsHaveTheirFiles()
{
    const Result<Endpoint> tls =
        typedEndpoint({.endpoint = u"tcp://h"_s, .isTls = true, .certificate = u"/c"_s});
    REQUIRE_VALUE(tls);
    QCOMPARE(tls->port, Endpoint::TlsPort);
    QCOMPARE(tls->tls, OptionalTls(TlsSettings{.certificate = u"/c"_s}));
    QCOMPARE(typedEndpoint({.endpoint = u"tcp://h"_s})->tls, OptionalTls());
    QCOMPARE(typedEndpoint({.endpoint = u"unix:///h"_s, .isTls = true})->tls, OptionalTls());
    setVariable(u"DOCKER_API_VERSION"_s, u"1.30"_s);
    QCOMPARE(typedEndpoint({.endpoint = u"tcp://h"_s}, m_search.environment)->apiVersion, u"1.30"_s);
    m_search.typed = {{.endpoint = u"tcp://h"_s}};
    QCOMPARE(hosts().first().endpoint->apiVersion, u"1.30"_s);
    REQUIRE_ERROR(typedEndpoint({.endpoint = u"gopher://h"_s}), ErrorCode::InvalidEndpoint);
}

void TestHosts::findsMachines()
{
    if (!isAvailable(Endpoint::Scheme::Unix)) {
        QSKIP("Pipes cannot be made to order.");
    }
    for (const QString &path : {u".colima/team/docker.sock"_s, u".colima/default/docker.sock"_s,
             u".lima/dev/sock/docker.sock"_s, u".lima/pod/sock/podman.sock"_s}) {
        write(path, {});
    }
    QDir(m_home->path()).mkpath(u".lima/_config"_s);
    m_search.sockets = knownSockets(m_search.environment);
    const QStringList found = texts();
    const QString home = "unix://"_L1 + m_home->path();
    for (const QString &text : {"Colima team: "_L1 + home + "/.colima/team/docker.sock"_L1,
             "Lima dev: "_L1 + home + "/.lima/dev/sock/docker.sock"_L1,
             "Lima pod: "_L1 + home + "/.lima/pod/sock/podman.sock"_L1}) {
        QVERIFY2(found.contains(text), qPrintable(text));
    }
    QCOMPARE(found.filter(u"Colima default"_s).size(), 1);
}

void TestHosts::contextsAreNotMistakenForConnections()
{
    EndpointWish wish;
    wish.context = u"a"_s;
    wish.environment = m_search.environment;
    const auto chosen = [&] {
        const Result<Endpoint> endpoint = chooseEndpoint(wish);
        return endpoint ? endpoint->text() : "error: "_L1 + endpoint.error().detail;
    };
    write(u"empty.conf"_s, "[engine.service_destinations.a]\nuri = \"unix:///podman\"");
    QCOMPARE(chosen(), u"unix:///podman"_s);
    write(metaOf(u"a"_s), contextJson("a", "unix:///docker"));
    QCOMPARE(chosen(), u"error: a"_s);
    REQUIRE_ERROR(chooseEndpoint(wish), ErrorCode::AmbiguousContext);
    write(metaOf(u"a"_s), contextJson("a", "unix:///podman"));
    QCOMPARE(chosen(), u"unix:///podman"_s);
    // Where docker has one of that name, what ails Podman's files does not matter.
    write(u"empty.conf"_s, "[");
    QCOMPARE(chosen(), u"unix:///podman"_s);
    wish.context = u"b"_s;
    QVERIFY2(chosen().contains("empty.conf: "_L1), qPrintable(chosen()));
    // What is broken is not taken for another, nor another for it.
    write(u"empty.conf"_s, "[engine.service_destinations.a]\nuri = \"unix:///podman\"");
    write(metaOf(u"a"_s), "{");
    wish.context = u"a"_s;
    QVERIFY2(chosen().contains(metaOf(u"a"_s) + ": "_L1), qPrintable(chosen()));
    REQUIRE_ERROR(chooseEndpoint(wish), ErrorCode::BrokenSettings);
    write(metaOf(u"a"_s), contextJson("a", "unix:///docker"));
    write(u"empty.conf"_s, "[engine.service_destinations.a]\nuri = \"gopher://podman\"");
    QVERIFY2(chosen().contains("empty.conf: "_L1), qPrintable(chosen()));
    REQUIRE_ERROR(chooseEndpoint(wish), ErrorCode::BrokenSettings);
    // Docker's own variable and file mean docker's own contexts.
    write(u"empty.conf"_s, "[engine.service_destinations.b]\nuri = \"unix:///podman\"");
    wish.context.clear();
    wish.environment.insert(u"DOCKER_CONTEXT"_s, u"b"_s);
    QCOMPARE(chosen(), u"error: b (DOCKER_CONTEXT)"_s);
}

void TestHosts::readsWhatDockerWrites()
{
    const QString docker = QStandardPaths::findExecutable(u"docker"_s);
    if (docker.isEmpty()) {
        QSKIP("docker is not installed");
    }
    const auto run = [&](const QStringList &arguments) {
        QProcess process;
        process.setProcessEnvironment(m_search.environment);
        process.start(docker, arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    };
    QVERIFY(run({u"context"_s, u"create"_s, u"one"_s, u"--docker"_s, u"host=unix:///one.sock"_s}));
    QVERIFY(run({u"context"_s, u"create"_s, u"two"_s, u"--docker"_s, u"host=tcp://two.example:99"_s}));
    QCOMPARE(texts(), QStringList({u"one: unix:///one.sock"_s, u"two: tcp://two.example:99"_s}));
    QVERIFY(run({u"context"_s, u"use"_s, u"two"_s}));
    QCOMPARE(texts(), QStringList({u"* two: tcp://two.example:99"_s, u"one: unix:///one.sock"_s}));
    QVERIFY(run({u"context"_s, u"rm"_s, u"one"_s}));
    QCOMPARE(texts(), QStringList({u"* two: tcp://two.example:99"_s}));
}

void TestHosts::readsWhatPodmanWrites()
{
    const QString podman = QStandardPaths::findExecutable(u"podman"_s);
    if (podman.isEmpty()) {
        QSKIP("podman is not installed");
    }
    const QString conf = m_home->filePath(u"empty.conf"_s);
    const auto add = [&](const QString &name, const QString &uri) {
        QProcess process;
        process.setProcessEnvironment(m_search.environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(podman, {u"system"_s, u"connection"_s, u"add"_s, name, uri});
        return process.waitForFinished() && process.exitCode() == 0 ? QString()
                                                                    : QString::fromUtf8(process.readAll());
    };
    if (const QString problem = add(u"far"_s, u"tcp://far.example:8080"_s); !problem.isEmpty()) {
        QSKIP(qPrintable("podman adds no connection here: "_L1 + problem));
    }
    QCOMPARE(add(u"here"_s, u"unix:///run/user/1/podman.sock"_s), QString());
    QCOMPARE(texts(),
        QStringList({u"* far: tcp://far.example:8080"_s, u"here: unix:///run/user/1/podman.sock"_s}));
}

QTEST_GUILESS_MAIN(TestHosts)
#include "tst_hosts.moc"
