// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/filelayersmodel.h"

#include "models/formatting.h"

namespace jettison {

using namespace Qt::StringLiterals;

void FileLayersModel::setFiles(ImageFilesPtr files, const QStringList &titles)
{
    beginResetModel();
    m_files = std::move(files);
    m_titles = titles;
    endResetModel();
}

int FileLayersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_files->layers().size()) + 1;
}

int FileLayersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FileLayersModel::title(int layer) const
{
    return layer < 0 ? tr("The whole image") : tr("%L1. %2").arg(layer + 1).arg(m_titles.value(layer));
}

QVariant FileLayersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const int at = layer(index);
    const bool isImage = at < 0;
    const qint64 size = isImage ? m_files->size() : m_files->layers()[size_t(at)].size;
    const qint64 wasted = isImage ? m_files->wastedBytes() : m_files->layers()[size_t(at)].wasted;
    if (role == Qt::ToolTipRole) {
        return isImage ? title(at) : tr("%1\n%2").arg(title(at), m_files->layers()[size_t(at)].diffId.text());
    }
    if (role == Qt::TextAlignmentRole && index.column() != LayerColumn) {
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(index.column())) {
    case LayerColumn:
        return title(at);
    case SizeColumn:
        return formatSize(size);
    case WastedColumn:
        return wasted == 0 ? QString() : formatSize(wasted);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FileLayersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case LayerColumn:
        return tr("Layer");
    case SizeColumn:
        return tr("Size");
    case WastedColumn:
        return tr("Wasted");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace jettison
