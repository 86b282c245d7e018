// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "support/dockerengine.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>

#include <unistd.h>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds StartPatience{60};

} // namespace

DockerEngine::DockerEngine()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    const QStringList foreign{u"DOCKER_CONTEXT"_s, u"DOCKER_TLS_VERIFY"_s, u"DOCKER_TLS"_s,
        u"DOCKER_CERT_PATH"_s, u"DOCKER_API_VERSION"_s};
    for (const QString &name : foreign) {
        m_environment.remove(name);
    }
    m_environment.insert(u"DOCKER_HOST"_s, endpoint());
    m_environment.insert(u"DOCKER_CONFIG"_s, m_folder.path(u"config"_s));
    // The classic builder makes images with parents.
    m_environment.insert(u"DOCKER_BUILDKIT"_s, u"0"_s);
}

DockerEngine::~DockerEngine()
{
    if (m_daemon.state() == QProcess::NotRunning) {
        return;
    }
    const QStringList containers = docker({u"ps"_s, u"-aq"_s}).lines();
    if (!containers.isEmpty()) {
        docker(QStringList{u"rm"_s, u"-f"_s} + containers);
    }
    stop();
}

QString DockerEngine::start()
{
    if (geteuid() != 0) {
        return u"dockerd wants to be root"_s;
    }
    for (const QString &program : {u"dockerd"_s, u"docker"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty()) {
            return u"%1 is not installed"_s.arg(program);
        }
    }
    m_daemon.setProcessEnvironment(m_environment);
    m_daemon.setProcessChannelMode(QProcess::MergedChannels);
    m_daemon.setStandardOutputFile(m_folder.path(u"log"_s));
    endWithUs(m_daemon);
    m_daemon.start(u"dockerd"_s,
        {u"--data-root"_s, dataFolder(), u"--exec-root"_s, m_folder.path(u"exec"_s), u"--pidfile"_s,
            m_folder.path(u"pid"_s), u"--host"_s, endpoint(), u"--bridge=none"_s, u"--iptables=false"_s});
    return waitUntilReady();
}

QString DockerEngine::waitUntilReady()
{
    const QDeadlineTimer deadline(StartPatience);
    while (m_daemon.state() != QProcess::NotRunning && !deadline.hasExpired()) {
        if (docker({u"version"_s}).exitCode == 0) {
            return {};
        }
        m_daemon.waitForFinished(100);
    }
    endProgram(m_daemon);
    return u"dockerd does not start here: %1"_s.arg(lastWords());
}

QString DockerEngine::lastWords() const
{
    QFile log(m_folder.path(u"log"_s));
    if (!log.open(QIODevice::ReadOnly)) {
        return m_daemon.errorString();
    }
    return QString::fromUtf8(log.readAll().trimmed().split('\n').constLast());
}

void DockerEngine::stop()
{
    endProgram(m_daemon);
}

QString DockerEngine::endpoint() const
{
    return u"unix://"_s + m_folder.path(u"docker.sock"_s);
}

QString DockerEngine::dataFolder() const
{
    return m_folder.path(u"data"_s);
}

Output DockerEngine::docker(const QStringList &arguments) const
{
    return runProgram(u"docker"_s, arguments, m_environment);
}

QString DockerEngine::reset() const
{
    const QStringList containers = docker({u"ps"_s, u"-aq"_s}).lines();
    if (!containers.isEmpty()) {
        docker(QStringList{u"rm"_s, u"-f"_s, u"-v"_s} + containers);
    }
    docker({u"image"_s, u"prune"_s, u"-af"_s});
    return docker({u"ps"_s, u"-aq"_s}).text + docker({u"image"_s, u"ls"_s, u"-aq"_s}).text;
}

} // namespace jettison
