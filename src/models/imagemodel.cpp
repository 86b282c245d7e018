// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/imagemodel.h"

#include "models/formatting.h"
#include "models/imagetext.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

QList<Reference> childReferences(const Image &image)
{
    return image.references.size() > 1 ? image.references : QList<Reference>();
}

bool isBytes(int column)
{
    return column == ImageModel::SizeColumn || column == ImageModel::UniqueColumn;
}

} // namespace

void ImageModel::setSnapshot(SnapshotPtr snapshot)
{
    removeRowsNotIn(*snapshot);
    moveRowsTo(std::move(snapshot));
    appendNewRows();
}

void ImageModel::removeRowsNotIn(const Snapshot &next)
{
    const auto isGone = [&](int row) { return !next.image(m_snapshot->images()[m_rows[row].image].id); };
    for (auto last = int(m_rows.size()) - 1; last >= 0; --last) {
        if (!isGone(last)) {
            continue;
        }
        int first = last;
        while (first > 0 && isGone(first - 1)) {
            --first;
        }
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        noteRowNumbers();
        endRemoveRows();
        last = first;
    }
}

void ImageModel::moveRowsTo(SnapshotPtr next)
{
    const SnapshotPtr before = std::exchange(m_snapshot, std::move(next));
    m_shares = ImageShares(*m_snapshot);
    for (Row &row : m_rows) {
        row.image = m_snapshot->find(before->images()[row.image].id);
    }
    for (int i = 0; i < m_rows.size(); ++i) {
        const Image &image = m_snapshot->images()[m_rows[i].image];
        setVariants(i, shownVariants(image));
        setReferences(i, childReferences(image));
    }
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    }
}

// Both lists stand in the order of a snapshot, so what stays keeps its order.
void ImageModel::setReferences(int row, const QList<Reference> &references)
{
    const QModelIndex parent = index(row, 0);
    QList<Reference> &shown = m_rows[row].references;
    for (auto i = int(shown.size()) - 1; i >= 0; --i) {
        if (!references.contains(shown[i])) {
            beginRemoveRows(parent, i, i);
            shown.removeAt(i);
            endRemoveRows();
        }
    }
    for (int i = 0; i < references.size(); ++i) {
        if (i >= shown.size() || shown[i] != references[i]) {
            beginInsertRows(parent, i, i);
            shown.insert(i, references[i]);
            endInsertRows();
        }
    }
}

void ImageModel::setVariants(int row, const QList<ImageVariant> &variants)
{
    QList<ImageVariant> &shown = m_rows[row].variants;
    if (shown == variants) {
        return;
    }
    const QModelIndex parent = index(row, 0);
    const auto first = int(m_rows[row].references.size());
    if (!shown.isEmpty()) {
        beginRemoveRows(parent, first, first + int(shown.size()) - 1);
        shown.clear();
        endRemoveRows();
    }
    if (!variants.isEmpty()) {
        beginInsertRows(parent, first, first + int(variants.size()) - 1);
        shown = variants;
        endInsertRows();
    }
}

void ImageModel::appendNewRows()
{
    QSet<Snapshot::Index> known;
    for (const Row &row : std::as_const(m_rows)) {
        known.insert(row.image);
    }
    QList<Row> added;
    for (Snapshot::Index i = 0; i < m_snapshot->images().size(); ++i) {
        if (!known.contains(i)) {
            const Image &image = m_snapshot->images()[i];
            added << Row{.key = ++m_lastKey,
                .image = i,
                .references = childReferences(image),
                .variants = shownVariants(image)};
        }
    }
    if (!added.isEmpty()) {
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + added.size()) - 1);
        m_rows << added;
        noteRowNumbers();
        endInsertRows();
    }
}

void ImageModel::noteRowNumbers()
{
    m_rowNumbers.clear();
    for (int i = 0; i < m_rows.size(); ++i) {
        m_rowNumbers.insert(m_rows[i].key, i);
    }
}

RemovalTarget ImageModel::target(const QModelIndex &index) const
{
    RemovalTarget target{.image = imageOf(index).id};
    if (const Reference *reference = referenceOf(index)) {
        target.references << *reference;
    }
    if (const ImageVariant *variant = variantOf(index)) {
        target.platforms << variant->digest;
    }
    return target;
}

QStringList ImageModel::names(const QModelIndex &index) const
{
    const Reference *reference = referenceOf(index);
    return reference ? QStringList(reference->text()) : namesOf(imageOf(index));
}

// An image's own index carries 0, a child's the key of its image's row.
QModelIndex ImageModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? m_rows[parent.row()].key : 0);
}

QModelIndex ImageModel::parent(const QModelIndex &child) const
{
    return child.isValid() && isChild(child) ? createIndex(rowNumberOf(child), 0, quintptr(0))
                                             : QModelIndex();
}

int ImageModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return int(m_rows.size());
    }
    if (isChild(parent) || parent.column() > 0) {
        return 0;
    }
    return int(m_rows[parent.row()].references.size() + m_rows[parent.row()].variants.size());
}

int ImageModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

Qt::ItemFlags ImageModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    const ImageVariant *variant = index.isValid() ? variantOf(index) : nullptr;
    const bool canGo = m_snapshot->store().traits.removesPlatforms;
    return !variant || (canGo && isPresentPlatform(*variant)) ? flags : flags & ~Qt::ItemIsSelectable;
}

QVariant ImageModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Snapshot::Index image = rowOf(index).image;
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::TextAlignmentRole:
        return isBytes(index.column()) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case SortRole:
        return sortValue(index);
    case SearchRole:
        return searchText(index);
    case IntermediateRole:
        return m_snapshot->isIntermediate(image);
    case DanglingRole:
        return m_snapshot->isDangling(image);
    case UsedRole:
        return m_snapshot->isUsed(image);
    case LayersRole:
        return layerIdsText(*m_snapshot, image);
    default:
        return {};
    }
}

QVariant ImageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return isBytes(section) ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    static constexpr std::array Titles{QT_TR_NOOP("Repository"), QT_TR_NOOP("Tag"), QT_TR_NOOP("ID"),
        QT_TR_NOOP("Created"), QT_TR_NOOP("Size"), QT_TR_NOOP("Unique"), QT_TR_NOOP("Used by")};
    return tr(Titles[size_t(section)]);
}

int ImageModel::rowNumberOf(const QModelIndex &index) const
{
    return isChild(index) ? m_rowNumbers.value(index.internalId()) : index.row();
}

const ImageModel::Row &ImageModel::rowOf(const QModelIndex &index) const
{
    return m_rows[rowNumberOf(index)];
}

const Reference *ImageModel::referenceOf(const QModelIndex &index) const
{
    const QList<Reference> &references = rowOf(index).references;
    return isChild(index) && index.row() < references.size() ? &references[index.row()] : nullptr;
}

const ImageVariant *ImageModel::variantOf(const QModelIndex &index) const
{
    const Row &row = rowOf(index);
    return isChild(index) && !referenceOf(index) ? &row.variants[index.row() - row.references.size()]
                                                 : nullptr;
}

const Image &ImageModel::imageOf(const QModelIndex &index) const
{
    return m_snapshot->images()[rowOf(index).image];
}

} // namespace jettison
