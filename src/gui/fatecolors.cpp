// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/fatecolors.h"

#include "gui/readablecolor.h"

#include <QPalette>

namespace jettison {

namespace {

constexpr int Red = 0;
constexpr int Blue = 210;

} // namespace

QColor goingColor(const QPalette &palette)
{
    return readableColor(Red, palette.color(QPalette::Base));
}

QColor stayingColor(const QPalette &palette)
{
    return readableColor(Blue, palette.color(QPalette::Base));
}

QColor mixedColor(const QColor &from, const QColor &to, double share)
{
    const auto mixed = [share](int a, int b) { return int(a + (b - a) * share); };
    return {mixed(from.red(), to.red()), mixed(from.green(), to.green()), mixed(from.blue(), to.blue())};
}

} // namespace jettison
