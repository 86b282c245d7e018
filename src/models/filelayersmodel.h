// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imagefiles.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace jettison {

/// The layers of an image with what their files take and waste, below a row for the whole image.
class FileLayersModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LayerColumn, SizeColumn, WastedColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// `titles` say what made each layer.
    void setFiles(ImageFilesPtr files, const QStringList &titles);
    /// Its place in ImageFiles::layers(); -1 for the whole image.
    static int layer(const QModelIndex &index) { return index.row() - 1; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString title(int layer) const;

    ImageFilesPtr m_files = std::make_shared<const ImageFiles>();
    QStringList m_titles;
};

} // namespace jettison
