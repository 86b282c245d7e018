// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/filesactions.h"

#include "gui/filesdialog.h"
#include "gui/imagepane.h"
#include "gui/layerpane.h"

#include <algorithm>

namespace jettison {

FilesActions::FilesActions(
    Session &session, QAction *files, const ImagePane &images, const LayerPane &layers, QWidget *window)
    : QObject(window),
      m_session(session),
      m_files(files),
      m_images(images),
      m_window(window)
{
    connect(files, &QAction::triggered, this,
        [this] { show(m_images.selectedTargets().first().image, FilesModel::WholeImage); });
    connect(&layers, &LayerPane::filesRequested, this, &FilesActions::show);
}

void FilesActions::update()
{
    const bool isOne = m_session.isConnected() && m_images.selectedIds().size() == 1;
    const QList<RemovalTarget> targets = isOne ? m_images.selectedTargets() : QList<RemovalTarget>();
    const Image *image = targets.isEmpty() ? nullptr : m_session.snapshot()->image(targets.first().image);
    // A manifest list has no files of its own.
    m_files->setEnabled(image && !image->isList);
}

// One window an image.
void FilesActions::show(const ImageId &id, int layer)
{
    const QList<FilesDialog *> opened = m_window->findChildren<FilesDialog *>();
    const auto known = std::ranges::find(opened, id, &FilesDialog::image);
    const Image *image = m_session.snapshot()->image(id);
    if (known == opened.end() && !image) {
        return;
    }
    FilesDialog *dialog =
        known == opened.end() ? new FilesDialog(m_session, *image, layer, m_window) : *known;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->selectLayer(layer);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace jettison
