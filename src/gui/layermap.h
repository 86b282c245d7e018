// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removaleffect.h"
#include "gui/layermaparea.h"
#include "gui/layermappainter.h"

class QRubberBand;

namespace jettison {

/// The layers of a store as a map, where width is bytes. A click selects a layer, a double click makes it
/// fill the width, a drag selects by a rubber band. Arrow keys move the current layer, Space and Enter select
/// it. As everywhere, Ctrl adds and Shift extends. What is selected stays so with a new snapshot.
class LayerMap : public LayerMapArea
{
    Q_OBJECT

public:
    explicit LayerMap(QWidget *parent = nullptr);
    ~LayerMap() override;

    void setSnapshot(const SnapshotPtr &snapshot);
    /// Of the same snapshot.
    void setEffect(const RemovalEffect &effect);
    const RemovalEffect &effect() const { return m_effect; }

    std::vector<LayerGraph::Index> selectedLayers() const;
    void selectLayers(const std::vector<LayerGraph::Index> &layers);
    bool isSelected(LayerGraph::Index layer) const { return m_isSelected[size_t(layer)]; }
    /// The layer that keys act on; None if there is none.
    LayerGraph::Index current() const { return m_current; }
    /// Shows it.
    void setCurrent(LayerGraph::Index layer);

    /// Nothing if the layer is not in sight or too slim to draw.
    QRect visibleRect(LayerGraph::Index layer) const;
    /// `312 layers too small to draw, 40 MB together`
    QString stripText(const LayerMapLayout::Box &strip) const;
    QString toolTip(const LayerMapLayout::Box &box) const;

    /// Selects it if it is not.
    void askForMenu(LayerGraph::Index layer, QPoint globalPosition);
    /// As a click with these keys held.
    void choose(LayerGraph::Index layer, Qt::KeyboardModifiers keys);

Q_SIGNALS:
    /// By a person, or by selectLayers().
    void layersSelected();
    void currentChanged();
    /// For the selected layers.
    void menuRequested(QPoint globalPosition);

protected:
    int zoomCenter() const override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Drag : quint8 { None, Pressed, Band, TakenBack };

    LayerMapPainter::Look lookOf(const LayerMapLayout::Box &box) const;
    QString emptyText() const;
    /// Where it is in sight: nothing may move under the pointer.
    void makeCurrent(LayerGraph::Index layer);
    /// From where a selection began: the chain between them, or what is drawn between them in a row.
    std::vector<LayerGraph::Index> layersTo(LayerGraph::Index layer) const;
    void setSelected(std::vector<bool> isSelected);
    void stretchBand(QPoint to);
    void endDrag(Drag next);
    /// False if it is no key that moves.
    bool moveBy(int key, Qt::KeyboardModifiers keys);
    bool zoomBy(int key);

    RemovalEffect m_effect;
    /// Of each layer.
    std::vector<bool> m_isSelected;
    LayerGraph::Index m_current = LayerGraph::None;
    LayerGraph::Index m_selectedFrom = LayerGraph::None;
    /// By LayerMapLayout::counts().
    std::vector<int> m_going;
    std::vector<int> m_staying;
    std::vector<int> m_selected;

    QRubberBand *m_band = nullptr;
    Drag m_drag = Drag::None;
    QPoint m_pressedAt;
    std::vector<bool> m_before;
    std::vector<bool> m_kept;
};

} // namespace jettison
