// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/certificates.h"
#include "support/process.h"
#include "support/scratchfolder.h"

#include <QProcess>

namespace jettison {

/// A Docker daemon of its own that listens on the loopback interface, with TLS or without; clients must show
/// a certificate of the authority `ca`.
class TlsEngine
{
public:
    TlsEngine() = default;
    ~TlsEngine();
    Q_DISABLE_COPY_MOVE(TlsEngine)

    /// Why this machine cannot start it, or empty.
    static QString absence();

    /// Starts it, again with the data and at the port it had. `certificate`: which one it shows; empty: it
    /// speaks no TLS. Empty, or why it cannot.
    QString start(const Certificates &certificates, const QString &certificate);
    void stop();

    quint16 port() const { return m_port; }
    /// Such as `tcp://127.0.0.1:41234`.
    QString endpoint(const QString &host = QStringLiteral("127.0.0.1")) const;
    /// Runs the docker command line against the daemon, past TLS.
    Output docker(const QStringList &arguments) const;

private:
    QString waitUntilReady();
    QString lastWords() const;

    ScratchFolder m_folder;
    QProcess m_daemon;
    quint16 m_port = 0;
};

} // namespace jettison
