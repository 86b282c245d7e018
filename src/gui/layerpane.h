// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removaleffect.h"
#include "core/removaltarget.h"
#include "core/snapshot.h"

#include <QWidget>

#include <memory>

namespace Ui {
class LayerPane;
}

namespace jettison {

/// The layers of a store as a tree or as a map, or why there are none to see.
class LayerPane : public QWidget
{
    Q_OBJECT

public:
    explicit LayerPane(QWidget *parent = nullptr);
    ~LayerPane() override;

    void setSnapshot(const SnapshotPtr &snapshot);
    /// What a removal would mean for the layers of the snapshot.
    void setEffect(const RemovalEffect &effect);
    /// Brings something that goes into sight, if anything does.
    void showGoing();
    void setRemovalAllowed(bool allowed) { m_isRemovalAllowed = allowed; }

    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

public Q_SLOTS:
    /// Images whose layers were read, of those that are to be read.
    void setProgress(int read, int all);

Q_SIGNALS:
    /// The images that need a layer of those that are selected now.
    void layersSelected(const QList<jettison::ImageId> &images);
    void imagesRequested(const jettison::ChainId &layer);
    /// Of an image that needs the layer, which is that many layers above its base.
    void filesRequested(const jettison::ImageId &image, int layer);
    void removalRequested(const QList<jettison::RemovalTarget> &images);

private:
    bool isMapShown() const;
    std::vector<LayerGraph::Index> selectedLayers() const;
    void showView();
    void tellSelection();
    void showMenu(QPoint globalPosition);
    void updatePage();
    ImageId imageToBrowse(LayerGraph::Index layer) const;
    QList<ImageId> imagesOf(const std::vector<LayerGraph::Index> &layers) const;
    void copy(const std::vector<LayerGraph::Index> &layers, QString (*text)(const Layer &)) const;

    std::unique_ptr<Ui::LayerPane> m_ui;
    SnapshotPtr m_snapshot;
    bool m_isRemovalAllowed = false;
    bool m_isReading = false;
};

} // namespace jettison
