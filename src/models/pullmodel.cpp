// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/pullmodel.h"

#include "models/formatting.h"
#include "models/messages.h"

namespace jettison {

namespace {

QString bytesText(const PullProgress &layer)
{
    if (layer.total > 0) {
        return PullModel::tr("%1 of %2").arg(formatSize(layer.current), formatSize(layer.total));
    }
    return layer.current > 0 ? formatSize(layer.current) : QString();
}

} // namespace

void PullModel::clear()
{
    beginResetModel();
    m_layers.clear();
    m_rows.clear();
    endResetModel();
}

void PullModel::update(const PullProgress &progress)
{
    const auto known = m_rows.constFind(progress.layer);
    if (known == m_rows.constEnd()) {
        const auto row = int(m_layers.size());
        beginInsertRows({}, row, row);
        m_layers << progress;
        m_rows.insert(progress.layer, row);
        endInsertRows();
        return;
    }
    m_layers[*known] = progress;
    Q_EMIT dataChanged(index(*known, 0), index(*known, ColumnCount - 1));
}

int PullModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_layers.size());
}

int PullModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PullModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && index.column() == BytesColumn) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const PullProgress &layer = m_layers[index.row()];
    switch (Column(index.column())) {
    case LayerColumn:
        return layer.layer;
    case StateColumn:
        return messages::pullState(layer.state);
    case BytesColumn:
        return bytesText(layer);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant PullModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case LayerColumn:
        return tr("Layer");
    case StateColumn:
        return tr("State");
    case BytesColumn:
        return tr("Bytes");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace jettison
