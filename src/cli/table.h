// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/terminal.h"

#include <QStringList>

namespace jettison::cli {

/// Rows of as many cells each, the titles first.
void printTable(const QList<QStringList> &rows, const Terminal &terminal);

} // namespace jettison::cli
