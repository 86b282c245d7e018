// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QScreen>
#include <QWidget>

namespace jettison {

/// No bigger than the screen, of which the frame needs some as well: a button below its edge is out of reach.
inline void fitScreen(QWidget &window)
{
    window.resize(window.size().boundedTo(window.screen()->availableSize() * 0.9));
}

} // namespace jettison
