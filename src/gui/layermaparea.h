// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/snapshot.h"
#include "gui/layermaplayout.h"

#include <QAbstractScrollArea>

namespace jettison {

/// A view of the map of a snapshot's layers, that can be zoomed and moved: by the wheel around the pointer,
/// by the wheel with Shift, by the middle button and by the scroll bars. A new snapshot does not move it as
/// long as the layers in sight are there.
class LayerMapArea : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LayerMapArea(QWidget *parent = nullptr);

    const Snapshot &snapshot() const { return *m_snapshot; }
    const LayerGraph &graph() const { return m_snapshot->layers(); }
    const LayerMapLayout &places() const { return m_places; }
    const LayerMapLayout::View &view() const { return m_view; }
    /// All that is in sight, parents before children.
    const std::vector<LayerMapLayout::Box> &boxes() const;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void showAll();
    /// Makes it fill the width.
    void zoomTo(LayerGraph::Index layer);
    /// Moves and zooms no more than is needed to see it.
    void ensureVisible(LayerGraph::Index layer);

Q_SIGNALS:
    /// Other boxes are in sight, or at other places.
    void viewChanged();

protected:
    void replaceSnapshot(const SnapshotPtr &snapshot);
    bool showsAll() const { return m_view.span >= m_places.weight(); }
    void zoomTo(double start, double span);
    void zoomAt(int x, double factor);
    /// Where zoomIn() and zoomOut() leave the map in its place.
    virtual int zoomCenter() const { return m_view.size.width() / 2; }

    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;

private:
    /// A part of a view, measured by a layer below which it all lies.
    struct Anchor
    {
        LayerGraph::Index layer = LayerGraph::None;
        double start = 0;
        double span = 1;
    };
    /// Measured by one of the layers that are still there; by the whole map if there is none.
    Anchor anchorIn(const LayerGraph &graph) const;
    int rowHeight() const;
    void setView(LayerMapLayout::View view);
    void updateScrollBars();

    SnapshotPtr m_snapshot = std::make_shared<const Snapshot>();
    LayerMapLayout m_places;
    LayerMapLayout::View m_view;
    mutable std::vector<LayerMapLayout::Box> m_boxes;
    mutable bool m_areBoxesKnown = false;
    bool m_isSettingBars = false;
    bool m_isMoving = false;
    int m_movedFrom = 0;
};

} // namespace jettison
