// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QBasicTimer>
#include <QTreeView>

class QRubberBand;

namespace jettison {

/// The table of images. Rows are selected by dragging over them, or by a rubber band that begins on empty
/// space; with Ctrl the band adds to what is selected. Escape takes a band back.
class ImageView : public QTreeView
{
    Q_OBJECT

public:
    explicit ImageView(QWidget *parent = nullptr);
    ~ImageView() override;

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    bool isBanding() const;
    void startBand(QPoint position, bool adding);
    void stretchBand(QPoint position);
    void endBand();
    /// What the band touches, whole rows.
    QItemSelection banded(const QRect &viewportRect) const;

    QRubberBand *m_band = nullptr;
    /// Where the band began, in the scrolled content.
    QPoint m_origin;
    QPoint m_pointer;
    /// Until the button is let go, the pointer selects nothing.
    bool m_isTakenBack = false;
    QItemSelection m_before;
    QItemSelection m_kept;
    QBasicTimer m_scrollTimer;
};

} // namespace jettison
