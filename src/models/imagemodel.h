// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imageshares.h"
#include "core/removaltarget.h"
#include "core/snapshot.h"

#include <QAbstractItemModel>
#include <QHash>

namespace jettison {

/// The images of a snapshot, a row each; below an image with several references, a row for each of them, and
/// below one for several platforms a row for each of these, which can only be looked at.
class ImageModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        RepositoryColumn,
        TagColumn,
        IdColumn,
        CreatedColumn,
        SizeColumn,
        UniqueColumn,
        UsedByColumn,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole, ///< raw values
        SearchRole, ///< all that a person may look for, in one text
        IntermediateRole,
        DanglingRole,
        UsedRole,
        LayersRole, ///< the chain IDs and diff IDs of all its layers, in one text
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Rows of images that stay are kept, so that selections and scroll places survive.
    void setSnapshot(SnapshotPtr snapshot);
    const SnapshotPtr &snapshot() const { return m_snapshot; }

    /// For a reference's or a platform's row just that, for any other the whole image.
    RemovalTarget target(const QModelIndex &index) const;
    /// A reference's text for its row; for an image all its references, or its ID if it has none.
    QStringList names(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        /// Never used again, so that a child row knows its image wherever that moves.
        quintptr key = 0;
        Snapshot::Index image = Snapshot::None;
        /// Of the first child rows: empty if the image has only one.
        QList<Reference> references;
        /// Of the child rows behind these.
        QList<ImageVariant> variants;
    };

    static bool isChild(const QModelIndex &index) { return index.internalId() != 0; }
    /// Null for any other row.
    const Reference *referenceOf(const QModelIndex &index) const;
    const ImageVariant *variantOf(const QModelIndex &index) const;
    int rowNumberOf(const QModelIndex &index) const;
    const Row &rowOf(const QModelIndex &index) const;
    const Image &imageOf(const QModelIndex &index) const;
    QVariant imageText(const QModelIndex &index) const;
    QVariant text(const QModelIndex &index) const;
    QVariant referenceText(const QModelIndex &index) const;
    QVariant variantCell(const QModelIndex &index) const;
    QString variantState(const ImageVariant &variant) const;
    QString toolTip(const QModelIndex &index) const;
    QVariant sortValue(const QModelIndex &index) const;
    QString searchText(const QModelIndex &index) const;
    const Share &shareOf(const QModelIndex &index) const;

    void removeRowsNotIn(const Snapshot &next);
    void moveRowsTo(SnapshotPtr next);
    void setReferences(int row, const QList<Reference> &references);
    void setVariants(int row, const QList<ImageVariant> &variants);
    void appendNewRows();
    void noteRowNumbers();

    SnapshotPtr m_snapshot = std::make_shared<const Snapshot>();
    ImageShares m_shares{*m_snapshot};
    QList<Row> m_rows;
    QHash<quintptr, int> m_rowNumbers;
    quintptr m_lastKey = 0;
};

} // namespace jettison
