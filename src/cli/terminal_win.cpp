// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/terminal.h"

#include <cstdio>

#include <io.h>
#include <windows.h>

namespace jettison::cli {

bool isInteractive()
{
    return _isatty(_fileno(stdin)) != 0;
}

bool showsProgress()
{
    return _isatty(_fileno(stderr)) != 0;
}

bool speaksUtf8()
{
    return GetConsoleOutputCP() == CP_UTF8;
}

} // namespace jettison::cli
