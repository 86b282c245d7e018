// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>

class QPalette;

namespace jettison {

/// Of text and lines on the palette's base that belong to a layer that goes. Never the only mark of it.
QColor goingColor(const QPalette &palette);
/// The same for a chosen layer that stays.
QColor stayingColor(const QPalette &palette);
/// `share` of 0 is all `from`, 1 all `to`.
QColor mixedColor(const QColor &from, const QColor &to, double share);

} // namespace jettison
