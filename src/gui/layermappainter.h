// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removaleffect.h"
#include "gui/layermaplayout.h"

#include <QColor>
#include <QFont>
#include <QFontMetrics>

class QPainter;
class QPalette;

namespace jettison {

/// Draws what stands on a map of layers. What goes is red, hatched and struck out; what was chosen but stays
/// is blue and has a bar.
class LayerMapPainter
{
public:
    /// Of a strip: that of any layer in it, Goes before Stays.
    struct Look
    {
        RemovalEffect::Fate fate = RemovalEffect::Fate::Untouched;
        bool isSelected = false;
        /// Of the layers of a strip, those with the fate.
        double share = 1;
    };

    /// The painter's font is used. Both must outlive it.
    LayerMapPainter(QPainter &painter, const QPalette &palette, const LayerGraph &graph);

    void draw(const LayerMapLayout::Box &box, Look look);
    /// Of the layer that keys act on.
    void drawFocus(const QRect &rect);

private:
    QColor colorOf(RemovalEffect::Fate fate) const;
    void drawGrain(const QRect &rect);
    void drawMarks(const LayerMapLayout::Box &box, Look look);
    void drawText(const QRect &rect, const Layer &layer, RemovalEffect::Fate fate);
    void drawLine(const QRect &rect, const QString &text, const QFont &font, const QColor &color);

    QPainter &m_painter;
    const LayerGraph &m_graph;
    QFont m_font;
    QFont m_struckFont;
    QFontMetrics m_metrics;
    QRect m_area;
    QColor m_base;
    QColor m_text;
    QColor m_highlight;
    QColor m_going;
    QColor m_staying;
};

} // namespace jettison
