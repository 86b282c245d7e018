// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/filesmodel.h"

#include "models/filestext.h"
#include "models/formatting.h"

#include <QLocale>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

void FilesModel::setFiles(ImageFilesPtr files, int layer)
{
    beginResetModel();
    m_files = std::move(files);
    m_layer = layer;
    m_tree = layer == WholeImage ? FileTree::ofImage(*m_files) : FileTree::ofLayer(*m_files, layer);
    build();
    endResetModel();
}

void FilesModel::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = text.trimmed();
    build();
    endResetModel();
}

const FileEntry *FilesModel::entryOf(RowId id) const
{
    const int entry = rowOf(id).entry;
    return entry < 0 ? nullptr : &m_files->entries()[size_t(entry)];
}

// What fits, all that is in it, and the folders that lead there.
std::vector<bool> FilesModel::findShown() const
{
    std::vector<bool> isShown(m_tree.rows.size(), m_filter.isEmpty());
    if (m_filter.isEmpty()) {
        return isShown;
    }
    const bool isPath = m_filter.contains(u'/');
    for (size_t i = 0; i < isShown.size(); ++i) {
        const FileTree::Row &row = m_tree.rows[i];
        const bool isInside = row.parent >= 0 && isShown[size_t(row.parent)];
        isShown[i] = isInside
            || (isPath ? u'/' + m_files->paths().path(row.path) : m_files->paths().name(row.path))
                   .contains(m_filter, Qt::CaseInsensitive);
    }
    for (size_t i = isShown.size(); i-- > 0;) {
        const int parent = m_tree.rows[i].parent;
        if (isShown[i] && parent >= 0) {
            isShown[size_t(parent)] = true;
        }
    }
    return isShown;
}

void FilesModel::build()
{
    const std::vector<bool> isShown = findShown();
    const size_t rows = m_tree.rows.size();
    m_begin.assign(rows + 2, 0);
    for (size_t i = 0; i < rows; ++i) {
        m_begin[size_t(m_tree.rows[i].parent + 2)] += isShown[i] ? 1 : 0;
    }
    for (size_t i = 1; i < m_begin.size(); ++i) {
        m_begin[i] += m_begin[i - 1];
    }
    m_shownRows = m_begin.back();
    m_children.assign(size_t(m_shownRows), 0);
    std::vector<int> next(m_begin.begin(), m_begin.end() - 1);
    for (size_t i = 0; i < rows; ++i) {
        if (isShown[i]) {
            m_children[size_t(next[size_t(m_tree.rows[i].parent + 1)]++)] = RowId(i);
        }
    }
    sortRows();
}

void FilesModel::sortRows()
{
    m_position.assign(m_tree.rows.size(), -1);
    for (size_t folder = 0; folder + 1 < m_begin.size(); ++folder) {
        const auto begin = m_children.begin() + m_begin[folder];
        const auto end = m_children.begin() + m_begin[folder + 1];
        std::sort(begin, end, [this](RowId one, RowId other) { return isBefore(one, other); });
        for (auto at = begin; at != end; ++at) {
            m_position[size_t(*at)] = int(at - begin);
        }
    }
}

bool FilesModel::isBefore(RowId one, RowId other) const
{
    const auto number = [this](RowId id) -> qint64 {
        const FileEntry *entry = entryOf(id);
        switch (m_sortColumn) {
        case SizeColumn:
            return rowOf(id).bytes;
        case ModeColumn:
            return entry ? entry->mode : 0;
        case LayerColumn:
            return entry ? entry->layer : -1;
        case ChangeColumn:
            return entry ? entry->change.bytes : 0;
        default:
            return 0;
        }
    };
    const qint64 difference = number(one) - number(other);
    if (difference != 0) {
        return (difference < 0) == (m_sortOrder == Qt::AscendingOrder);
    }
    const int names = m_files->paths()
                          .name(rowOf(one).path)
                          .compare(m_files->paths().name(rowOf(other).path), Qt::CaseInsensitive);
    if (names != 0) {
        return m_sortColumn == NameColumn && m_sortOrder == Qt::DescendingOrder ? names > 0 : names < 0;
    }
    return one < other;
}

void FilesModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    m_sortColumn = Column(column);
    m_sortOrder = order;
    sortRows();
    const QModelIndexList before = persistentIndexList();
    for (const QModelIndex &index : before) {
        changePersistentIndex(index, indexOfRow(RowId(index.internalId()), index.column()));
    }
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

QString FilesModel::path(const QModelIndex &index) const
{
    const auto id = RowId(index.internalId());
    const FileEntry *entry = entryOf(id);
    const bool isWhiteout = m_layer != WholeImage && entry && entry->change.kind == FileChange::Kind::Hides;
    return isWhiteout ? filestext::path(*m_files, *entry) : u'/' + m_files->paths().path(rowOf(id).path);
}

bool FilesModel::isHiding(const QModelIndex &index) const
{
    const FileEntry *entry = entryOf(RowId(index.internalId()));
    return entry && entry->change.kind == FileChange::Kind::Hides;
}

QModelIndex FilesModel::indexOf(PathTree::Index path) const
{
    const auto row = std::ranges::find(m_tree.rows, path, &FileTree::Row::path);
    const auto id = RowId(row - m_tree.rows.begin());
    return row == m_tree.rows.end() || m_position[size_t(id)] < 0 ? QModelIndex() : indexOfRow(id);
}

QModelIndex FilesModel::indexOfRow(RowId id, int column) const
{
    return createIndex(m_position[size_t(id)], column, quintptr(id));
}

QModelIndex FilesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    const size_t folder = parent.isValid() ? size_t(parent.internalId()) + 1 : 0;
    return createIndex(row, column, quintptr(m_children[size_t(m_begin[folder] + row)]));
}

QModelIndex FilesModel::parent(const QModelIndex &child) const
{
    const int parent = child.isValid() ? rowOf(RowId(child.internalId())).parent : -1;
    return parent < 0 ? QModelIndex() : indexOfRow(parent);
}

int FilesModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0) {
        return 0;
    }
    const size_t folder = parent.isValid() ? size_t(parent.internalId()) + 1 : 0;
    return m_begin[folder + 1] - m_begin[folder];
}

int FilesModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

QVariant FilesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const auto id = RowId(index.internalId());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(id, column);
    case Qt::ToolTipRole:
        return toolTip(id);
    case Qt::TextAlignmentRole:
        return column == SizeColumn || column == LayerColumn
            ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
            : QVariant();
    default:
        return {};
    }
}

// In an image the file is called as it is found there, whatever its layer calls it.
QString FilesModel::text(RowId id, Column column) const
{
    const FileTree::Row &row = rowOf(id);
    const FileEntry *entry = entryOf(id);
    switch (column) {
    case NameColumn:
        return entry && entry->path == row.path ? filestext::name(*m_files, *entry)
                                                : m_files->paths().name(row.path);
    case SizeColumn:
        return isHiding(indexOfRow(id)) ? QString() : formatSize(row.bytes);
    case ModeColumn:
        return entry ? filestext::mode(*entry) : QString();
    case LayerColumn:
        return entry ? QLocale().toString(entry->layer + 1) : QString();
    case ChangeColumn:
        return entry ? filestext::change(*entry) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QString FilesModel::toolTip(RowId id) const
{
    const FileTree::Row &row = rowOf(id);
    QStringList lines{path(indexOfRow(id)), tr("%L1 bytes").arg(row.bytes)};
    if (row.isFolder) {
        lines << tr("%Ln file(s) in it", nullptr, row.files);
    }
    if (const FileEntry *entry = entryOf(id)) {
        lines
            << tr("%1, owner %2, group %3").arg(filestext::mode(*entry)).arg(entry->owner).arg(entry->group);
        lines << (entry->change.lower < 0
                ? filestext::change(*entry)
                : tr("%1, of layer %L2").arg(filestext::change(*entry)).arg(entry->change.lower + 1));
    }
    return lines.join(u'\n');
}

QVariant FilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case NameColumn:
        return tr("Name");
    case SizeColumn:
        return tr("Size");
    case ModeColumn:
        return tr("Mode");
    case LayerColumn:
        return tr("Layer");
    case ChangeColumn:
        return tr("Change");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace jettison
