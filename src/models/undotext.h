// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/undograde.h"
#include "models/messages.h"

#include <QStringList>

/// Texts about backups, and what they are good for.
namespace jettison::undotext {

/// `Saving: 12 MB of about 40 MB, 5 seconds left`
QString progress(const BackupProgress &progress);
/// What is in a backup, such as `3 images, 1 container`.
QString contents(const Backup &backup);
/// What an undo of it asks registries for: `2 images will be pulled again from a registry`. Empty if nothing.
QString pulls(const Backup &backup);

/// All of it, a line each: images with their names, names, containers.
QStringList details(const Backup &backup);
/// What of it no undo brings back, a line each.
QStringList losses(const Backup &backup);

/// How an image could come back: `can be pulled again`. Empty where that goes without saying.
QString grade(const UndoGrade &grade);
/// The same of a platform that goes alone.
QString platformGrade(const RemovalPlan &plan);
/// What no undo of the plan would bring back, a line each.
QStringList losses(const RemovalPlan &plan);

/// What a removal kept, or why it could keep nothing, and which backups went for it.
QList<Message> kept(const RemovalReport &report);

} // namespace jettison::undotext
