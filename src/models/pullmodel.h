// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pull.h"

#include <QAbstractTableModel>
#include <QHash>

namespace jettison {

/// The layers of a pull and how far each has come, in the order the engine named them.
class PullModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LayerColumn, StateColumn, BytesColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void update(const PullProgress &progress);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<PullProgress> m_layers;
    QHash<QString, int> m_rows;
};

} // namespace jettison
