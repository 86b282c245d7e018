// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/layermappainter.h"

#include "gui/fatecolors.h"
#include "models/layertext.h"

#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace jettison {

using Fate = RemovalEffect::Fate;

namespace {

// Of the colour of the fate, on the palette's base.
constexpr double FillShare = 0.16;
constexpr double SelectedShare = 0.45;
constexpr double LineShare = 0.55;
constexpr double QuietShare = 0.7;
// Pixels.
constexpr int SlimmestWithLine = 4;
constexpr int Margin = 4;
constexpr int StayingMark = 3;
constexpr int LeastMark = 8;

} // namespace

LayerMapPainter::LayerMapPainter(QPainter &painter, const QPalette &palette, const LayerGraph &graph)
    : m_painter(painter),
      m_graph(graph),
      m_font(painter.font()),
      m_struckFont(painter.font()),
      m_metrics(painter.font()),
      m_area(painter.window()),
      m_base(palette.color(QPalette::Base)),
      m_text(palette.color(QPalette::Text)),
      m_highlight(palette.color(QPalette::Highlight)),
      m_going(goingColor(palette)),
      m_staying(stayingColor(palette))
{
    m_struckFont.setStrikeOut(true);
}

QColor LayerMapPainter::colorOf(Fate fate) const
{
    return fate == Fate::Goes ? m_going : fate == Fate::Stays ? m_staying : m_text;
}

void LayerMapPainter::draw(const LayerMapLayout::Box &box, Look look)
{
    const QRect rect = box.rect;
    const Fate fate = box.isStrip() ? Fate::Untouched : look.fate;
    m_painter.fillRect(rect,
        look.isSelected ? mixedColor(m_base, m_highlight, SelectedShare)
                        : mixedColor(m_base, colorOf(fate), FillShare));
    if (box.isStrip()) {
        drawGrain(rect);
    }
    drawMarks(box, look);
    m_painter.fillRect(QRect(rect.bottomLeft(), QSize(rect.width(), 1)), m_base);
    if (rect.width() >= SlimmestWithLine) {
        m_painter.fillRect(QRect(rect.topRight(), QSize(1, rect.height())), m_base);
    }
    if (look.isSelected) {
        constexpr int Width = 2;
        m_painter.setPen(QPen(m_highlight, Width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        m_painter.drawRect(rect.adjusted(1, 1, -Width, -Width));
    }
    if (!box.isStrip()) {
        drawText(rect, m_graph.layer(box.layer), look.fate);
    }
}

// As thin as what it stands for. A pattern brush takes Qt ten times as long, and that in every frame.
void LayerMapPainter::drawGrain(const QRect &rect)
{
    constexpr int Step = 4;
    const QColor line = mixedColor(m_base, m_text, LineShare);
    const QRect inSight = rect.intersected(m_area);
    for (int x = inSight.left() + Step / 2; x <= inSight.right(); x += Step) {
        m_painter.fillRect(QRect(x, inSight.top(), 1, inSight.height()), line);
    }
}

void LayerMapPainter::drawMarks(const LayerMapLayout::Box &box, Look look)
{
    const QRect rect = box.rect;
    if (look.fate == Fate::Goes) {
        // One among thousands must be seen as well.
        const int height = std::max(int(std::ceil(rect.height() * look.share)), LeastMark);
        const QRect marked =
            rect.intersected(QRect(rect.left(), rect.bottom() - height + 1, rect.width(), height));
        m_painter.fillRect(marked, mixedColor(m_base, m_going, box.isStrip() ? LineShare : FillShare));
        if (!box.isStrip()) {
            m_painter.fillRect(marked, QBrush(mixedColor(m_base, m_going, LineShare), Qt::BDiagPattern));
        }
    } else if (look.fate == Fate::Stays) {
        m_painter.fillRect(
            QRect(rect.left(), rect.bottom() - StayingMark, rect.width(), StayingMark), m_staying);
    }
}

void LayerMapPainter::drawText(const QRect &rect, const Layer &layer, Fate fate)
{
    const QRect room = rect.intersected(m_area).adjusted(Margin, 0, -Margin, -1);
    if (room.width() < m_metrics.averageCharWidth() * 5 || room.height() < m_metrics.height()) {
        return;
    }
    const QString title = layertext::title(layer);
    const QString size = layertext::size(layer);
    const QFont &font = fate == Fate::Goes ? m_struckFont : m_font;
    const QColor color = fate == Fate::Goes ? m_going : m_text;
    const QColor quiet = mixedColor(m_base, color, QuietShare);
    const int height = m_metrics.height();
    if (room.height() >= 2 * height) {
        const QRect first(room.left(), room.top() + (room.height() - 2 * height) / 2, room.width(), height);
        drawLine(first, title, font, color);
        drawLine(first.translated(0, height), size, font, quiet);
        return;
    }
    const int sizeWidth = m_metrics.horizontalAdvance(size) + 2 * Margin;
    const bool hasRoomForBoth = room.width() > 3 * sizeWidth;
    drawLine(room.adjusted(0, 0, hasRoomForBoth ? -sizeWidth : 0, 0), title, font, color);
    if (hasRoomForBoth) {
        drawLine(room.adjusted(room.width() - sizeWidth + Margin, 0, 0, 0), size, font, quiet);
    }
}

void LayerMapPainter::drawLine(const QRect &rect, const QString &text, const QFont &font, const QColor &color)
{
    m_painter.setFont(font);
    m_painter.setPen(color);
    // A command can be very long, and no character is slimmer than a pixel.
    m_painter.drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine,
        m_metrics.elidedText(text.left(rect.width()), Qt::ElideRight, rect.width()));
}

void LayerMapPainter::drawFocus(const QRect &rect)
{
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_text, 1));
    m_painter.drawRect(rect.adjusted(0, 0, -1, -1));
    m_painter.setPen(QPen(m_base, 1, Qt::DashLine));
    m_painter.drawRect(rect.adjusted(0, 0, -1, -1));
}

} // namespace jettison
