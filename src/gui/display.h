// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace jettison {

/// Whether a window can be shown. Qt ends the program if it tries and cannot, so this asks first. `program`
/// is this program's own file: where only a try can tell, it is started with `displayProbe` to make one.
bool canShowWindow(const QString &program);

/// The argument at which `main` does nothing but connect to the display.
inline constexpr auto displayProbe = "--probe-display";

} // namespace jettison
