// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/imagefiltermodel.h"

#include "models/imagemodel.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr auto LayerPrefix = "layer:"_L1;
constexpr auto DigestPrefix = "sha256:"_L1;

} // namespace

QString ImageFilterModel::layerWord(const ChainId &layer)
{
    return LayerPrefix + shortId(layer);
}

ImageFilterModel::ImageFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(ImageModel::SortRole);
    setSortLocaleAware(true);
    setDynamicSortFilter(true);
}

void ImageFilterModel::setSearch(const QString &text)
{
    m_words.clear();
    m_layers.clear();
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (word.startsWith(LayerPrefix, Qt::CaseInsensitive)) {
            const QString digest = word.sliced(LayerPrefix.size());
            m_layers << (digest.startsWith(DigestPrefix) ? digest : DigestPrefix + digest);
        } else {
            m_words << word;
        }
    }
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
    return isShown(image) && isFound(image);
}

bool ImageFilterModel::isFound(const QModelIndex &image) const
{
    const auto containsAll = [&](const QStringList &words, ImageModel::Role role) {
        const QString text = words.isEmpty() ? QString() : image.data(role).toString();
        return std::ranges::all_of(
            words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
    };
    return containsAll(m_words, ImageModel::SearchRole) && containsAll(m_layers, ImageModel::LayersRole);
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
