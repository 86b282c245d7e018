// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/logfiltermodel.h"

#include "models/logmodel.h"

namespace jettison {

void LogFilterModel::setKinds(const QSet<Message::Kind> &kinds)
{
    m_kinds = kinds;
    invalidateFilter();
}

void LogFilterModel::setSearch(const QString &text)
{
    m_search = text;
    invalidateFilter();
}

bool LogFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex line = sourceModel()->index(row, LogModel::TextColumn, parent);
    const auto kind = Message::Kind(line.data(LogModel::KindRole).toInt());
    return (m_kinds.isEmpty() || m_kinds.contains(kind))
        && (m_search.isEmpty() || line.data().toString().contains(m_search, Qt::CaseInsensitive));
}

} // namespace jettison
