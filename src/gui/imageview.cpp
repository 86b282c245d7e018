// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/imageview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QRubberBand>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace jettison {

namespace {

constexpr int ScrollInterval = 30; // milliseconds

} // namespace

ImageView::ImageView(QWidget *parent)
    : QTreeView(parent),
      m_band(new QRubberBand(QRubberBand::Rectangle, viewport()))
{
    m_band->hide();
    setSelectionMode(ExtendedSelection);
    setUniformRowHeights(true);
    setSortingEnabled(true);
    setAllColumnsShowFocus(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    // Rows would scroll in whole rows and the band would jump.
    setVerticalScrollMode(ScrollPerPixel);
}

ImageView::~ImageView() = default;

bool ImageView::isBanding() const
{
    return m_band->isVisible();
}

void ImageView::mousePressEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    m_isTakenBack = false;
    if (event->button() == Qt::LeftButton && model() && !indexAt(position).isValid()) {
        setFocus(Qt::MouseFocusReason);
        startBand(position, event->modifiers().testFlag(Qt::ControlModifier));
        return;
    }
    QTreeView::mousePressEvent(event);
}

void ImageView::mouseMoveEvent(QMouseEvent *event)
{
    if (isBanding()) {
        stretchBand(event->position().toPoint());
    } else if (!m_isTakenBack) {
        QTreeView::mouseMoveEvent(event);
    }
}

void ImageView::mouseReleaseEvent(QMouseEvent *event)
{
    if (isBanding()) {
        endBand();
    } else if (!std::exchange(m_isTakenBack, false)) {
        QTreeView::mouseReleaseEvent(event);
    }
}

void ImageView::keyPressEvent(QKeyEvent *event)
{
    if (isBanding() && event->key() == Qt::Key_Escape) {
        endBand();
        m_isTakenBack = true;
        selectionModel()->select(m_before, QItemSelectionModel::ClearAndSelect);
        return;
    }
    QTreeView::keyPressEvent(event);
}

void ImageView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_scrollTimer.timerId()) {
        QTreeView::timerEvent(event);
        return;
    }
    const QRect area = viewport()->rect();
    const int beyond = m_pointer.y() < area.top() ? m_pointer.y() - area.top()
        : m_pointer.y() > area.bottom()           ? m_pointer.y() - area.bottom()
                                                  : 0;
    if (beyond != 0) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond);
        stretchBand(m_pointer);
    }
}

void ImageView::startBand(QPoint position, bool adding)
{
    m_before = selectionModel()->selection();
    m_kept = adding ? m_before : QItemSelection();
    m_origin = position + QPoint(horizontalOffset(), verticalOffset());
    m_band->setGeometry(QRect(position, QSize()));
    m_band->show();
    m_scrollTimer.start(ScrollInterval, this);
    stretchBand(position);
}

void ImageView::stretchBand(QPoint position)
{
    m_pointer = position;
    const QPoint origin = m_origin - QPoint(horizontalOffset(), verticalOffset());
    const QRect rect = QRect(origin, position).normalized();
    m_band->setGeometry(rect);
    QItemSelection selection = m_kept;
    selection.merge(banded(rect), QItemSelectionModel::Select);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void ImageView::endBand()
{
    m_scrollTimer.stop();
    m_band->hide();
}

QItemSelection ImageView::banded(const QRect &viewportRect) const
{
    QItemSelection selection;
    // Rows begin at the top of the content, so a row is reached by its height; the band may end beyond the
    // last one.
    QModelIndex index = indexAt(QPoint(0, std::max(viewportRect.top(), -verticalOffset())));
    while (index.isValid() && visualRect(index).top() <= viewportRect.bottom()) {
        const QModelIndex last = index.siblingAtColumn(model()->columnCount() - 1);
        selection.append(QItemSelectionRange(index.siblingAtColumn(0), last));
        index = indexBelow(index);
    }
    return selection;
}

} // namespace jettison
