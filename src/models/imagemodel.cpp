// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/imagemodel.h"

#include "models/formatting.h"
#include "models/imagetext.h"
#include "models/imagetooltip.h"

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
        setReferences(i, childReferences(m_snapshot->images()[m_rows[i].image]));
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

void ImageModel::appendNewRows()
{
    QSet<Snapshot::Index> known;
    for (const Row &row : std::as_const(m_rows)) {
        known.insert(row.image);
    }
    QList<Row> added;
    for (Snapshot::Index i = 0; i < m_snapshot->images().size(); ++i) {
        if (!known.contains(i)) {
            added << Row{
                .key = ++m_lastKey, .image = i, .references = childReferences(m_snapshot->images()[i])};
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
    if (isReference(index)) {
        target.references << rowOf(index).references[index.row()];
    }
    return target;
}

QStringList ImageModel::names(const QModelIndex &index) const
{
    const Image &image = imageOf(index);
    if (isReference(index)) {
        return {rowOf(index).references[index.row()].text()};
    }
    return namesOf(image);
}

// An image's own index carries 0, a reference's the key of its image's row.
QModelIndex ImageModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? m_rows[parent.row()].key : 0);
}

QModelIndex ImageModel::parent(const QModelIndex &child) const
{
    return child.isValid() && isReference(child) ? createIndex(rowNumberOf(child), 0, quintptr(0))
                                                 : QModelIndex();
}

int ImageModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return int(m_rows.size());
    }
    return isReference(parent) || parent.column() > 0 ? 0 : int(m_rows[parent.row()].references.size());
}

int ImageModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

QVariant ImageModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Snapshot::Index image = rowOf(index).image;
    switch (role) {
    case Qt::DisplayRole:
        return isReference(index) ? referenceText(index) : imageText(index);
    case Qt::ToolTipRole:
        return imageToolTip(*m_snapshot, m_shares, image, names(index), Column(index.column()));
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
    return isReference(index) ? m_rowNumbers.value(index.internalId()) : index.row();
}

const ImageModel::Row &ImageModel::rowOf(const QModelIndex &index) const
{
    return m_rows[rowNumberOf(index)];
}

const Image &ImageModel::imageOf(const QModelIndex &index) const
{
    return m_snapshot->images()[rowOf(index).image];
}

QVariant ImageModel::imageText(const QModelIndex &index) const
{
    const Image &image = imageOf(index);
    switch (Column(index.column())) {
    case RepositoryColumn:
        return repositoryText(image);
    case TagColumn:
        return tagsText(image);
    case IdColumn:
        return shortId(image.id);
    case CreatedColumn:
        return formatAge(image.created, QDateTime::currentDateTimeUtc());
    case SizeColumn:
        return formatSize(image.size);
    case UniqueColumn:
        return m_snapshot->layers().isRead() ? formatSize(shareOf(index).unique) : QString();
    case UsedByColumn:
        return userNames(*m_snapshot, rowOf(index).image);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ImageModel::referenceText(const QModelIndex &index) const
{
    const Reference &reference = rowOf(index).references[index.row()];
    switch (Column(index.column())) {
    case RepositoryColumn:
        return reference.repository();
    case TagColumn:
        return tagText(reference);
    default:
        return {};
    }
}

QVariant ImageModel::sortValue(const QModelIndex &index) const
{
    switch (Column(index.column())) {
    case CreatedColumn:
        return imageOf(index).created;
    case SizeColumn:
        return imageOf(index).size;
    case UniqueColumn:
        return shareOf(index).unique.bytes;
    case UsedByColumn:
        return int(m_snapshot->containersOf(rowOf(index).image).size());
    default:
        return isReference(index) ? referenceText(index) : imageText(index);
    }
}

const Share &ImageModel::shareOf(const QModelIndex &index) const
{
    return m_shares.image(rowOf(index).image);
}

QString ImageModel::searchText(const QModelIndex &index) const
{
    const QString names = this->names(index).join(u' ');
    return isReference(index)
        ? names
        : names + u' ' + imageOf(index).id.text() + u' ' + userNames(*m_snapshot, rowOf(index).image);
}

} // namespace jettison
