// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/imagefiltermodel.h"

#include "models/imagemodel.h"

#include <algorithm>

namespace jettison {

ImageFilterModel::ImageFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(ImageModel::SortRole);
    setSortLocaleAware(true);
    setDynamicSortFilter(true);
}

void ImageFilterModel::setSearch(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void ImageFilterModel::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

void ImageFilterModel::setIntermediateShown(bool shown)
{
    m_intermediateShown = shown;
    invalidateFilter();
}

// References are never hidden while their image is there: what a removal would take with it must be in sight.
bool ImageFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (parent.isValid()) {
        return true;
    }
    const QModelIndex image = sourceModel()->index(row, 0);
    const QString text = image.data(ImageModel::SearchRole).toString();
    return isShown(image) && std::ranges::all_of(m_words, [&](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

bool ImageFilterModel::isShown(const QModelIndex &image) const
{
    if (image.data(ImageModel::IntermediateRole).toBool() && !m_intermediateShown) {
        return false;
    }
    switch (m_show) {
    case Show::All:
        return true;
    case Show::Unused:
        return !image.data(ImageModel::UsedRole).toBool();
    case Show::Dangling:
        return image.data(ImageModel::DanglingRole).toBool();
    }
    Q_UNREACHABLE();
}

// Equal values stand in the order of their names, so that rows keep their places at every refresh.
bool ImageFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.parent().isValid()) {
        // References keep the engine's order, whichever way the images are sorted.
        return (left.row() < right.row()) == (sortOrder() == Qt::AscendingOrder);
    }
    if (QSortFilterProxyModel::lessThan(left, right)) {
        return true;
    }
    if (QSortFilterProxyModel::lessThan(right, left)) {
        return false;
    }
    return left.siblingAtColumn(0).data(ImageModel::SearchRole).toString()
        < right.siblingAtColumn(0).data(ImageModel::SearchRole).toString();
}

} // namespace jettison
