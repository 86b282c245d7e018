// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backup.h"

#include <QAbstractTableModel>

namespace jettison {

/// The backups that are kept, a row each.
class BackupModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        ContentColumn,
        EndpointColumn,
        SizeColumn,
        AgeColumn,
        UndoneColumn,
        ColumnCount
    };
    /// What a column is sorted by: numbers and times, not their texts.
    enum Role { SortRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setBackups(const QList<Backup> &backups);
    const QList<Backup> &backups() const { return m_backups; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const Backup &backup, Column column) const;

    QList<Backup> m_backups;
};

} // namespace jettison
