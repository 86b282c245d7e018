// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "support/registry.h"

#include "support/freeport.h"
#include "support/process.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpSocket>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds StartPatience{20};
const QString Program = u"docker-registry"_s;

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(1000);
}

} // namespace

Registry::~Registry()
{
    stop();
}

void Registry::stop()
{
    endProgram(m_server);
}

QString Registry::forget(const QString &repository)
{
    QDir folder(m_folder.path(u"data/docker/registry/v2/repositories/"_s + repository));
    return folder.exists() && folder.removeRecursively() ? QString() : folder.path();
}

QString Registry::start()
{
    if (QStandardPaths::findExecutable(Program).isEmpty()) {
        return u"%1 is not installed"_s.arg(Program);
    }
    m_port = m_port ? m_port : freePort();
    const QString configPath = m_folder.path(u"config.yml"_s);
    QFile config(configPath);
    if (!config.open(QIODevice::WriteOnly)) {
        return config.errorString();
    }
    config.write(u"version: 0.1\n"
                 "log: {level: warn}\n"
                 "storage: {filesystem: {rootdirectory: %1}}\n"
                 "http: {addr: %2}\n"_s.arg(m_folder.path(u"data"_s), address())
                     .toUtf8());
    if (m_isGuarded) {
        // It makes a user of its own in a file that is not there.
        config.write(u"auth: {htpasswd: {realm: jettison-test, path: %1}}\n"_s.arg(m_folder.path(u"users"_s))
                .toUtf8());
    }
    config.close();
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setStandardOutputFile(m_folder.path(u"log"_s));
    endWithUs(m_server);
    m_server.start(Program, {u"serve"_s, configPath});
    const QDeadlineTimer deadline(StartPatience);
    while (m_server.state() != QProcess::NotRunning && !deadline.hasExpired()) {
        if (answers(m_port)) {
            return {};
        }
        m_server.waitForFinished(50);
    }
    return u"%1 does not start here: %2"_s.arg(Program, m_server.errorString());
}

QString Registry::address() const
{
    return u"127.0.0.1:%1"_s.arg(m_port);
}

} // namespace jettison
