// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace jettison {

/// Told of each file that was chosen, as long as the window that asked is there.
using PathListener = std::function<void(const QString &path)>;

/// Ask in a dialog, and return at once.
void chooseArchives(QWidget *window, const PathListener &chosen);
void chooseLayout(QWidget *window, const PathListener &chosen);

} // namespace jettison
