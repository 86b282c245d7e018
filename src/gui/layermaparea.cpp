// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/layermaparea.h"

#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace jettison {

namespace {

constexpr double ZoomStep = 1.5;
// One that was out of sight is shown as wide, in pixels.
constexpr double ReadableWidth = 48;

} // namespace

LayerMapArea::LayerMapArea(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setMinimumHeight(fontMetrics().height() * 4);
    viewport()->setBackgroundRole(QPalette::Base);
}

const std::vector<LayerMapLayout::Box> &LayerMapArea::boxes() const
{
    if (!m_areBoxesKnown) {
        m_boxes = m_places.boxes(m_view);
        m_areBoxesKnown = true;
    }
    return m_boxes;
}

void LayerMapArea::zoomIn()
{
    zoomAt(zoomCenter(), ZoomStep);
}

void LayerMapArea::zoomOut()
{
    zoomAt(zoomCenter(), 1 / ZoomStep);
}

void LayerMapArea::showAll()
{
    zoomTo(0, m_places.weight());
}

void LayerMapArea::zoomTo(LayerGraph::Index layer)
{
    zoomTo(m_places.start(layer), m_places.weight(layer));
}

void LayerMapArea::zoomTo(double start, double span)
{
    LayerMapLayout::View view = m_view;
    view.start = start;
    view.span = span;
    setView(view);
}

void LayerMapArea::zoomAt(int x, double factor)
{
    // What is at x stays there.
    const double span = std::min(m_view.span / factor, m_places.weight());
    LayerMapLayout::View view = m_places.limited({.span = span, .size = m_view.size});
    zoomTo(m_view.at(x) - view.span * x / std::max(1, m_view.size.width()), view.span);
}

void LayerMapArea::ensureVisible(LayerGraph::Index layer)
{
    LayerMapLayout::View view = m_view;
    const double weight = m_places.weight(layer);
    if (weight * view.pixelsPerWeight() < LayerMapLayout::SlimmestBox) {
        view.span = weight * view.size.width() / ReadableWidth;
        view.start = m_places.start(layer) - (view.span - weight) / 2;
    }
    const double right = m_places.start(layer) + weight;
    // One that is wider than the view is in sight wherever the view lies below it.
    if (weight <= view.span) {
        view.start = std::clamp(view.start, right - view.span, m_places.start(layer));
    } else {
        view.start = std::clamp(view.start, m_places.start(layer), right - view.span);
    }
    setView(view);
    const int row = m_places.depth(layer) * m_view.rowHeight;
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(
        std::clamp(bar->value(), std::min(row, row + m_view.rowHeight - viewport()->height()), row));
}

LayerMapArea::Anchor LayerMapArea::anchorIn(const LayerGraph &graph) const
{
    LayerGraph::Index layer = m_places.around(m_view);
    while (layer != LayerGraph::None
        && graph.find(m_snapshot->layers().layer(layer).chainId) == LayerGraph::None) {
        layer = m_places.parent(layer);
    }
    const bool isWhole = layer == LayerGraph::None;
    const double start = isWhole ? 0 : m_places.start(layer);
    const double weight = std::max(1.0, isWhole ? m_places.weight() : m_places.weight(layer));
    return {.layer = isWhole ? layer : graph.find(m_snapshot->layers().layer(layer).chainId),
        .start = (m_view.start - start) / weight,
        .span = m_view.span / weight};
}

void LayerMapArea::replaceSnapshot(const SnapshotPtr &snapshot)
{
    const Anchor anchor = showsAll() ? Anchor() : anchorIn(snapshot->layers());
    m_snapshot = snapshot;
    m_places = LayerMapLayout(snapshot->layers());
    const bool isWhole = anchor.layer == LayerGraph::None;
    const double start = isWhole ? 0 : m_places.start(anchor.layer);
    const double weight = isWhole ? m_places.weight() : m_places.weight(anchor.layer);
    zoomTo(start + anchor.start * weight, anchor.span * weight);
}

// Rows are as high as there is room, so that few of them can be read well.
int LayerMapArea::rowHeight() const
{
    constexpr int Margin = 6;
    const int line = fontMetrics().height();
    const int room = height() - 2 * frameWidth() - horizontalScrollBar()->sizeHint().height();
    return std::clamp(room / std::max(1, m_places.rows()), line + Margin, 2 * line + Margin);
}

void LayerMapArea::setView(LayerMapLayout::View view)
{
    view.size = viewport()->size();
    view.rowHeight = rowHeight();
    m_view = m_places.limited(view);
    m_areBoxesKnown = false;
    updateScrollBars();
    viewport()->update();
    Q_EMIT viewChanged();
}

void LayerMapArea::updateScrollBars()
{
    const QScopedValueRollback setting(m_isSettingBars, true);
    const int width = m_view.size.width();
    const double scale = m_view.pixelsPerWeight();
    horizontalScrollBar()->setPageStep(width);
    horizontalScrollBar()->setSingleStep(std::max(1, width / 20));
    horizontalScrollBar()->setRange(0, int(std::round(m_places.weight() * scale)) - width);
    horizontalScrollBar()->setValue(int(std::round(m_view.start * scale)));
    verticalScrollBar()->setPageStep(m_view.size.height());
    verticalScrollBar()->setSingleStep(m_view.rowHeight);
    verticalScrollBar()->setRange(0, m_places.rows() * m_view.rowHeight - m_view.size.height());
    m_view.top = verticalScrollBar()->value();
}

void LayerMapArea::scrollContentsBy(int dx, int dy)
{
    if (m_isSettingBars || (dx == 0 && dy == 0)) {
        return;
    }
    LayerMapLayout::View view = m_view;
    if (dx != 0) {
        view.start = horizontalScrollBar()->value() / view.pixelsPerWeight();
    }
    setView(view);
}

void LayerMapArea::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton) {
        m_isMoving = true;
        m_movedFrom = event->position().toPoint().x();
    }
}

void LayerMapArea::mouseMoveEvent(QMouseEvent *event)
{
    if (m_isMoving) {
        const int x = event->position().toPoint().x();
        zoomTo(m_view.at(m_movedFrom - x), m_view.span);
        m_movedFrom = x;
    }
}

void LayerMapArea::mouseReleaseEvent(QMouseEvent *event)
{
    m_isMoving = m_isMoving && event->button() != Qt::MiddleButton;
}

void LayerMapArea::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(turn.x()) > std::abs(turn.y())) {
        const int pixels = event->pixelDelta().isNull() ? turn.x() + turn.y()
                                                        : event->pixelDelta().x() + event->pixelDelta().y();
        zoomTo(m_view.at(-pixels), m_view.span);
    } else {
        zoomAt(int(event->position().x()),
            std::pow(ZoomStep, double(turn.y()) / double(QWheelEvent::DefaultDeltasPerStep)));
    }
    event->accept();
}

void LayerMapArea::resizeEvent(QResizeEvent *)
{
    setView(m_view);
}

void LayerMapArea::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        setView(m_view);
    }
}

} // namespace jettison
