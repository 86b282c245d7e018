// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/backupsettings.h"

#include <QSettings>

namespace jettison::backupsettings {

using namespace Qt::StringLiterals;

namespace {

const QString FolderKey = u"backups/folder"_s;
const QString AlwaysKey = u"backups/always"_s;
const QString MaxSizeKey = u"backups/maxSize"_s;
const QString MaxDaysKey = u"backups/maxDays"_s;

} // namespace

BackupRules read(const QSettings &settings, const QString &folder)
{
    const QString chosen = settings.value(FolderKey).toString();
    return {.folder = chosen.isEmpty() ? folder : chosen,
        .always = settings.value(AlwaysKey, false).toBool(),
        .limits = {.size = settings.value(MaxSizeKey, 0).toLongLong(),
            .days = settings.value(MaxDaysKey, 0).toInt()}};
}

void write(const BackupRules &rules, QSettings &settings)
{
    settings.setValue(AlwaysKey, rules.always);
    settings.setValue(MaxSizeKey, rules.limits.size);
    settings.setValue(MaxDaysKey, rules.limits.days);
}

} // namespace jettison::backupsettings
