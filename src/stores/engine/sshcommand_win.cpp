// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/sshcommand.h"

#include <QProcess>

namespace jettison::sshcommand {

using namespace Qt::StringLiterals;

// A window's child has a console that nobody sees, where ssh would wait for an answer.
bool directQuestions(QProcess &ssh, bool showsWindows)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!showsWindows) {
        return true;
    }
    environment.insert(u"SSH_ASKPASS_REQUIRE"_s, u"force"_s);
    ssh.setProcessEnvironment(environment);
    return environment.contains(u"SSH_ASKPASS"_s);
}

} // namespace jettison::sshcommand
