// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/hostdelegate.h"

#include "gui/readablecolor.h"
#include "models/hostmodel.h"

#include <QApplication>
#include <QPainter>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 6;
constexpr int Gap = 8;
constexpr int MarkWidth = 14;
constexpr int Green = 140;
constexpr int Amber = 35;
constexpr int Red = 0;

QFont smallFont(const QFont &font)
{
    QFont smaller = font;
    smaller.setPointSizeF(font.pointSizeF() * 0.9);
    return smaller;
}

QFont boldFont(const QFont &font)
{
    QFont bold = font;
    bold.setBold(true);
    return bold;
}

QColor textColor(const QStyleOptionViewItem &option)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    return option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
}

QColor stateColor(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    // On the highlight no colour but its own can be read everywhere.
    if (option.state.testFlag(QStyle::State_Selected)) {
        return textColor(option);
    }
    const QColor background = option.palette.color(QPalette::Base);
    if (index.data(HostModel::BusyRole).toBool()) {
        return readableColor(Amber, background);
    }
    switch (HostModel::State(index.data(HostModel::StateRole).toInt())) {
    case HostModel::State::Reachable:
        return readableColor(Green, background);
    case HostModel::State::Failed:
        return readableColor(Red, background);
    case HostModel::State::Unknown:
    case HostModel::State::Checking:
        break;
    }
    return textColor(option);
}

void drawText(
    QPainter *painter, const QRect &place, int alignment, Qt::TextElideMode mode, const QString &text)
{
    painter->drawText(place, alignment | Qt::AlignVCenter | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(text, mode, place.width()));
}

// What stands at the right takes no more than it needs: names that begin alike are told apart by what
// follows.
std::pair<QRect, QRect> parted(const QRect &line, const QFontMetrics &metrics, const QString &right)
{
    // The advance is rounded, and one that was rounded down would be elided.
    const int width = std::min(metrics.horizontalAdvance(right) + 1, line.width() / 2);
    return {line.adjusted(0, 0, -width - Gap, 0),
        QRect(line.right() - width + 1, line.top(), width, line.height())};
}

} // namespace

// Names that begin alike are told apart by what follows; addresses may be elided.
QSize HostDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics plain(option.font);
    const QFontMetrics bold(boldFont(option.font));
    const int names = bold.horizontalAdvance(index.data().toString())
        + plain.horizontalAdvance(index.data(HostModel::KindRole).toString());
    return {names + 2 * Gap + MarkWidth + 2 * Margin,
        plain.height() + QFontMetrics(smallFont(option.font)).height() + 2 * Margin};
}

void HostDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem panel = option;
    initStyleOption(&panel, index);
    const QStyle *style = panel.widget ? panel.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, panel.widget);
    painter->save();
    const QRect inside = option.rect.adjusted(Margin, Margin, -Margin, -Margin);
    const int height = QFontMetrics(option.font).height();
    const QRect first(inside.left() + MarkWidth, inside.top(), inside.width() - MarkWidth, height);
    const QRect second(first.left(), first.bottom() + 1, first.width(), inside.bottom() - first.bottom());
    painter->setPen(textColor(option));
    if (index.data(HostModel::OpenRole).toBool()) {
        const bool isShown = index.data(HostModel::KeyRole).toString() == m_shown;
        painter->drawText(QRect(inside.left(), first.top(), MarkWidth, height), Qt::AlignVCenter,
            isShown ? u"●"_s : u"○"_s);
    }
    paintNames(painter, option, first, index);
    paintState(painter, option, second, index);
    painter->restore();
}

void HostDelegate::paintNames(
    QPainter *painter, const QStyleOptionViewItem &option, const QRect &line, const QModelIndex &index) const
{
    const QString kind = index.data(HostModel::KindRole).toString();
    const auto [left, right] = parted(line, QFontMetrics(option.font), kind);
    painter->setFont(option.font);
    drawText(painter, right, Qt::AlignRight, Qt::ElideRight, kind);
    painter->setFont(boldFont(option.font));
    drawText(painter, left, Qt::AlignLeft, Qt::ElideMiddle, index.data().toString());
}

void HostDelegate::paintState(
    QPainter *painter, const QStyleOptionViewItem &option, const QRect &line, const QModelIndex &index) const
{
    painter->setFont(smallFont(option.font));
    const QString state = index.data(HostModel::StateTextRole).toString();
    const auto [left, right] = parted(line, painter->fontMetrics(), state);
    drawText(painter, left, Qt::AlignLeft, Qt::ElideMiddle, index.data(HostModel::EndpointRole).toString());
    painter->setPen(stateColor(option, index));
    drawText(painter, right, Qt::AlignRight, Qt::ElideRight, state);
}

} // namespace jettison
