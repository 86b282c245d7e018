// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "support/sshserver.h"

#include "support/freeport.h"
#include "support/process.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QStandardPaths>

#include <csignal>
#include <unistd.h>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds StartPatience{20};
const QStringList ServerFolders{u"/usr/sbin"_s, u"/sbin"_s, u"/usr/bin"_s, u"/usr/local/sbin"_s};
// Where sshd shuts itself in; a system that starts it makes the folder.
const QString EmptyFolder = u"/run/sshd"_s;

QString knownHost(const QString &publicKey, quint16 port)
{
    QFile file(publicKey);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QString key = isOpen ? QString::fromUtf8(file.readAll()).section(u' ', 0, 1) : QString();
    return u"[127.0.0.1]:%1 %2\n"_s.arg(port).arg(key);
}

} // namespace

SshServer::~SshServer()
{
    cutConnections();
    stop();
}

QString SshServer::start()
{
    if (geteuid() != 0) {
        return u"sshd wants to be root"_s;
    }
    const QString program = QStandardPaths::findExecutable(u"sshd"_s, ServerFolders);
    if (program.isEmpty() || QStandardPaths::findExecutable(u"ssh"_s).isEmpty()) {
        return u"sshd and ssh are not installed"_s;
    }
    if (const QString reason = m_port == 0 ? install() : QString(); !reason.isEmpty()) {
        return reason;
    }
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setStandardOutputFile(m_folder.path(u"log"_s));
    endWithUs(m_server);
    m_server.start(program, {u"-D"_s, u"-e"_s, u"-f"_s, m_folder.path(u"sshd.conf"_s)});
    const QDeadlineTimer deadline(StartPatience);
    QString reason;
    while (m_server.state() != QProcess::NotRunning && !deadline.hasExpired()) {
        reason = tryLogin();
        if (reason.isEmpty()) {
            return {};
        }
        m_server.waitForFinished(100);
    }
    stop();
    return u"sshd does not work here: %1; %2"_s.arg(reason, lastWords());
}

// UsePAM would ask what this system wants of people who log in; without it a locked account is one.
QString SshServer::install()
{
    QDir().mkpath(EmptyFolder);
    m_port = freePort();
    for (const QString &name : {u"host"_s, u"user"_s, u"foreign"_s}) {
        if (const QString reason = makeKey(name); !reason.isEmpty()) {
            return reason;
        }
    }
    const QString server =
        u"Port %1\n"
        "ListenAddress 127.0.0.1\n"
        "HostKey %2\n"
        "AuthorizedKeysFile %3\n"
        "PidFile none\n"
        "StrictModes no\n"
        "UsePAM no\n"
        "PasswordAuthentication no\n"
        "PermitRootLogin yes\n"
        "KbdInteractiveAuthentication no\n"
        "ForceCommand /bin/sh %4\n"_s.arg(m_port)
            .arg(m_folder.path(u"host"_s), m_folder.path(u"user.pub"_s), m_folder.path(u"login"_s));
    const QString client = u"#!/bin/sh\nexec %1 -F %2 \"$@\"\n"_s.arg(
        QStandardPaths::findExecutable(u"ssh"_s), m_folder.path(u"ssh.conf"_s));
    QDir().mkpath(programFolder());
    setLogin(u"eval \"$SSH_ORIGINAL_COMMAND\""_s);
    setClient({});
    const bool isWritten = write(u"sshd.conf"_s, server) && write(u"programs/ssh"_s, client, true)
        && write(u"none"_s, {}) && write(u"known"_s, knownHost(m_folder.path(u"host.pub"_s), m_port))
        && write(u"other"_s, knownHost(m_folder.path(u"foreign.pub"_s), m_port));
    return isWritten ? QString() : u"nothing can be written"_s;
}

QString SshServer::makeKey(const QString &name) const
{
    return runProgram(u"ssh-keygen"_s,
        {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, {}, u"-f"_s, m_folder.path(name)},
        QProcessEnvironment::systemEnvironment())
        .errors;
}

QString SshServer::tryLogin() const
{
    const Output output = runProgram(programFolder() + "/ssh"_L1,
        {u"-p"_s, QString::number(m_port), u"root@127.0.0.1"_s, u"true"_s},
        QProcessEnvironment::systemEnvironment());
    return output.exitCode == 0 ? QString() : output.errors.simplified();
}

bool SshServer::write(const QString &name, const QString &text, bool isProgram) const
{
    QFile file(m_folder.path(name));
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) == text.toUtf8().size()
        && (!isProgram || file.setPermissions(QFile::Permissions(0x7755)));
}

QString SshServer::lastWords() const
{
    QFile log(m_folder.path(u"log"_s));
    return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll().trimmed().split('\n').constLast())
                                         : m_server.errorString();
}

void SshServer::stop()
{
    if (m_server.state() != QProcess::NotRunning) {
        m_server.terminate();
        m_server.waitForFinished();
    }
}

void SshServer::cutConnections() const
{
    const QString pid = QString::number(m_server.processId());
    QFile children(u"/proc/%1/task/%1/children"_s.arg(pid));
    if (m_server.processId() == 0 || !children.open(QIODevice::ReadOnly)) {
        return;
    }
    const QList<QByteArray> ids = children.readAll().simplified().split(' ');
    for (const QByteArray &id : ids) {
        if (id.toInt() > 1) {
            kill(id.toInt(), SIGKILL);
        }
    }
}

void SshServer::setLogin(const QString &script) const
{
    write(u"login"_s, script);
}

void SshServer::setClient(const QString &options) const
{
    // Of keys ssh would try all that are mentioned.
    const QString key =
        options.contains("IdentityFile"_L1) ? QString() : "\nIdentityFile "_L1 + m_folder.path(u"user"_s);
    write(u"ssh.conf"_s,
        options + key
            + u"\nIdentitiesOnly yes\n"
              "IdentityAgent none\n"
              "UserKnownHostsFile %1\n"
              "GlobalKnownHostsFile none\n"
              "StrictHostKeyChecking yes\n"_s.arg(m_folder.path(u"known"_s)));
}

QString SshServer::address() const
{
    return u"root@127.0.0.1:%1"_s.arg(m_port);
}

QString SshServer::programFolder() const
{
    return m_folder.path(u"programs"_s);
}

QString SshServer::userKey() const
{
    return m_folder.path(u"user"_s);
}

QString SshServer::foreignKey() const
{
    return m_folder.path(u"foreign"_s);
}

QString SshServer::noHosts() const
{
    return m_folder.path(u"none"_s);
}

QString SshServer::otherHosts() const
{
    return m_folder.path(u"other"_s);
}

} // namespace jettison
