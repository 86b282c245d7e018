// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/logmodel.h"

#include <QTextStream>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

LogModel::LogModel(QObject *parent, int capacity)
    : QAbstractTableModel(parent),
      m_capacity(capacity)
{
}

void LogModel::append(const QList<Message> &messages)
{
    if (messages.isEmpty()) {
        return;
    }
    const qsizetype kept = std::min<qsizetype>(messages.size(), m_capacity);
    m_dropped += messages.size() - kept;
    makeRoom(kept);
    const QDateTime now = QDateTime::currentDateTime();
    beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + kept) - 1);
    for (const Message &message : messages.last(kept)) {
        m_entries << Entry{.time = now, .message = message};
    }
    endInsertRows();
}

// A tenth at once, so that a full log does not move all its lines for each new one.
void LogModel::makeRoom(qsizetype lines)
{
    if (m_entries.size() + lines <= m_capacity) {
        return;
    }
    const qsizetype needed = m_entries.size() + lines - m_capacity;
    const auto gone = int(std::clamp<qsizetype>(m_capacity / 10, needed, m_entries.size()));
    beginRemoveRows({}, 0, gone - 1);
    m_entries.remove(0, gone);
    m_dropped += gone;
    endRemoveRows();
}

void LogModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_dropped = 0;
    endResetModel();
}

QString LogModel::toText() const
{
    QString text;
    QTextStream stream(&text);
    if (m_dropped > 0) {
        stream << tr("(%L1 older lines are not kept)").arg(m_dropped) << '\n';
    }
    for (const Entry &entry : m_entries) {
        stream << entry.time.toString(Qt::ISODate) << ' ' << entry.message.text << '\n';
    }
    return text;
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Entry &entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == TimeColumn ? entry.time.toString(u"HH:mm:ss"_s) : entry.message.text;
    case Qt::ToolTipRole:
        if (index.column() == TimeColumn) {
            return index.row() == 0 && m_dropped > 0 ? tr("%L1 older lines are not kept").arg(m_dropped)
                                                     : QLocale().toString(entry.time, QLocale::LongFormat);
        }
        return entry.message.text;
    case KindRole:
        return int(entry.message.kind);
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == TimeColumn ? tr("Time") : tr("Line");
}

} // namespace jettison
