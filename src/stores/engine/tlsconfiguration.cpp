// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/tlsconfiguration.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> failed(const QString &path, const QString &reason)
{
    return fail(ErrorCode::TlsFilesFailed, path + ": "_L1 + reason);
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failed(path, file.errorString());
    }
    return file.readAll();
}

Result<QList<QSslCertificate>> readCertificates(const QString &path)
{
    return readFile(path).and_then([&](const QByteArray &pem) -> Result<QList<QSslCertificate>> {
        const QList<QSslCertificate> certificates = QSslCertificate::fromData(pem);
        if (certificates.isEmpty()) {
            return failed(path, u"no certificate in PEM"_s);
        }
        return certificates;
    });
}

// RFC 7468 and RFC 1421. Docker refuses these, too: nobody could be asked for the passphrase.
bool isEncrypted(const QByteArray &pem)
{
    return pem.contains("BEGIN ENCRYPTED PRIVATE KEY") || pem.contains("Proc-Type: 4,ENCRYPTED");
}

// Trying algorithms one after another leaves errors behind, which OpenSSL then takes for those of a
// connection.
Result<QSslKey> readKey(const QString &path, QSsl::KeyAlgorithm algorithm)
{
    return readFile(path).and_then([&](const QByteArray &pem) -> Result<QSslKey> {
        if (isEncrypted(pem)) {
            return failed(path, u"the key has a passphrase, and only one without can be used"_s);
        }
        const QSslKey key(pem, algorithm);
        return key.isNull() ? failed(path, u"no key in PEM that goes with the certificate"_s)
                            : Result<QSslKey>(key);
    });
}

Result<void> addIdentity(QSslConfiguration &configuration, const TlsSettings &settings)
{
    if (settings.certificate.isEmpty() && settings.key.isEmpty()) {
        return {};
    }
    if (settings.certificate.isEmpty() || settings.key.isEmpty()) {
        return failed(
            settings.certificate + settings.key, u"a certificate and its key are of use only together"_s);
    }
    const Result<QList<QSslCertificate>> certificates = readCertificates(settings.certificate);
    if (!certificates) {
        return tl::unexpected(certificates.error());
    }
    const QSsl::KeyAlgorithm algorithm = certificates->first().publicKey().algorithm();
    return readKey(settings.key, algorithm).map([&](const QSslKey &key) {
        configuration.setLocalCertificateChain(*certificates);
        configuration.setPrivateKey(key);
    });
}

} // namespace

Result<QSslConfiguration> tlsConfiguration(const TlsSettings &settings)
{
    if (!QSslSocket::supportsSsl()) {
        return fail(ErrorCode::Unreachable, u"this system has no library for TLS"_s);
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(settings.isVerified ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    if (settings.isVerified && !settings.authorities.isEmpty()) {
        const Result<QList<QSslCertificate>> authorities = readCertificates(settings.authorities);
        if (!authorities) {
            return tl::unexpected(authorities.error());
        }
        // These alone, not the system's beside them.
        configuration.setCaCertificates(*authorities);
    }
    return addIdentity(configuration, settings).map([&] { return configuration; });
}

} // namespace jettison
