// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/terminal.h"

#include <cstdio>

#include <io.h>

namespace jettison::cli {

bool isInteractive()
{
    return _isatty(_fileno(stdin)) != 0;
}

} // namespace jettison::cli
