// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/scenecontainer.h"

#include <QDeadlineTimer>
#include <QThread>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// The engine waits twice as long before each new start; after some it is in this state most of the time.
QString waitUntilRestarting(const ContainerEngine &engine, const QString &name)
{
    const QString format = u"{{.State.Restarting}} {{.RestartCount}}"_s;
    const QDeadlineTimer deadline(std::chrono::seconds(60));
    while (!deadline.hasExpired()) {
        const QString state = engine.docker({u"inspect"_s, u"-f"_s, format, name}).text.trimmed();
        if (state.startsWith("true"_L1) && state.section(u' ', 1).toInt() >= 5) {
            return {};
        }
        QThread::msleep(50);
    }
    return u"does not restart"_s;
}

} // namespace

QString startContainer(const ContainerEngine &engine, const QString &description)
{
    const auto docker = [&](const QStringList &arguments) {
        const Output output = engine.docker(arguments);
        return output.exitCode == 0 ? QString() : output.text + output.errors;
    };
    const QStringList parts = description.split(u' ', Qt::SkipEmptyParts);
    const QString name = parts[0].chopped(1);
    const QString state = parts[2];
    const QStringList common{u"--name"_s, name, u"--net"_s, u"none"_s, u"--stop-signal"_s, u"KILL"_s};
    const QStringList endless{parts[1], u"/busybox"_s, u"sleep"_s, u"100000"_s};
    const QStringList brief{parts[1], u"/busybox"_s, u"true"_s};
    const QStringList run{u"run"_s, u"-d"_s};
    if (state == "stopped"_L1) {
        const QString failure = docker(run + common + brief);
        return failure.isEmpty() ? docker({u"wait"_s, name}) : failure;
    }
    if (state == "created"_L1) {
        return docker(QStringList{u"create"_s} + common + brief);
    }
    if (state == "disposable"_L1) {
        return docker(run + QStringList{u"--rm"_s} + common + endless);
    }
    if (state == "restarting"_L1) {
        const QString failure = docker(run + QStringList{u"--restart"_s, u"always"_s} + common + brief);
        return failure.isEmpty() ? waitUntilRestarting(engine, name) : failure;
    }
    const QString failure = docker(run + common + endless);
    return failure.isEmpty() && state == "paused"_L1 ? docker({u"pause"_s, name}) : failure;
}

} // namespace jettison
