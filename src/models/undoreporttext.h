// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backuptask.h"
#include "core/undoreport.h"
#include "models/messages.h"

#include <QStringList>

#include <optional>

/// Texts about what was done with backups.
namespace jettison::undotext {

/// Of a dry run: how each image would come back, a line each.
QStringList forecast(const UndoReport &report);
/// What went wrong in an undo, or cannot come back.
QList<Message> remarks(const UndoReport &report);
/// One line at the end.
Message summary(const UndoReport &report);
/// What came of something else that was done with a backup.
Message handled(const BackupTask &task, const std::optional<Error> &error);

} // namespace jettison::undotext
