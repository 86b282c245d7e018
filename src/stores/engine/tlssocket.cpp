// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/tlssocket.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QUrl>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// Those by which a server refuses a certificate, or the lack of one (RFC 8446, 6.2).
bool isAboutCertificates(QSsl::AlertType alert)
{
    switch (alert) {
    case QSsl::AlertType::NoCertificate:
    case QSsl::AlertType::BadCertificate:
    case QSsl::AlertType::UnsupportedCertificate:
    case QSsl::AlertType::CertificateRevoked:
    case QSsl::AlertType::CertificateExpired:
    case QSsl::AlertType::CertificateUnknown:
    case QSsl::AlertType::UnknownCa:
    case QSsl::AlertType::AccessDenied:
    case QSsl::AlertType::CertificateRequired:
        return true;
    default:
        return false;
    }
}

ErrorCode codeOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        return ErrorCode::Outdated;
    case QSslError::HostNameMismatch:
        return ErrorCode::OtherHost;
    default:
        return ErrorCode::Untrusted;
    }
}

QString validity(const QSslCertificate &certificate)
{
    return certificate.effectiveDate().toString(Qt::ISODate) + u'/'
        + certificate.expiryDate().toString(Qt::ISODate);
}

bool isOutdated(const QSslCertificate &certificate)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return !certificate.isNull() && (certificate.effectiveDate() > now || certificate.expiryDate() < now);
}

// OpenSSL refuses what is signed with SHA-1, and Qt has no words for it.
QString wordsOf(const QSslError &error)
{
    static const QRegularExpression algorithm(u"Signature Algorithm: (\\S+)"_s);
    return error.error() == QSslError::UnspecifiedError ? "refused by the library; signed with "_L1
            + algorithm.match(error.certificate().toText()).captured(1)
                                                        : error.errorString();
}

// One label may be any (RFC 9525, 6.3); Qt has looked at the rest already.
bool matches(const QString &pattern, const QString &host)
{
    const QString name = pattern.startsWith("*."_L1) ? pattern.sliced(2) : pattern;
    const QString compared = pattern.startsWith("*."_L1) ? host.section(u'.', 1) : host;
    return name.compare(compared, Qt::CaseInsensitive) == 0;
}

} // namespace

TlsSocket::TlsSocket(const Endpoint &endpoint, const QSslConfiguration &configuration)
    : m_endpoint(endpoint)
{
    setSslConfiguration(configuration);
    connect(this, &QSslSocket::connected, this, &QSslSocket::startClientEncryption);
    connect(this, &QSslSocket::encrypted, this, [this] { m_wasEncrypted = true; });
    connect(this, &QSslSocket::alertReceived, this,
        [this](QSsl::AlertLevel, QSsl::AlertType type, const QString &text) { keepAlert(type, text); });
    connect(this, &QSslSocket::errorOccurred, this, [this](SocketError error) {
        // The end of TLS is the end, even where the connection below stays open.
        if (error != SocketTimeoutError && error != TemporaryError) {
            Q_EMIT readChannelFinished();
        }
    });
}

bool TlsSocket::isSafe() const
{
    return isEncrypted() && (!m_endpoint.tls->isVerified || namesHost());
}

std::optional<Error> TlsSocket::failure() const
{
    // TLS 1.2 has no word of its own for a certificate that is missing.
    const bool mayBeMissing = m_alert == QSsl::AlertType::HandshakeFailure && localCertificate().isNull();
    if (m_alert && (isAboutCertificates(*m_alert) || mayBeMissing)) {
        return refusal();
    }
    // Before the first word: what was wrong was here already.
    const bool mayBeOurs =
        error() == SslInvalidUserDataError || (error() == SslInternalError && !m_wasEncrypted);
    if (mayBeOurs && !m_endpoint.tls->key.isEmpty()) {
        return Error{.code = ErrorCode::TlsFilesFailed,
            .detail = m_endpoint.tls->key + ": not the key of "_L1 + m_endpoint.tls->certificate
                + ", or too weak"_L1};
    }
    if (mayBeOurs) {
        return failureOf(ErrorCode::TlsFilesFailed, errorString());
    }
    if (const std::optional<Error> failure = certificateFailure()) {
        return failure;
    }
    // OpenSSL's words for an answer that is not TLS.
    if (error() == SslHandshakeFailedError && errorString().contains("wrong version number"_L1)) {
        return failureOf(ErrorCode::NoTls, errorString());
    }
    return {};
}

bool TlsSocket::isCutOff() const
{
    // Other libraries do not tell.
    return activeBackend() == "openssl"_L1 && m_alert != QSsl::AlertType::CloseNotify;
}

qint64 TlsSocket::bytesToWrite() const
{
    return QSslSocket::bytesToWrite() + encryptedBytesToWrite();
}

void TlsSocket::keepAlert(QSsl::AlertType type, const QString &description)
{
    m_alert = type;
    m_alertText = description;
}

// Qt still takes a certificate's common name for a host, which counts no more (RFC 9525, 6.3) and which other
// clients of engines refuse.
bool TlsSocket::namesHost() const
{
    const auto names = peerCertificate().subjectAlternativeNames();
    const QHostAddress address(m_endpoint.host);
    if (!address.isNull()) {
        return std::ranges::any_of(names.values(QSsl::IpAddressEntry),
            [&](const QString &name) { return QHostAddress(name) == address; });
    }
    const QString host = QString::fromLatin1(QUrl::toAce(m_endpoint.host));
    return std::ranges::any_of(
        names.values(QSsl::DnsEntry), [&](const QString &name) { return matches(name, host); });
}

// Of the certificate.
QString TlsSocket::hosts() const
{
    const QStringList names = peerCertificate().subjectAlternativeNames().values();
    return names.isEmpty() ? u"it is for no host: it has no subject alternative names"_s
                           : "it is for "_L1 + names.join(", "_L1);
}

std::optional<Error> TlsSocket::certificateFailure() const
{
    const QList<QSslError> errors = sslHandshakeErrors();
    if (errors.isEmpty()) {
        return isEncrypted() && !isSafe() ? std::optional(failureOf(ErrorCode::OtherHost, hosts()))
                                          : std::nullopt;
    }
    // Who is not trusted may say anything about dates and names.
    const auto worst =
        std::ranges::min_element(errors, {}, [](const QSslError &error) { return codeOf(error.error()); });
    const ErrorCode code = codeOf(worst->error());
    QStringList reasons;
    for (const QSslError &error : errors) {
        reasons << wordsOf(error);
    }
    reasons.removeDuplicates();
    if (code == ErrorCode::Outdated) {
        reasons << validity(worst->certificate());
    } else if (code == ErrorCode::OtherHost) {
        reasons << hosts();
    }
    return failureOf(code, reasons.join("; "_L1));
}

Error TlsSocket::refusal() const
{
    return isOutdated(localCertificate())
        ? Error{.code = ErrorCode::Outdated,
              .detail = m_endpoint.tls->certificate + " ("_L1 + validity(localCertificate()) + u')'}
        : failureOf(ErrorCode::ClientRefused, m_alertText);
}

Error TlsSocket::failureOf(ErrorCode code, const QString &reason) const
{
    return {.code = code, .detail = m_endpoint.text() + " ("_L1 + reason + u')'};
}

} // namespace jettison
