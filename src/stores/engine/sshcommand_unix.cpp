// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/sshcommand.h"

#include <QProcess>

#include <unistd.h>

namespace jettison::sshcommand {

// Nobody looks at the terminal that a window was started from. In a session of its own ssh has no terminal,
// so it turns to SSH_ASKPASS, or gives up.
bool directQuestions(QProcess &ssh, bool showsWindows)
{
    if (showsWindows) {
        ssh.setChildProcessModifier([] { setsid(); });
    }
    return true;
}

} // namespace jettison::sshcommand
