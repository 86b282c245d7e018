// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/backupmodel.h"

#include "models/formatting.h"
#include "models/undotext.h"

#include <QLocale>

namespace jettison {

namespace {

QVariant sortKey(const Backup &backup, BackupModel::Column column)
{
    switch (column) {
    case BackupModel::ContentColumn:
        return backup.deleted().size();
    case BackupModel::EndpointColumn:
        return backup.store.endpoint;
    case BackupModel::SizeColumn:
        return backup.size;
    case BackupModel::UndoneColumn:
        return backup.undone;
    default:
        return backup.time;
    }
}

} // namespace

void BackupModel::setBackups(const QList<Backup> &backups)
{
    beginResetModel();
    m_backups = backups;
    endResetModel();
}

int BackupModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_backups.size());
}

int BackupModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BackupModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Backup &backup = m_backups[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(backup, Column(index.column()));
    case SortRole:
        return sortKey(backup, Column(index.column()));
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QString BackupModel::text(const Backup &backup, Column column) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    switch (column) {
    case TimeColumn:
        return QLocale().toString(backup.time.toLocalTime(), QLocale::ShortFormat);
    case ContentColumn:
        return undotext::contents(backup);
    case EndpointColumn:
        return backup.store.endpoint;
    case SizeColumn:
        if (!backup.hasArchive()) {
            return backup.pullable.isEmpty() ? tr("names only") : tr("to be pulled");
        }
        return formatSize(backup.size);
    case AgeColumn:
        return formatAge(backup.time, now);
    case UndoneColumn:
        return backup.undone.isValid() ? formatAge(backup.undone, now) : tr("no");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant BackupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case TimeColumn:
        return tr("Time");
    case ContentColumn:
        return tr("Content");
    case EndpointColumn:
        return tr("Store");
    case SizeColumn:
        return tr("Size");
    case AgeColumn:
        return tr("Age");
    case UndoneColumn:
        return tr("Undone");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace jettison
