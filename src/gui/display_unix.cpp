// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/display.h"

#include <QProcess>

namespace jettison {

namespace {

bool namesADisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

} // namespace

// A display that is named may still refuse: a dead ssh -X, a foreign X authority, a platform plug-in that is
// not installed.
bool canShowWindow(const QString &program)
{
    constexpr int Patience = 10'000;
    if (!namesADisplay()) {
        return false;
    }
    QProcess probe;
    probe.setStandardErrorFile(QProcess::nullDevice());
    probe.start(program, {QString::fromLatin1(displayProbe)});
    return probe.waitForFinished(Patience) && probe.exitStatus() == QProcess::NormalExit
        && probe.exitCode() == 0;
}

} // namespace jettison
