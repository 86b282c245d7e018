// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalreport.h"

#include <QStringList>

/// Texts about what no undo brings back.
namespace jettison::undotext {

/// Images and platforms that will go for good, or that went; empty if none. One line, whatever their number.
QString goneText(const RemovalPlan &plan);
QString goneText(const RemovalReport &report);
/// Removals that an undo passes over, because they cannot be undone: a line each, but not for ever.
QStringList passedOver(const QList<Backup> &backups);

} // namespace jettison::undotext
