// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imagefiles.h"

#include <QAbstractTableModel>

namespace jettison {

/// The biggest files of an image, or those that take room and cannot be seen in it. The most bytes first.
class FileListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Kind { Biggest, Wasted };
    /// The last one is the layer of a big file, or how many contents of a path are wasted.
    enum Column { PathColumn, SizeColumn, NumberColumn, ColumnCount };

    explicit FileListModel(Kind kind, QObject *parent = nullptr);

    void setFiles(ImageFilesPtr files);
    /// Only paths that have this in them.
    void setFilter(const QString &text);

    /// From the root.
    QString path(const QModelIndex &index) const;
    PathTree::Index pathIndex(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        PathTree::Index path = PathTree::Root;
        qint64 bytes = 0;
        int number = 0;
    };

    std::vector<Row> allRows() const;
    void build();

    Kind m_kind;
    ImageFilesPtr m_files = std::make_shared<const ImageFiles>();
    QString m_filter;
    std::vector<Row> m_rows;
};

} // namespace jettison
