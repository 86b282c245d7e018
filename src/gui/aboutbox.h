// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

class QWidget;

namespace jettison {

/// Says what this program is.
void showAbout(QWidget *window);

} // namespace jettison
