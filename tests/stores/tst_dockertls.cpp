// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/resulttext.h"
#include "stores/storefactory.h"
#include "support/imagearchive.h"
#include "support/tlsengine.h"

#include <QFile>
#include <QThread>

#include <atomic>

using namespace jettison;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(jettison::TlsSettings)

/// A real daemon that speaks TLS, with certificates of all kinds on both sides.
class TestDockerTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsAndRemoves();
    void followsEvents();
    void transfersMuch();
    void refuses_data();
    void refuses();
    void speaksWithoutVerification();
    void saysThatPlainHttpIsNotWanted();
    void refusesCertificatesOfTheServer_data();
    void refusesCertificatesOfTheServer();
    void saysThatThereIsNoTls();

private:
    TlsSettings settings(const QString &client = u"client"_s, const QString &authority = u"ca"_s) const;
    std::unique_ptr<Store> store(
        const std::optional<TlsSettings> &tls, const QString &host = u"127.0.0.1"_s) const;
    std::unique_ptr<Store> store() const { return store(settings()); }
    QString load(const ImageArchive &archive) const;

    Certificates m_certificates;
    TlsEngine m_engine;
};

namespace {

const QString Server = u"server"_s;

std::unique_ptr<QThread> inThread(std::function<void()> work)
{
    std::unique_ptr<QThread> thread(QThread::create(std::move(work)));
    thread->start();
    return thread;
}

} // namespace

void TestDockerTls::initTestCase()
{
    if (const QString reason = TlsEngine::absence(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    const QString names = u"IP:127.0.0.1"_s;
    const QList<std::pair<QString, Certificates::Wish>> wishes{
        {Server, {.names = names}},
        {u"client"_s, {}},
        {u"otherclient"_s, {}},
        {u"foreignclient"_s, {.authority = u"foreign"_s}},
        {u"oldclient"_s, {.begin = -20, .end = -10}},
        {u"foreign-server"_s, {.names = names, .authority = u"foreign"_s}},
        {u"old-server"_s, {.names = names, .begin = -20, .end = -10}},
        {u"early-server"_s, {.names = names, .begin = 10, .end = 20}},
        {u"other-server"_s, {.names = u"IP:127.0.0.2,DNS:other.example"_s}},
        {u"nameless-server"_s, {.commonName = u"127.0.0.1"_s}},
        {u"weak-server"_s, {.names = names, .digest = u"sha1"_s}},
    };
    QVERIFY2(m_certificates.makeAuthority(), qPrintable(m_certificates.lastWords()));
    QVERIFY2(m_certificates.makeAuthority(u"foreign"_s), qPrintable(m_certificates.lastWords()));
    for (const auto &[name, wish] : wishes) {
        QVERIFY2(m_certificates.make(name, wish), qPrintable(m_certificates.lastWords()));
    }
    const QString reason = m_engine.start(m_certificates, Server);
    if (!reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
}

TlsSettings TestDockerTls::settings(const QString &client, const QString &authority) const
{
    TlsSettings tls;
    if (!authority.isEmpty()) {
        tls.authorities = m_certificates.path(authority + ".pem"_L1);
    }
    if (!client.isEmpty()) {
        tls.certificate = m_certificates.path(client + ".pem"_L1);
        tls.key = m_certificates.path(client + "-key.pem"_L1);
    }
    return tls;
}

std::unique_ptr<Store> TestDockerTls::store(const std::optional<TlsSettings> &tls, const QString &host) const
{
    Endpoint endpoint = *parseEndpoint(m_engine.endpoint(host));
    endpoint.tls = tls;
    return makeStore(endpoint).value();
}

QString TestDockerTls::load(const ImageArchive &archive) const
{
    const ScratchFolder folder;
    const QString path = folder.path(u"images.tar"_s);
    const QString reason = archive.write(path);
    return reason.isEmpty() ? m_engine.docker({u"load"_s, u"-q"_s, u"-i"_s, path}).errors : reason;
}

void TestDockerTls::listsAndRemoves()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s, u"app:2"_s}});
    QCOMPARE(load(archive), QString());
    const std::unique_ptr<Store> store = this->store();
    const Result<StoreInfo> info = store->open(patientCall());
    REQUIRE_VALUE(info);
    QVERIFY(!info->isUnverified);
    QCOMPARE(info->endpoint, m_engine.endpoint());
    QCOMPARE(store->images(patientCall())->size(), 1);
    const auto lines = store->removeReference(Reference(u"app:1"_s), patientCall());
    REQUIRE_VALUE(lines);
    QCOMPARE(lines->size(), 1);
    QCOMPARE(store->images(patientCall())->first().references, QList<Reference>{Reference(u"app:2"_s)});
    REQUIRE_ERROR(store->removeReference(Reference(u"app:1"_s), patientCall()), ErrorCode::NotFound);
    REQUIRE_VALUE(store->removeReference(Reference(u"app:2"_s), patientCall()));
    QCOMPARE(m_engine.docker({u"image"_s, u"ls"_s, u"-aq"_s}).text, QString());
}

void TestDockerTls::followsEvents()
{
    std::atomic_int changes = 0;
    const CancelToken cancel;
    Result<void> result;
    const auto watcher = inThread([&] {
        result =
            store()->watch([&] { ++changes; }, Call{.deadline = QDeadlineTimer::Forever, .cancel = cancel});
    });
    QTRY_COMPARE(changes, 1);
    // Nothing comes while nothing happens; then it comes at once.
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    QCOMPARE(load(archive), QString());
    QTRY_VERIFY(changes > 1);
    const int before = changes;
    QCOMPARE(m_engine.docker({u"tag"_s, u"app:1"_s, u"app:2"_s}).exitCode, 0);
    QTRY_COMPARE(changes, before + 1);
    cancel.request();
    QVERIFY(watcher->wait(5000));
    REQUIRE_ERROR(result, ErrorCode::Cancelled);
}

void TestDockerTls::transfersMuch()
{
    constexpr qint64 Size = 48 * 1024 * 1024;
    ImageArchive archive;
    const QString id = archive.add({.tags = {u"big:1"_s}, .layers = {u"big=%1"_s.arg(Size)}});
    QCOMPARE(load(archive), QString());
    const std::unique_ptr<Store> store = this->store();
    QFile saved(m_certificates.path(u"saved.tar"_s));
    QVERIFY(saved.open(QIODevice::ReadWrite));
    const auto keep = [&](QByteArrayView piece) -> Result<void> {
        return saved.write(piece.data(), piece.size()) == piece.size() ? Result<void>()
                                                                       : fail(ErrorCode::FileFailed);
    };
    REQUIRE_VALUE(store->save({u"big:1"_s}, keep, patientCall()));
    QVERIFY(saved.size() > Size);
    REQUIRE_VALUE(store->removeReference(Reference(u"big:1"_s), patientCall()));
    QVERIFY(saved.seek(0));
    const auto give = [&]() -> Result<QByteArray> { return saved.read(256 * 1024); };
    REQUIRE_VALUE(store->load(give, patientCall()));
    // The daemon has computed every digest again.
    REQUIRE_VALUE(store->image(ImageId(id), patientCall()));
}

void TestDockerTls::refuses_data()
{
    QTest::addColumn<TlsSettings>("tls");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("host");
    const auto row = [](const char *name, const TlsSettings &tls, ErrorCode code, const QString &words,
                         const QString &host = u"127.0.0.1"_s) {
        QTest::addRow("%s", name) << tls << code << words << host;
    };
    row("another authority", settings(u"client"_s, u"foreign"_s), ErrorCode::Untrusted,
        u"issuer certificate"_s);
    row("the system's authorities", settings(u"client"_s, {}), ErrorCode::Untrusted, u"issuer certificate"_s);
    row("another name of the host", settings(), ErrorCode::OtherHost, u"it is for 127.0.0.1"_s,
        u"localhost"_s);
    row("no certificate", settings({}), ErrorCode::ClientRefused, m_engine.endpoint());
    row("a certificate of another authority", settings(u"foreignclient"_s), ErrorCode::ClientRefused,
        m_engine.endpoint());
    row("an expired certificate", settings(u"oldclient"_s), ErrorCode::Outdated, u"oldclient.pem (20"_s);
    TlsSettings mixed = settings();
    mixed.key = m_certificates.path(u"otherclient-key.pem"_s);
    row("the key of another certificate", mixed, ErrorCode::TlsFilesFailed,
        u"otherclient-key.pem: not the key"_s);
    mixed.key = m_certificates.path(u"client.pem"_s);
    row("a certificate as the key", mixed, ErrorCode::TlsFilesFailed, u"client.pem: no key in PEM"_s);
}

void TestDockerTls::refuses()
{
    QFETCH(TlsSettings, tls);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    QFETCH(QString, host);
    const std::unique_ptr<Store> store = this->store(tls, host);
    const Result<StoreInfo> info = store->open(patientCall());
    REQUIRE_ERROR(info, code);
    QVERIFY2(info.error().detail.contains(words), qPrintable(info.error().detail));
    // Nothing gets better by trying again.
    REQUIRE_ERROR(store->images(patientCall()), code);
}

void TestDockerTls::speaksWithoutVerification()
{
    TlsSettings tls = settings(u"client"_s, {});
    tls.isVerified = false;
    for (const QString &host : {u"127.0.0.1"_s, u"localhost"_s}) {
        const Result<StoreInfo> info = store(tls, host)->open(patientCall());
        REQUIRE_VALUE(info);
        QVERIFY(info->isUnverified);
    }
}

void TestDockerTls::saysThatPlainHttpIsNotWanted()
{
    const Result<StoreInfo> info = store(std::nullopt)->open(patientCall());
    REQUIRE_ERROR(info, ErrorCode::WantsTls);
    QVERIFY(info.error().detail.contains("Client sent an HTTP request to an HTTPS server"_L1));
}

void TestDockerTls::refusesCertificatesOfTheServer_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QString &server, ErrorCode code, const QString &words) {
        QTest::addRow("%s", name) << server << code << words;
    };
    row("another authority", u"foreign-server"_s, ErrorCode::Untrusted, u"issuer certificate"_s);
    row("expired", u"old-server"_s, ErrorCode::Outdated, u"has expired"_s);
    row("not valid yet", u"early-server"_s, ErrorCode::Outdated, u"not yet valid"_s);
    row("another host", u"other-server"_s, ErrorCode::OtherHost, u"other.example"_s);
    row("a common name alone", u"nameless-server"_s, ErrorCode::OtherHost, u"no subject alternative names"_s);
    row("signed with SHA-1", u"weak-server"_s, ErrorCode::Untrusted, u"ecdsa-with-SHA1"_s);
}

void TestDockerTls::refusesCertificatesOfTheServer()
{
    QFETCH(QString, server);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    m_engine.stop();
    QCOMPARE(m_engine.start(m_certificates, server), QString());
    const Result<StoreInfo> info = store()->open(patientCall());
    REQUIRE_ERROR(info, code);
    QVERIFY2(info.error().detail.contains(words), qPrintable(info.error().detail));
    TlsSettings blind = settings();
    blind.isVerified = false;
    REQUIRE_VALUE(store(blind)->open(patientCall()));
}

void TestDockerTls::saysThatThereIsNoTls()
{
    m_engine.stop();
    QCOMPARE(m_engine.start(m_certificates, {}), QString());
    REQUIRE_VALUE(store(std::nullopt)->open(patientCall()));
    TlsSettings blind = settings();
    blind.isVerified = false;
    for (const TlsSettings &tls : {settings(), blind}) {
        const Result<StoreInfo> info = store(tls)->open(patientCall());
        REQUIRE_ERROR(info, ErrorCode::NoTls);
        QVERIFY(info.error().detail.startsWith(m_engine.endpoint()));
    }
}

QTEST_GUILESS_MAIN(TestDockerTls)
#include "tst_dockertls.moc"
