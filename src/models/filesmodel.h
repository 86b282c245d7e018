// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/filetree.h"

#include <QAbstractItemModel>

namespace jettison {

/// The files of one layer, or of an image as it is seen, by their folders. Sorted in each folder, the biggest
/// first unless it is told otherwise. Fast with some 100,000 files: rows are made on demand.
class FilesModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, SizeColumn, ModeColumn, LayerColumn, ChangeColumn, ColumnCount };

    static constexpr int WholeImage = -1;

    using QAbstractItemModel::QAbstractItemModel;

    /// Resets the model. `layer` is a place in ImageFiles::layers(), or WholeImage.
    void setFiles(ImageFilesPtr files, int layer);
    /// Only what has this in its name, or with a slash in its path; with all that is in such a folder. Resets
    /// the model.
    void setFilter(const QString &text);
    /// Files and folders that pass the filter.
    int shownRows() const { return m_shownRows; }

    /// From the root: `/etc/hosts`.
    QString path(const QModelIndex &index) const;
    /// A whiteout.
    bool isHiding(const QModelIndex &index) const;
    /// Invalid if it is not shown.
    QModelIndex indexOf(PathTree::Index path) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    /// Number of a row in m_tree.
    using RowId = int;

    const FileTree::Row &rowOf(RowId id) const { return m_tree.rows[size_t(id)]; }
    const FileEntry *entryOf(RowId id) const;
    QModelIndex indexOfRow(RowId id, int column = 0) const;
    std::vector<bool> findShown() const;
    void build();
    void sortRows();
    bool isBefore(RowId one, RowId other) const;
    QString text(RowId id, Column column) const;
    QString toolTip(RowId id) const;

    ImageFilesPtr m_files = std::make_shared<const ImageFiles>();
    int m_layer = WholeImage;
    FileTree m_tree;
    QString m_filter;
    Column m_sortColumn = SizeColumn;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    /// The rows that are shown, those of a folder together; where those of each row begin, the root first;
    /// and the place of each row among those.
    std::vector<RowId> m_children;
    std::vector<int> m_begin{0, 0};
    std::vector<int> m_position;
    int m_shownRows = 0;
};

} // namespace jettison
