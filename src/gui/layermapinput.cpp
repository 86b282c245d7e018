// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// What a person does to the map by mouse and keys.

#include "gui/layermap.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QRubberBand>

#include <utility>

namespace jettison {

void LayerMap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        LayerMapArea::mousePressEvent(event);
        return;
    }
    m_pressedAt = event->position().toPoint();
    m_before = m_isSelected;
    m_kept = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)
        ? m_isSelected
        : std::vector<bool>(m_isSelected.size());
    m_drag = Drag::Pressed;
    const LayerMapLayout::Box box = places().boxAt(m_pressedAt, view());
    choose(box.isLayer() ? box.layer : LayerGraph::None, event->modifiers());
    if (box.isLayer()) {
        makeCurrent(box.layer);
    }
}

void LayerMap::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint to = event->position().toPoint();
    const bool isFar = (to - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (m_drag == Drag::Band || (m_drag == Drag::Pressed && isFar)) {
        m_drag = Drag::Band;
        stretchBand(to);
        return;
    }
    LayerMapArea::mouseMoveEvent(event);
}

void LayerMap::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        endDrag(Drag::None);
    }
    LayerMapArea::mouseReleaseEvent(event);
}

void LayerMap::mouseDoubleClickEvent(QMouseEvent *event)
{
    const LayerMapLayout::Box box = places().boxAt(event->position().toPoint(), view());
    if (event->button() != Qt::LeftButton || box.rect.isEmpty()) {
        return;
    }
    if (box.isStrip()) {
        zoomTo(view().at(box.rect.left()), box.rect.width() / view().pixelsPerWeight());
        return;
    }
    // The one that fills the width already gives way to what it stands on.
    const bool isFilling = places().weight(box.layer) >= view().span;
    const LayerGraph::Index target = isFilling ? places().parent(box.layer) : box.layer;
    if (target == LayerGraph::None) {
        showAll();
    } else {
        zoomTo(target);
    }
}

void LayerMap::stretchBand(QPoint to)
{
    const QRect band = QRect(m_pressedAt, to).normalized();
    m_band->setGeometry(band);
    m_band->show();
    std::vector<bool> isSelected = m_kept;
    for (const LayerMapLayout::Box &box : boxes()) {
        if (box.isLayer() && box.rect.intersects(band)) {
            isSelected[size_t(box.layer)] = true;
        }
    }
    setSelected(std::move(isSelected));
}

void LayerMap::endDrag(Drag next)
{
    m_drag = next;
    m_band->hide();
}

void LayerMap::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool isChoosing = key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (m_drag == Drag::Band && key == Qt::Key_Escape) {
        endDrag(Drag::TakenBack);
        setSelected(m_before);
    } else if (isChoosing && m_current != LayerGraph::None) {
        choose(m_current, event->modifiers());
    } else if (!moveBy(key, event->modifiers()) && !zoomBy(key)) {
        LayerMapArea::keyPressEvent(event);
    }
}

bool LayerMap::moveBy(int key, Qt::KeyboardModifiers keys)
{
    if (places().isEmpty()
        || (key != Qt::Key_Left && key != Qt::Key_Right && key != Qt::Key_Up && key != Qt::Key_Down)) {
        return false;
    }
    if (m_current == LayerGraph::None) {
        // Keys have begun: at the first base layer in sight.
        setCurrent(
            boxes().empty() || !boxes().front().isLayer() ? places().heaviestBase() : boxes().front().layer);
        return true;
    }
    const LayerGraph::Index next = key == Qt::Key_Up ? places().parent(m_current)
        : key == Qt::Key_Down                        ? places().child(m_current)
                              : places().beside(m_current, key == Qt::Key_Right ? 1 : -1);
    if (next != LayerGraph::None) {
        if (m_selectedFrom == LayerGraph::None) {
            m_selectedFrom = m_current;
        }
        setCurrent(next);
        if (keys.testFlag(Qt::ShiftModifier)) {
            choose(next, keys);
        }
    }
    return true;
}

bool LayerMap::zoomBy(int key)
{
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_Home:
        showAll();
        return true;
    case Qt::Key_Escape:
        // Left to a dialog around it, if there is nothing to do.
        if (showsAll()) {
            return false;
        }
        showAll();
        return true;
    default:
        return false;
    }
}

int LayerMap::zoomCenter() const
{
    const QRect rect = m_current == LayerGraph::None ? QRect() : visibleRect(m_current);
    return rect.isEmpty() ? LayerMapArea::zoomCenter() : rect.center().x();
}

void LayerMap::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() != QContextMenuEvent::Mouse) {
        const QRect rect = m_current == LayerGraph::None ? QRect() : visibleRect(m_current);
        askForMenu(m_current, viewport()->mapToGlobal(rect.center()));
        return;
    }
    const LayerMapLayout::Box box = places().boxAt(event->pos(), view());
    if (!box.isLayer()) {
        return;
    }
    makeCurrent(box.layer);
    askForMenu(box.layer, event->globalPos());
}

void LayerMap::focusInEvent(QFocusEvent *event)
{
    LayerMapArea::focusInEvent(event);
    viewport()->update();
    Q_EMIT currentChanged();
}

void LayerMap::focusOutEvent(QFocusEvent *event)
{
    LayerMapArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace jettison
