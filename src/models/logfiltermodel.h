// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "models/messages.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace jettison {

/// The lines of a LogModel of some kinds, with a text in them.
class LogFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// Empty means all.
    void setKinds(const QSet<Message::Kind> &kinds);
    void setSearch(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QSet<Message::Kind> m_kinds;
    QString m_search;
};

} // namespace jettison
