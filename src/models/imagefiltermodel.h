// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ids.h"

#include <QSortFilterProxyModel>

namespace jettison {

/// Sorts an ImageModel by true values and narrows it down.
class ImageFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Show { All, Unused, Dangling };

    /// The word that finds the images which need a layer.
    static QString layerWord(const ChainId &layer);

    explicit ImageFilterModel(QObject *parent = nullptr);

    /// The word `layer:` with the beginning of a chain ID or of a diff ID, with or without `sha256:`, is
    /// searched for among layers, any other in names, ID and containers. Every word must be found, in any
    /// case and order.
    void setSearch(const QString &text);
    void setShow(Show show);
    void setIntermediateShown(bool shown);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool isFound(const QModelIndex &image) const;
    bool isShown(const QModelIndex &image) const;

    QStringList m_words;
    /// Beginnings of chain IDs.
    QStringList m_layers;
    Show m_show = Show::All;
    bool m_intermediateShown = false;
};

} // namespace jettison
