// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>

namespace jettison {

/// Of the hue (0 is red), as light or dark as is readable on the background.
inline QColor readableColor(int hue, const QColor &background)
{
    constexpr int Middle = 128;
    constexpr int OnDark = 180;
    constexpr int OnLight = 75;
    constexpr int Saturation = 190;
    return QColor::fromHsl(hue, Saturation, background.lightness() < Middle ? OnDark : OnLight);
}

} // namespace jettison
