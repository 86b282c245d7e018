// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// What the cells of ImageModel show.

#include "core/storedparts.h"
#include "models/formatting.h"
#include "models/imagemodel.h"
#include "models/imagetext.h"
#include "models/imagetooltip.h"

namespace jettison {

QVariant ImageModel::text(const QModelIndex &index) const
{
    if (!isChild(index)) {
        return imageText(index);
    }
    return referenceOf(index) ? referenceText(index) : variantCell(index);
}

QVariant ImageModel::imageText(const QModelIndex &index) const
{
    const Image &image = imageOf(index);
    switch (Column(index.column())) {
    case RepositoryColumn: {
        const QString note = noteText(image);
        return note.isEmpty() ? repositoryText(image) : tr("%1 (%2)").arg(repositoryText(image), note);
    }
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
    const Reference &reference = *referenceOf(index);
    switch (Column(index.column())) {
    case RepositoryColumn:
        return reference.repository();
    case TagColumn:
        return tagText(reference);
    default:
        return {};
    }
}

// Containers need it unpacked: what is not takes less room than it seems.
QString ImageModel::variantState(const ImageVariant &variant) const
{
    if (!variant.isPresent) {
        return tr("not here");
    }
    const std::optional<StoredParts> parts = storedParts(variant, m_snapshot->store().traits);
    const bool isPackedOnly = parts && parts->unpacked == 0 && isPresentPlatform(variant);
    return isPackedOnly ? tr("packed only") : QString();
}

QString ImageModel::toolTip(const QModelIndex &index) const
{
    const ImageVariant *variant = variantOf(index);
    return variant
        ? variantToolTip(*variant, m_snapshot->store().traits)
        : imageToolTip(*m_snapshot, m_shares, rowOf(index).image, names(index), Column(index.column()));
}

QVariant ImageModel::variantCell(const QModelIndex &index) const
{
    const ImageVariant &variant = *variantOf(index);
    switch (Column(index.column())) {
    case RepositoryColumn:
        return variantText(variant);
    case TagColumn:
        return variantState(variant);
    case IdColumn:
        return variantId(variant);
    case SizeColumn:
        return formatSize(variant.size);
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
        return text(index);
    }
}

const Share &ImageModel::shareOf(const QModelIndex &index) const
{
    return m_shares.image(rowOf(index).image);
}

QString ImageModel::searchText(const QModelIndex &index) const
{
    const QString names = this->names(index).join(u' ');
    return isChild(index) ? names
                          : names + u' ' + noteText(imageOf(index)) + u' ' + imageOf(index).id.text() + u' '
            + userNames(*m_snapshot, rowOf(index).image);
}

} // namespace jettison
