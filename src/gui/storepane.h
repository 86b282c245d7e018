// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removaltarget.h"
#include "core/snapshot.h"

#include <QTimer>
#include <QWidget>

class QSettings;
class QSplitter;

namespace jettison {

class ImagePane;
class LayerPane;

/// The images of a store beside its layers. What is selected among the images is marked in the layers with
/// what its removal would mean, and layers that are selected select the images that need them.
class StorePane : public QWidget
{
    Q_OBJECT

public:
    explicit StorePane(QWidget *parent = nullptr);

    ImagePane *images() const { return m_images; }
    LayerPane *layers() const { return m_layers; }

    void setSnapshot(const SnapshotPtr &snapshot);

    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

Q_SIGNALS:
    /// What a removal of the selected images would mean; empty if none is selected.
    void effectChanged(const QString &text);
    /// Words for the filter that show only certain images.
    void searchRequested(const QString &words);

private:
    void updateEffect();

    QSplitter *m_splitter = nullptr;
    ImagePane *m_images = nullptr;
    LayerPane *m_layers = nullptr;
    SnapshotPtr m_snapshot = std::make_shared<const Snapshot>();
    /// One computation for all that changes at once.
    QTimer m_updating;
};

} // namespace jettison
