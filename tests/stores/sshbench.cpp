// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/sshbench.h"

#include "stores/storefactory.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace jettison {

using namespace Qt::StringLiterals;

SshBench::~SshBench()
{
    if (!m_path.isEmpty()) {
        qputenv("PATH", m_path);
    }
}

QString SshBench::start()
{
    for (const QString &reason : {server.start(), docker.start()}) {
        if (!reason.isEmpty()) {
            return reason;
        }
    }
    m_path = qgetenv("PATH");
    qputenv("PATH", QFile::encodeName(server.programFolder()) + ':' + m_path);
    return {};
}

QString SshBench::reset() const
{
    server.setLogin(loginWith(u"sh"_s));
    server.setClient({});
    return docker.engine.reset();
}

std::unique_ptr<Store> SshBench::sshStore(const QString &rest) const
{
    return makeStore(*parseEndpoint("ssh://"_L1 + server.address() + rest)).value();
}

// What the programs of that host find by themselves is the engine under test.
QString SshBench::loginWith(const QString &shell) const
{
    return u"export DOCKER_HOST=%1 DOCKER_CONFIG=/nonexistent\nexec %2 -c \"$SSH_ORIGINAL_COMMAND\"\n"_s.arg(
        docker.engine.endpoint(), shell);
}

// A login on a host with a shell and these programs. The folders that are looked into besides PATH may have
// others on this machine.
QString SshBench::loginOnHostWith(const QStringList &programs) const
{
    const QString folder = server.programFolder() + "/host"_L1;
    QString script = u"rm -rf %1; mkdir %1; ln -s /bin/sh %1/sh\n"_s.arg(folder);
    for (const QString &program : programs) {
        script += u"ln -s %1 %2/\n"_s.arg(QStandardPaths::findExecutable(program), folder);
    }
    return script
        + u"command=$(printf %s \"$SSH_ORIGINAL_COMMAND\" | sed s,:/usr/local/bin:/opt/homebrew/bin:/snap/bin,,)\n"_s
        + u"export PATH=%1 HOME=/nonexistent; exec sh -c \"$command\"\n"_s.arg(folder);
}

QString SshBench::socketPath() const
{
    return docker.engine.endpoint().sliced(qsizetype(qstrlen("unix://")));
}

qsizetype SshBench::countOfPrograms(const QByteArray &name)
{
    const QByteArray self = QByteArray::number(QCoreApplication::applicationPid());
    qsizetype count = 0;
    const QStringList all = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &pid : all) {
        QFile status("/proc/"_L1 + pid + "/stat"_L1);
        if (status.open(QIODevice::ReadOnly)) {
            const QByteArray text = status.readAll();
            const qsizetype end = text.lastIndexOf(')');
            const bool isOurs = text.sliced(end + 2).split(' ').value(1) == self;
            count += isOurs && text.first(end).endsWith('(' + name) ? 1 : 0;
        }
    }
    return count;
}

} // namespace jettison
