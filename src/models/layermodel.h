// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removaleffect.h"
#include "core/snapshot.h"

#include <QAbstractItemModel>

#include <vector>

namespace jettison {

/// The layers of a store as a tree, base layers at its roots. Layers one above the other without a branch and
/// without an image that ends between them fold into one row, which opens: its first child then holds the
/// layers, the others are what grows on them. Where nothing grows on them, its children are the layers.
class LayerModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { LayerColumn, SizeColumn, ImagesColumn, EndingColumn, FateColumn, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    /// Resets the model. keyOf() tells which rows are the same as before.
    void setSnapshot(SnapshotPtr snapshot);
    void setEffect(RemovalEffect effect);
    const Snapshot &snapshot() const { return *m_snapshot; }

    /// The layers that a row stands for, the lowest first.
    std::vector<LayerGraph::Index> layers(const QModelIndex &index) const;
    /// Goes: all of them.
    RemovalEffect::Fate fate(const QModelIndex &index) const;
    /// The lowest layer of the first that go; invalid if none does.
    QModelIndex firstGoing() const;
    /// The same for the same row of every snapshot.
    QString keyOf(const QModelIndex &index) const;
    /// Invalid if there is no such row.
    QModelIndex indexOf(const QString &key) const;
    /// The row of that layer alone, or of the fold in which it is.
    QModelIndex indexOf(LayerGraph::Index layer) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    enum class Kind : quint8 {
        Chain, ///< one layer, or several folded
        Content, ///< the layers of a fold on which others grow
        Part, ///< one layer of a fold
    };
    /// Number of a row in m_rows.
    using RowId = int;
    struct Row
    {
        Kind kind = Kind::Chain;
        LayerGraph::Index top = LayerGraph::None;
        /// Layers it stands for, `top` the last.
        int length = 1;
        RowId parent = -1;
        int position = 0;
        std::vector<RowId> children = {};
    };

    const Row &rowOf(const QModelIndex &index) const { return m_rows[size_t(index.internalId())]; }
    QModelIndex indexOfRow(RowId row) const;
    LayerGraph::Index bottom(const Row &row) const;
    void build();
    RowId add(Kind kind, LayerGraph::Index top, int length, RowId parent);
    RowId addChain(LayerGraph::Index bottom, RowId parent);
    void addParts(const Row &fold, RowId parent);
    RemovalEffect::Fate fate(const Row &row, const RemovalEffect &effect) const;
    QString text(const Row &row, Column column) const;
    QString title(const Row &row) const;

    SnapshotPtr m_snapshot = std::make_shared<const Snapshot>();
    RemovalEffect m_effect;
    std::vector<Row> m_rows;
    std::vector<RowId> m_roots;
    /// Of each layer.
    std::vector<RowId> m_rowOfLayer;
};

} // namespace jettison
