// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace jettison {

/// Draws a host in two lines: its name and what answered there, its endpoint and whether it can be reached.
/// What is on the right has its own place, so that an answer moves nothing.
class HostDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The store that the window shows.
    void setShown(const QString &key) { m_shown = key; }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintNames(QPainter *painter, const QStyleOptionViewItem &option, const QRect &line,
        const QModelIndex &index) const;
    void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QRect &line,
        const QModelIndex &index) const;

    QString m_shown;
};

} // namespace jettison
