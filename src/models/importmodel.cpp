// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/importmodel.h"

#include "models/formatting.h"
#include "models/transfertext.h"

namespace jettison {

void ImportModel::setPreview(const ImportPreview &preview)
{
    beginResetModel();
    m_preview = preview;
    m_isChecked.clear();
    for (const ImportPreview::Entry &entry : preview.images) {
        m_isChecked.push_back(entry.isPossible);
    }
    endResetModel();
}

QList<RemovalTarget> ImportModel::targets() const
{
    QList<RemovalTarget> targets;
    for (qsizetype i = 0; i < m_preview.images.size(); ++i) {
        if (m_isChecked[size_t(i)]) {
            targets << RemovalTarget{.image = m_preview.images[i].image.id};
        }
    }
    return targets;
}

void ImportModel::checkAll(bool checked)
{
    for (qsizetype i = 0; i < m_preview.images.size(); ++i) {
        m_isChecked[size_t(i)] = checked && m_preview.images[i].isPossible;
    }
    if (!m_preview.images.isEmpty()) {
        Q_EMIT dataChanged(index(0, NamesColumn), index(rowCount() - 1, NamesColumn), {Qt::CheckStateRole});
    }
}

void ImportModel::setFrozen(bool frozen)
{
    m_isFrozen = frozen;
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_preview.images.size());
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return {};
    }
    if (!m_preview.images[index.row()].isPossible) {
        return Qt::ItemNeverHasChildren | Qt::ItemIsSelectable;
    }
    const Qt::ItemFlags flags = Qt::ItemNeverHasChildren | Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    return index.column() == NamesColumn && !m_isFrozen ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const ImportPreview::Entry &entry = m_preview.images[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(entry, Column(index.column()));
    case Qt::CheckStateRole:
        return index.column() == NamesColumn
            ? QVariant(m_isChecked[size_t(index.row())] ? Qt::Checked : Qt::Unchecked)
            : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable)) {
        return false;
    }
    m_isChecked[size_t(index.row())] = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

QString ImportModel::text(const ImportPreview::Entry &entry, Column column) const
{
    switch (column) {
    case NamesColumn:
        return transfertext::names(entry);
    case PlatformsColumn:
        return transfertext::platforms(entry);
    case SizeColumn:
        return formatSize(entry.image.size);
    case StateColumn:
        return transfertext::state(entry);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case NamesColumn:
        return tr("Image");
    case PlatformsColumn:
        return tr("Platform");
    case SizeColumn:
        return tr("Size");
    case StateColumn:
        return tr("In the store");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace jettison
