// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "jobs/session.h"

#include <QAction>

namespace jettison {

class ImagePane;
class LayerPane;

/// Everything about the files of images in a window: an action, what the panes ask for, and their dialogs.
class FilesActions : public QObject
{
    Q_OBJECT

public:
    /// The session, the action, the panes and the window outlive this.
    FilesActions(
        Session &session, QAction *files, const ImagePane &images, const LayerPane &layers, QWidget *window);

    /// After the session lost or found its store, or something else was selected.
    void update();

private:
    /// From the base on, or FilesModel::WholeImage.
    void show(const ImageId &id, int layer);

    Session &m_session;
    QAction *m_files = nullptr;
    const ImagePane &m_images;
    QWidget *m_window = nullptr;
};

} // namespace jettison
