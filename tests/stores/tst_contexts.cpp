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
    void defaultContextIsDockersOwn();
    void defaultContextIsTakenForNoOther();
    void defaultInTheSettingsSaysNothing();
    void findsSockets();
    void namesAllPlacesWhereNothingWasFound();
    void readsKeysInAnyCase();
    void takesSshAsItIs();
    void refusesBrokenFiles_data();
    void refusesBrokenFiles();
    void takesNothingForWhatCannotBeRead_data();
    void takesNothingForWhatCannotBeRead();
    void namesWhoWantsAContextThatIsNotThere();
    void namesTheVariableThatIsNoAddress();
    void speaksTheVersionThatIsWished();
    void takesTlsFromTheEnvironment_data();
    void takesTlsFromTheEnvironment();
    void takesTlsFromTheCommandLine_data();
    void takesTlsFromTheCommandLine();
    void takesTlsFromAContext_data();
    void takesTlsFromAContext();
    void tlsIsForTcpAlone();
    void tlsWithoutAHostMeansThisMachine();
    void tellsEndpointsApartByTheirTls();

private:
    void write(const QString &path, const QByteArray &text);
    QString chosen() const;
    /// Port, verification and files below the configuration: `2376 verified ca.pem`.
    QString chosenTls() const;

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

QString TestContexts::chosenTls() const
{
    const Result<Endpoint> endpoint = chooseEndpoint(m_wish);
    QString shown;
    if (!endpoint) {
        shown = "error: "_L1 + endpoint.error().detail;
    } else if (!endpoint->tls) {
        shown = QString::number(endpoint->port) + " plain"_L1;
    } else {
        const TlsSettings &tls = *endpoint->tls;
        const QStringList parts{QString::number(endpoint->port),
            tls.isVerified ? u"verified"_s : u"unverified"_s, tls.authorities, tls.certificate, tls.key};
        shown = parts.join(u' ').simplified();
    }
    return shown.remove(m_config->path() + u'/');
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

// Said aloud it is DOCKER_HOST, or docker's own socket whether something listens there or not: what was found
// elsewhere, or what Podman was told, would be another engine than the one that docker means.
void TestContexts::defaultContextIsDockersOwn()
{
    write(u"config.json"_s, R"({"currentContext":"desktop-linux"})");
    m_wish.environment.insert(u"CONTAINER_HOST"_s, u"unix:///podman"_s);
    const QString own = isAvailable(Endpoint::Scheme::Unix) ? u"unix:///var/run/docker.sock"_s
                                                            : u"npipe:////./pipe/docker_engine"_s;
    for (const bool isOption : {true, false}) {
        m_wish.context = isOption ? u"default"_s : QString();
        m_wish.environment.insert(u"DOCKER_CONTEXT"_s, isOption ? u"desktop-linux"_s : u"default"_s);
        QCOMPARE(chosen(), own);
        m_wish.environment.insert(u"DOCKER_HOST"_s, u"tcp://environment"_s);
        QCOMPARE(chosen(), u"tcp://environment:2375"_s);
        m_wish.environment.insert(u"DOCKER_HOST"_s, QString());
        QCOMPARE(chosen(), own);
        m_wish.environment.insert(u"DOCKER_TLS_VERIFY"_s, u"1"_s);
        QCOMPARE(chosenTls(), u"error: ca.pem: no such file"_s);
        m_wish.environment.remove(u"DOCKER_TLS_VERIFY"_s);
    }
}

// Docker always has one of that name, so that a connection of Podman never is what it means.
void TestContexts::defaultContextIsTakenForNoOther()
{
    write(u"containers.conf"_s, "[engine.service_destinations.default]\nuri = \"unix:///podman\"");
    m_wish.environment.insert(u"CONTAINERS_CONF"_s, m_config->filePath(u"containers.conf"_s));
    m_wish.context = u"default"_s;
    REQUIRE_ERROR(chooseEndpoint(m_wish), ErrorCode::AmbiguousContext);
    m_wish.environment.insert(u"DOCKER_HOST"_s, u"unix:///podman"_s);
    QCOMPARE(chosen(), u"unix:///podman"_s);
}

// `docker context use default` takes the entry out.
void TestContexts::defaultInTheSettingsSaysNothing()
{
    write(u"config.json"_s, R"({"currentContext":"default"})");
    QCOMPARE(chosen(), u"unix:///found"_s);
    write(u"config.json"_s, R"({"currentContext":null})");
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
    QTest::addRow("the context is a number") << u"config.json"_s << QByteArray(R"({"currentContext":5})");
    QTest::addRow("the context is a list")
        << u"config.json"_s << QByteArray(R"({"CurrentContext":["desktop-linux"]})");
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
    REQUIRE_ERROR(endpoint, ErrorCode::BrokenSettings);
    QVERIFY2(endpoint.error().detail.contains(m_config->filePath(path) + ": "_L1),
        qPrintable(endpoint.error().detail));
    QVERIFY(path == "config.json"_L1 || endpoint.error().detail.startsWith("context desktop-linux: "_L1));
}

void TestContexts::takesNothingForWhatCannotBeRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isLoop");
    const QString meta = DesktopMeta + "/meta.json"_L1;
    QTest::addRow("a loop for meta.json") << meta << true;
    QTest::addRow("a folder for meta.json") << meta << false;
    QTest::addRow("a loop for the context's folder") << QString(DesktopMeta) << true;
    QTest::addRow("a loop for all contexts") << u"contexts"_s << true;
    QTest::addRow("a loop for config.json") << u"config.json"_s << true;
    QTest::addRow("a folder for config.json") << u"config.json"_s << false;
}

// As where a user may not look: root, who may run this, may everywhere.
void TestContexts::takesNothingForWhatCannotBeRead()
{
    QFETCH(QString, path);
    QFETCH(bool, isLoop);
    write(u"config.json"_s, R"({"currentContext":"desktop-linux"})");
    const QString full = m_config->filePath(path);
    QVERIFY(QFileInfo(full).isDir() ? QDir(full).removeRecursively() : QFile::remove(full));
    QVERIFY(isLoop ? QFile::link(full, full) : QDir().mkdir(full));
    const bool isConfig = path == "config.json"_L1;
    const Result<Endpoint> endpoint = chooseEndpoint(m_wish);
    REQUIRE_ERROR(endpoint, ErrorCode::BrokenSettings);
    const QString named = m_config->filePath(isConfig ? path : DesktopMeta + "/meta.json"_L1);
    QVERIFY2(endpoint.error().detail.contains(named + ": "_L1), qPrintable(endpoint.error().detail));
}

void TestContexts::namesWhoWantsAContextThatIsNotThere()
{
    const auto missing = [this] {
        const Result<Endpoint> endpoint = chooseEndpoint(m_wish);
        return !endpoint && endpoint.error().code == ErrorCode::NoContext ? endpoint.error().detail
                                                                          : u"another answer"_s;
    };
    write(u"config.json"_s, R"({"currentContext":"gone"})");
    QCOMPARE(missing(), "gone (currentContext in "_L1 + m_config->filePath(u"config.json"_s) + u')');
    m_wish.environment.insert(u"DOCKER_CONTEXT"_s, u"nope"_s);
    QCOMPARE(missing(), u"nope (DOCKER_CONTEXT)"_s);
    m_wish.context = u"../../../etc"_s;
    QCOMPARE(missing(), u"../../../etc"_s);
}

void TestContexts::namesTheVariableThatIsNoAddress()
{
    m_wish.environment.insert(u"DOCKER_HOST"_s, u"gopher://h"_s);
    QCOMPARE(chosen(), u"error: DOCKER_HOST=gopher://h (unknown scheme gopher)"_s);
    m_wish.environment.remove(u"DOCKER_HOST"_s);
    m_wish.environment.insert(u"CONTAINER_HOST"_s, u"gopher://h"_s);
    QCOMPARE(chosen(), u"error: CONTAINER_HOST=gopher://h (unknown scheme gopher)"_s);
    m_wish.host = u"gopher://h"_s;
    QCOMPARE(chosen(), u"error: gopher://h (unknown scheme gopher)"_s);
}

// Docker speaks it wherever a context leads, too.
void TestContexts::speaksTheVersionThatIsWished()
{
    m_wish.environment.insert(u"DOCKER_API_VERSION"_s, u"1.30"_s);
    QCOMPARE(chooseEndpoint(m_wish)->apiVersion, u"1.30"_s);
    m_wish.context = u"rancher-desktop"_s;
    QCOMPARE(chooseEndpoint(m_wish)->apiVersion, u"1.30"_s);
    m_wish.context.clear();
    m_wish.host = u"archive:/images.tar"_s;
    QCOMPARE(chooseEndpoint(m_wish)->apiVersion, QString());
}

void TestContexts::takesTlsFromTheEnvironment_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("shown");

    const auto row = [](const char *name, const QStringList &variables, const QStringList &files,
                         const QString &shown) { QTest::addRow("%s", name) << variables << files << shown; };
    const QStringList all{u"ca.pem"_s, u"cert.pem"_s, u"key.pem"_s};
    const QStringList keys{u"keys/ca.pem"_s, u"keys/cert.pem"_s, u"keys/key.pem"_s};
    row("none", {}, all, u"2375 plain"_s);
    row("empty", {u"DOCKER_TLS_VERIFY="_s, u"DOCKER_TLS="_s}, all, u"2375 plain"_s);
    row("verified", {u"DOCKER_TLS_VERIFY=1"_s}, all, u"2376 verified ca.pem cert.pem key.pem"_s);
    row("0 verifies, too", {u"DOCKER_TLS_VERIFY=0"_s}, all, u"2376 verified ca.pem cert.pem key.pem"_s);
    row("both verify", {u"DOCKER_TLS_VERIFY=1"_s, u"DOCKER_TLS=1"_s}, {u"ca.pem"_s},
        u"2376 verified ca.pem"_s);
    row("unverified", {u"DOCKER_TLS=1"_s}, all, u"2376 unverified cert.pem key.pem"_s);
    row("unverified without files", {u"DOCKER_TLS=1"_s}, {}, u"2376 unverified"_s);
    row("another folder", {u"DOCKER_TLS_VERIFY=1"_s, u"DOCKER_CERT_PATH=keys"_s}, keys,
        u"2376 verified keys/ca.pem keys/cert.pem keys/key.pem"_s);
    row("only the other folder", {u"DOCKER_TLS_VERIFY=1"_s, u"DOCKER_CERT_PATH=keys"_s},
        all + QStringList{u"keys/ca.pem"_s}, u"2376 verified keys/ca.pem"_s);
    row("no key", {u"DOCKER_TLS_VERIFY=1"_s}, {u"ca.pem"_s, u"cert.pem"_s}, u"2376 verified ca.pem"_s);
    row("no certificate", {u"DOCKER_TLS_VERIFY=1"_s}, {u"ca.pem"_s, u"key.pem"_s}, u"2376 verified ca.pem"_s);
    row("no authority", {u"DOCKER_TLS_VERIFY=1"_s}, {u"cert.pem"_s, u"key.pem"_s},
        u"error: ca.pem: no such file"_s);
    row("no folder", {u"DOCKER_TLS_VERIFY=1"_s, u"DOCKER_CERT_PATH=keys"_s}, all,
        u"error: keys/ca.pem: no such file"_s);
}

void TestContexts::takesTlsFromTheEnvironment()
{
    QFETCH(QStringList, variables);
    QFETCH(QStringList, files);
    for (const QString &file : files) {
        write(file, "x");
    }
    for (const QString &variable : variables) {
        const QString value = variable.section(u'=', 1);
        m_wish.environment.insert(
            variable.section(u'=', 0, 0), value == "keys"_L1 ? m_config->filePath(value) : value);
    }
    m_wish.host = u"tcp://h"_s;
    QTEST(chosenTls(), "shown");
}

void TestContexts::takesTlsFromTheCommandLine_data()
{
    QTest::addColumn<TlsWish>("wish");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("shown");

    const auto row = [](const char *name, const TlsWish &wish, const QString &shown,
                         const QString &variable = {}) {
        QTest::addRow("%s", name) << wish << variable << shown;
    };
    using Mode = TlsWish::Mode;
    row("verified", {.mode = Mode::Verified}, u"2376 verified ca.pem cert.pem key.pem"_s);
    row("verified, whatever the environment says", {.mode = Mode::Verified},
        u"2376 verified ca.pem cert.pem key.pem"_s, u"DOCKER_TLS"_s);
    row("unverified", {.mode = Mode::Unverified}, u"2376 unverified cert.pem key.pem"_s);
    row("the environment verifies", {.mode = Mode::Unverified}, u"2376 verified ca.pem cert.pem key.pem"_s,
        u"DOCKER_TLS_VERIFY"_s);
    row("an authority is meant to verify", {.authorities = u"/a.pem"_s},
        u"2376 verified /a.pem cert.pem key.pem"_s);
    row("a certificate is meant to be shown", {.certificate = u"/c.pem"_s, .key = u"/k.pem"_s},
        u"2376 verified ca.pem /c.pem /k.pem"_s);
    row("one certificate instead", {.mode = Mode::Verified, .certificate = u"/c.pem"_s},
        u"2376 verified ca.pem /c.pem key.pem"_s);
    row("the system's authorities", {.mode = Mode::Verified, .authorities = QString()},
        u"2376 verified cert.pem key.pem"_s);
    row("no certificate", {.mode = Mode::Verified, .certificate = QString(), .key = QString()},
        u"2376 verified ca.pem"_s);
}

void TestContexts::takesTlsFromTheCommandLine()
{
    QFETCH(QString, variable);
    for (const QString &file : {u"ca.pem"_s, u"cert.pem"_s, u"key.pem"_s}) {
        write(file, "x");
    }
    if (!variable.isEmpty()) {
        m_wish.environment.insert(variable, u"1"_s);
    }
    QFETCH(TlsWish, wish);
    m_wish.tls = wish;
    m_wish.host = u"tcp://h"_s;
    QTEST(chosenTls(), "shown");
}

void TestContexts::takesTlsFromAContext_data()
{
    QTest::addColumn<QByteArray>("meta");
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("shown");

    const auto row = [](const char *name, const QByteArray &meta, const QStringList &files,
                         const QString &shown) { QTest::addRow("%s", name) << meta << files << shown; };
    const QByteArray plain = R"({"Endpoints":{"docker":{"Host":"tcp://h"}}})";
    const QByteArray verified = R"({"Endpoints":{"docker":{"Host":"tcp://h","SkipTLSVerify":false}}})";
    const QByteArray skipping = R"({"endpoints":{"Docker":{"HOST":"tcp://h","skiptlsverify":true}}})";
    const QStringList all{u"ca.pem"_s, u"cert.pem"_s, u"key.pem"_s};
    row("no files", plain, {}, u"2375 plain"_s);
    row("all files", verified, all, u"2376 verified ca.pem cert.pem key.pem"_s);
    row("the authority", verified, {u"ca.pem"_s}, u"2376 verified ca.pem"_s);
    row("the system's authorities", verified, {u"cert.pem"_s, u"key.pem"_s},
        u"2376 verified cert.pem key.pem"_s);
    row("no key", verified, {u"ca.pem"_s, u"cert.pem"_s}, u"2376 verified ca.pem"_s);
    row("unverified", skipping, all, u"2376 unverified cert.pem key.pem"_s);
    row("unverified without files", skipping, {}, u"2376 unverified"_s);
}

void TestContexts::takesTlsFromAContext()
{
    QFETCH(QByteArray, meta);
    QFETCH(QStringList, files);
    write(RancherMeta + "/meta.json"_L1, meta);
    for (const QString &file : files) {
        write(RancherKeys + "/docker/"_L1 + file, "x");
    }
    // What the environment says of TLS is not for contexts.
    m_wish.environment.insert(u"DOCKER_TLS_VERIFY"_s, u"1"_s);
    m_wish.context = u"rancher-desktop"_s;
    QString shown = chosenTls();
    QTEST(shown.remove(RancherKeys + "/docker/"_L1), "shown");
}

void TestContexts::tlsIsForTcpAlone()
{
    // Sockets of this machine have no TLS to want, not even files that are missing.
    m_wish.environment.insert(u"DOCKER_TLS_VERIFY"_s, u"1"_s);
    m_wish.host = u"unix:///x"_s;
    QCOMPARE(chosenTls(), u"0 plain"_s);
    m_wish.host.clear();
    m_wish.context = u"desktop-linux"_s;
    QCOMPARE(chosenTls(), u"0 plain"_s);
}

void TestContexts::tlsWithoutAHostMeansThisMachine()
{
    write(u"config.json"_s, R"({"currentContext":"desktop-linux"})");
    write(u"ca.pem"_s, "x");
    // The command line goes before a context that it does not name, the environment does not.
    m_wish.environment.insert(u"DOCKER_TLS_VERIFY"_s, u"1"_s);
    QCOMPARE(chosen(), u"unix:///desktop"_s);
    m_wish.tls.mode = TlsWish::Mode::Verified;
    QCOMPARE(chosen(), u"tcp://localhost:2376"_s);
    m_wish.context = u"desktop-linux"_s;
    REQUIRE_ERROR(chooseEndpoint(m_wish), ErrorCode::InvalidEndpoint);
}

void TestContexts::tellsEndpointsApartByTheirTls()
{
    write(u"ca.pem"_s, "x");
    m_wish.host = u"tcp://h:2376"_s;
    const Endpoint plain = *chooseEndpoint(m_wish);
    m_wish.tls.mode = TlsWish::Mode::Verified;
    const Endpoint verified = *chooseEndpoint(m_wish);
    QVERIFY(plain != verified);
    QCOMPARE(verified, *chooseEndpoint(m_wish));
    QCOMPARE(verified.text(), plain.text());
}

QTEST_GUILESS_MAIN(TestContexts)
#include "tst_contexts.moc"
