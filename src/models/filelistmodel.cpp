// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/filelistmodel.h"

#include "models/formatting.h"

#include <QLocale>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr int BiggestShown = 500;

} // namespace

FileListModel::FileListModel(Kind kind, QObject *parent)
    : QAbstractTableModel(parent),
      m_kind(kind)
{
}

void FileListModel::setFiles(ImageFilesPtr files)
{
    beginResetModel();
    m_files = std::move(files);
    build();
    endResetModel();
}

void FileListModel::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = text.trimmed();
    build();
    endResetModel();
}

std::vector<FileListModel::Row> FileListModel::allRows() const
{
    std::vector<Row> rows;
    if (m_kind == Kind::Wasted) {
        for (const ImageFiles::WastedPath &wasted : m_files->wasted()) {
            rows.push_back({.path = wasted.path, .bytes = wasted.bytes, .number = wasted.times});
        }
        return rows;
    }
    for (const int position : m_files->biggest(BiggestShown)) {
        const ImageFiles::TopFile &file = m_files->top()[size_t(position)];
        const int layer = m_files->entries()[size_t(file.entry)].layer;
        rows.push_back({.path = file.path, .bytes = file.size, .number = layer + 1});
    }
    return rows;
}

void FileListModel::build()
{
    m_rows = allRows();
    if (!m_filter.isEmpty()) {
        std::erase_if(m_rows, [this](const Row &row) {
            return !(u'/' + m_files->paths().path(row.path)).contains(m_filter, Qt::CaseInsensitive);
        });
    }
}

QString FileListModel::path(const QModelIndex &index) const
{
    return u'/' + m_files->paths().path(pathIndex(index));
}

PathTree::Index FileListModel::pathIndex(const QModelIndex &index) const
{
    return m_rows[size_t(index.row())].path;
}

int FileListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FileListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FileListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Row &row = m_rows[size_t(index.row())];
    if (role == Qt::ToolTipRole) {
        return tr("%1\n%L2 bytes").arg(path(index)).arg(row.bytes);
    }
    if (role == Qt::TextAlignmentRole && index.column() != PathColumn) {
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(index.column())) {
    case PathColumn:
        return path(index);
    case SizeColumn:
        return formatSize(row.bytes);
    case NumberColumn:
        return QLocale().toString(row.number);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FileListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case PathColumn:
        return tr("Path");
    case SizeColumn:
        return m_kind == Kind::Wasted ? tr("Wasted") : tr("Size");
    case NumberColumn:
        return m_kind == Kind::Wasted ? tr("Times") : tr("Layer");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace jettison
