// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/terminal.h"

#include <unistd.h>

namespace jettison::cli {

bool isInteractive()
{
    return isatty(STDIN_FILENO) == 1;
}

} // namespace jettison::cli
