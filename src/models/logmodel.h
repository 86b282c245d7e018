// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "models/messages.h"

#include <QAbstractTableModel>
#include <QTime>

namespace jettison {

/// What happened, oldest first. Keeps the newest `capacity` lines, and says so when older ones go.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, TextColumn, ColumnCount };
    enum Role { KindRole = Qt::UserRole };

    explicit LogModel(QObject *parent = nullptr, int capacity = 100'000);

    void append(const QList<Message> &messages);
    void clear();
    /// All lines with date and time, as a text file has them.
    QString toText() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Entry
    {
        QDateTime time;
        Message message;
    };

    void makeRoom(qsizetype lines);

    int m_capacity = 0;
    qint64 m_dropped = 0;
    QList<Entry> m_entries;
};

} // namespace jettison
