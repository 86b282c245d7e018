// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/display.h"

namespace jettison {

// On Windows and macOS a program that is started by a person has a display.
bool canShowWindow(const QString & /*program*/)
{
    return true;
}

} // namespace jettison
