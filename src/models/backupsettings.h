// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backup.h"

class QSettings;

/// What a person has settled about backups, between two starts.
namespace jettison::backupsettings {

/// `folder` is where backups are kept unless the settings say otherwise.
BackupRules read(const QSettings &settings, const QString &folder);
void write(const BackupRules &rules, QSettings &settings);

} // namespace jettison::backupsettings
