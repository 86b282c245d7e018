// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/endpoint.h"

#include <QSslSocket>

namespace jettison {

/// A socket that speaks TLS as soon as it is connected, and can tell why it does not.
class TlsSocket : public QSslSocket
{
    Q_OBJECT

public:
    TlsSocket(const Endpoint &endpoint, const QSslConfiguration &configuration);

    /// The handshake is done, and the certificate is the host's, as far as that is to be verified.
    bool isSafe() const;
    /// What was wrong with TLS: Untrusted, Outdated, OtherHost, ClientRefused, TlsFilesFailed, NoTls. None:
    /// the reason is another one. The other side may refuse a certificate long after the handshake (RFC
    /// 8446).
    std::optional<Error> failure() const;
    /// It ended without the other side's word that it is the end: something may be missing.
    bool isCutOff() const;

    /// Counts what is encrypted already, but has not left the process.
    qint64 bytesToWrite() const override;

private:
    void keepAlert(QSsl::AlertType type, const QString &description);
    bool namesHost() const;
    QString hosts() const;
    std::optional<Error> certificateFailure() const;
    Error refusal() const;
    Error failureOf(ErrorCode code, const QString &reason) const;

    Endpoint m_endpoint;
    bool m_wasEncrypted = false;
    std::optional<QSsl::AlertType> m_alert;
    QString m_alertText;
};

} // namespace jettison
