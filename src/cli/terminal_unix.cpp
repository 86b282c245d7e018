// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/terminal.h"

#include <QByteArray>

#include <unistd.h>

namespace jettison::cli {

bool isInteractive()
{
    return isatty(STDIN_FILENO) == 1;
}

bool showsProgress()
{
    return isatty(STDERR_FILENO) == 1;
}

// As the C library reads the locale; Qt sets its own to UTF-8 whatever the user's is.
bool speaksUtf8()
{
    QByteArray locale;
    for (const char *name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        locale = locale.isEmpty() ? qgetenv(name).toLower() : locale;
    }
    return locale.contains("utf-8") || locale.contains("utf8");
}

} // namespace jettison::cli
