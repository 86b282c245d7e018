// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "models/layermodel.h"

#include <QTreeView>

namespace jettison {

/// The layers of a store as a tree. What a removal would free is red and struck out. What is open, selected
/// and in sight stays so with a new snapshot.
class LayerTree : public QTreeView
{
    Q_OBJECT

public:
    explicit LayerTree(QWidget *parent = nullptr);

    void setSnapshot(const SnapshotPtr &snapshot);
    void setEffect(const RemovalEffect &effect);
    /// Opens and scrolls to what goes, unless some of it is in sight.
    void showGoing();

    std::vector<LayerGraph::Index> selectedLayers() const;
    void selectLayers(const std::vector<LayerGraph::Index> &layers);

Q_SIGNALS:
    /// By a person, or by selectLayers().
    void layersSelected();
    void menuRequested(QPoint globalPosition);

private:
    void openSome();
    bool isAnyGoingShown() const;
    void setColumnWidths();

    LayerModel m_model;
    bool m_isRestoring = false;
};

} // namespace jettison
