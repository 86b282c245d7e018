// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/tlsconfiguration.h"

#include "stores/resulttext.h"
#include "support/certificates.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

using namespace jettison;
using namespace Qt::StringLiterals;

class TestTlsConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsFiles();
    void trustsTheSystemWithoutAFile();
    void readsNoAuthorityThatItDoesNotNeed();
    void refuses_data();
    void refuses();

private:
    Certificates m_certificates;
};

void TestTlsConfiguration::initTestCase()
{
    if (const QString reason = Certificates::absence(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    QVERIFY2(m_certificates.makeAuthority(), qPrintable(m_certificates.lastWords()));
    QVERIFY2(m_certificates.make(u"client"_s, {}), qPrintable(m_certificates.lastWords()));
    QVERIFY(m_certificates.lock(u"client-key.pem"_s, u"locked.pem"_s, false));
    QVERIFY(m_certificates.lock(u"client-key.pem"_s, u"locked-traditional.pem"_s, true));
    QFile nonsense(m_certificates.path(u"nonsense.pem"_s));
    QVERIFY(nonsense.open(QIODevice::WriteOnly));
    nonsense.write("-----BEGIN CERTIFICATE-----\nbm9uc2Vuc2U=\n-----END CERTIFICATE-----\n");
}

void TestTlsConfiguration::readsFiles()
{
    const auto configuration = tlsConfiguration({.authorities = m_certificates.path(u"ca.pem"_s),
        .certificate = m_certificates.path(u"client.pem"_s),
        .key = m_certificates.path(u"client-key.pem"_s)});
    REQUIRE_VALUE(configuration);
    QCOMPARE(configuration->peerVerifyMode(), QSslSocket::VerifyPeer);
    QCOMPARE(configuration->caCertificates().size(), 1);
    QCOMPARE(
        configuration->localCertificate().subjectInfo(QSslCertificate::CommonName), QStringList{u"test"_s});
    QVERIFY(!configuration->privateKey().isNull());
}

void TestTlsConfiguration::trustsTheSystemWithoutAFile()
{
    const auto configuration = tlsConfiguration({});
    REQUIRE_VALUE(configuration);
    QCOMPARE(configuration->peerVerifyMode(), QSslSocket::VerifyPeer);
    QCOMPARE(configuration->caCertificates(), QSslConfiguration::defaultConfiguration().caCertificates());
    QVERIFY(configuration->localCertificate().isNull());
}

void TestTlsConfiguration::readsNoAuthorityThatItDoesNotNeed()
{
    const auto configuration = tlsConfiguration({.authorities = u"/no/such.pem"_s, .isVerified = false});
    REQUIRE_VALUE(configuration);
    QCOMPARE(configuration->peerVerifyMode(), QSslSocket::VerifyNone);
}

void TestTlsConfiguration::refuses_data()
{
    QTest::addColumn<QString>("authorities");
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QStringList &files, const QString &words) {
        QTest::addRow("%s", name) << files.value(0) << files.value(1) << files.value(2) << words;
    };
    const QString ca = u"ca.pem"_s;
    const QString client = u"client.pem"_s;
    row("no authority", {u"none.pem"_s}, u"none.pem: No such file"_s);
    row("a key as the authority", {u"client-key.pem"_s}, u"client-key.pem: no certificate"_s);
    row("no certificate in its frame", {u"nonsense.pem"_s}, u"nonsense.pem: no certificate"_s);
    row("no certificate", {ca, u"none.pem"_s, u"client-key.pem"_s}, u"none.pem: No such file"_s);
    row("no key", {ca, client, u"none.pem"_s}, u"none.pem: No such file"_s);
    row("a key alone", {ca, {}, u"client-key.pem"_s}, u"only together"_s);
    row("a certificate alone", {ca, client}, u"only together"_s);
    row("a passphrase", {ca, client, u"locked.pem"_s}, u"locked.pem: the key has a passphrase"_s);
    row("a passphrase in the old way", {ca, client, u"locked-traditional.pem"_s},
        u"the key has a passphrase"_s);
    row("no key in the file", {ca, client, client}, u"client.pem: no key in PEM"_s);
}

void TestTlsConfiguration::refuses()
{
    QFETCH(QString, authorities);
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, words);
    const auto path = [this](
                          const QString &name) { return name.isEmpty() ? name : m_certificates.path(name); };
    const auto configuration = tlsConfiguration(
        {.authorities = path(authorities), .certificate = path(certificate), .key = path(key)});
    REQUIRE_ERROR(configuration, ErrorCode::TlsFilesFailed);
    QVERIFY2(configuration.error().detail.contains(words), qPrintable(configuration.error().detail));
}

QTEST_GUILESS_MAIN(TestTlsConfiguration)
#include "tst_tlsconfiguration.moc"
