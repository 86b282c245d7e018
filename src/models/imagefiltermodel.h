// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QSortFilterProxyModel>

namespace jettison {

/// Sorts an ImageModel by true values and narrows it down.
class ImageFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Show { All, Unused, Dangling };

    explicit ImageFilterModel(QObject *parent = nullptr);

    /// Every word must be found, in any case and order, in names, ID or containers.
    void setSearch(const QString &text);
    void setShow(Show show);
    void setIntermediateShown(bool shown);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool isShown(const QModelIndex &image) const;

    QStringList m_words;
    Show m_show = Show::All;
    bool m_intermediateShown = false;
};

} // namespace jettison
