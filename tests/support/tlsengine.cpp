// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "support/tlsengine.h"

#include "support/freeport.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QHostAddress>
#include <QStandardPaths>

#include <unistd.h>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds StartPatience{60};

} // namespace

TlsEngine::~TlsEngine()
{
    stop();
}

QString TlsEngine::absence()
{
    if (geteuid() != 0) {
        return u"dockerd wants to be root"_s;
    }
    for (const QString &program : {u"dockerd"_s, u"docker"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty()) {
            return u"%1 is not installed"_s.arg(program);
        }
    }
    return Certificates::absence();
}

QString TlsEngine::start(const Certificates &certificates, const QString &certificate)
{
    m_port = m_port == 0 ? freePort() : m_port;
    QStringList arguments{u"--data-root"_s, m_folder.path(u"data"_s), u"--exec-root"_s,
        m_folder.path(u"exec"_s), u"--pidfile"_s, m_folder.path(u"pid"_s), u"--host"_s,
        "unix://"_L1 + m_folder.path(u"docker.sock"_s), u"--host"_s, endpoint(), u"--bridge=none"_s,
        u"--iptables=false"_s};
    if (!certificate.isEmpty()) {
        arguments << u"--tlsverify"_s << u"--tlscacert"_s << certificates.path(u"ca.pem"_s) << u"--tlscert"_s
                  << certificates.path(certificate + ".pem"_L1) << u"--tlskey"_s
                  << certificates.path(certificate + "-key.pem"_L1);
    } else {
        arguments << u"--tls=false"_s;
    }
    m_daemon.setProcessChannelMode(QProcess::MergedChannels);
    m_daemon.setStandardOutputFile(m_folder.path(u"log"_s));
    endWithUs(m_daemon);
    m_daemon.start(u"dockerd"_s, arguments);
    return waitUntilReady();
}

QString TlsEngine::waitUntilReady()
{
    const QDeadlineTimer deadline(StartPatience);
    while (m_daemon.state() != QProcess::NotRunning && !deadline.hasExpired()) {
        if (docker({u"version"_s}).exitCode == 0) {
            return {};
        }
        m_daemon.waitForFinished(100);
    }
    stop();
    return u"dockerd does not start here: %1"_s.arg(lastWords());
}

QString TlsEngine::lastWords() const
{
    QFile log(m_folder.path(u"log"_s));
    return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll().trimmed().split('\n').constLast())
                                         : m_daemon.errorString();
}

void TlsEngine::stop()
{
    endProgram(m_daemon);
}

QString TlsEngine::endpoint(const QString &host) const
{
    return u"tcp://%1:%2"_s.arg(host).arg(m_port);
}

Output TlsEngine::docker(const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("DOCKER_"_L1)) {
            environment.remove(name);
        }
    }
    environment.insert(u"DOCKER_HOST"_s, "unix://"_L1 + m_folder.path(u"docker.sock"_s));
    environment.insert(u"DOCKER_CONFIG"_s, m_folder.path(u"config"_s));
    return runProgram(u"docker"_s, arguments, environment);
}

} // namespace jettison
