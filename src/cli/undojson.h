// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/undoreport.h"

#include <QJsonArray>
#include <QJsonObject>

namespace jettison::cli {

/// The backups of `undo --list --format json`.
QJsonArray backupsToJson(const QList<Backup> &backups);

/// The object of `undo --format json`.
QJsonObject undoToJson(const UndoReport &report);

} // namespace jettison::cli
