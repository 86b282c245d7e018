// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imageimport.h"

#include <QAbstractTableModel>

namespace jettison {

/// The images of an archive, each with a check box: what is checked is to come.
class ImportModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NamesColumn, PlatformsColumn, SizeColumn, StateColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// All that the store can have is checked.
    void setPreview(const ImportPreview &preview);
    const ImportPreview &preview() const { return m_preview; }
    /// What is checked, by the IDs of the archive.
    QList<RemovalTarget> targets() const;
    void checkAll(bool checked);
    /// While it is imported nothing can be changed.
    void setFrozen(bool frozen);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const ImportPreview::Entry &entry, Column column) const;

    ImportPreview m_preview;
    std::vector<bool> m_isChecked;
    bool m_isFrozen = false;
};

} // namespace jettison
