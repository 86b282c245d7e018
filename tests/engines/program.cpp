// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/program.h"

#include "support/scratchfolder.h"

#include <QProcess>

namespace jettison {

using namespace Qt::StringLiterals;

QString programPath()
{
    return QStringLiteral(JETTISON_PROGRAM);
}

QProcessEnvironment programEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DOCKER_HOST"_s, u"DOCKER_CONTEXT"_s, u"LANGUAGE"_s, u"LANG"_s}) {
        environment.remove(name);
    }
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    static const ScratchFolder home;
    environment.insert(u"XDG_CACHE_HOME"_s, home.path(u"cache"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, home.path(u"config"_s));
    environment.insert(u"XDG_DATA_HOME"_s, home.path(u"data"_s));
    return environment;
}

Output runJettison(const QString &endpoint, const QStringList &arguments, std::chrono::seconds patience)
{
    QProcess process;
    beginJettison(process, endpoint, arguments);
    return waitForEnd(process, patience);
}

void beginJettison(QProcess &process, const QString &endpoint, const QStringList &arguments)
{
    process.setProcessEnvironment(programEnvironment());
    process.start(programPath(), QStringList{u"--host"_s, endpoint} + arguments);
    process.closeWriteChannel();
}

} // namespace jettison
