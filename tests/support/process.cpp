// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "support/process.h"

#include <QProcess>

#include <csignal>
#include <sys/prctl.h>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

int milliseconds(std::chrono::seconds seconds)
{
    return int(std::chrono::milliseconds(seconds).count());
}

} // namespace

QStringList Output::lines() const
{
    return text.split(u'\n', Qt::SkipEmptyParts);
}

Output runProgram(const QString &program, const QStringList &arguments,
    const QProcessEnvironment &environment, std::chrono::seconds patience)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.closeWriteChannel();
    return waitForEnd(process, patience);
}

Output waitForEnd(QProcess &process, std::chrono::seconds patience)
{
    const bool ended = process.state() == QProcess::NotRunning
        ? process.error() != QProcess::FailedToStart
        : process.waitForFinished(milliseconds(patience));
    if (!ended) {
        const QString reason = process.errorString();
        process.kill();
        process.waitForFinished();
        return {.errors = process.program() + ": "_L1 + reason};
    }
    return {
        .exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        .text = QString::fromUtf8(process.readAllStandardOutput()),
        .errors = QString::fromUtf8(process.readAllStandardError()),
    };
}

void endWithUs(QProcess &process)
{
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
}

void endProgram(QProcess &process, std::chrono::seconds patience)
{
    if (process.state() == QProcess::NotRunning) {
        return;
    }
    process.terminate();
    if (!process.waitForFinished(milliseconds(patience))) {
        process.kill();
        process.waitForFinished();
    }
}

} // namespace jettison
