// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/snapshot.h"
#include "jobs/session.h"
#include "models/filelayersmodel.h"
#include "models/filelistmodel.h"
#include "models/filesmodel.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QTreeView;

namespace Ui {
class FilesDialog;
}

namespace jettison {

/// The files of an image: those of each layer and those that are seen, the biggest ones and what is wasted.
/// Reads them as soon as it is shown; closing it ends the reading.
class FilesDialog : public QDialog
{
    Q_OBJECT

public:
    /// The session must outlive it. `layer` is shown first: its place from the base on, or
    /// FilesModel::WholeImage.
    FilesDialog(Session &session, const Image &image, int layer, QWidget *parent = nullptr);
    ~FilesDialog() override;

    const ImageId &image() const { return m_image.id; }
    void selectLayer(int layer);

public Q_SLOTS:
    void done(int result) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void prepareViews();
    void prepareView(QTreeView *view, QAbstractItemModel &model);
    void connectViews();
    void read();
    void showProgress(const ImageId &image, qint64 bytes);
    void showFiles(const ImageFilesPtr &files);
    void showError(const ImageId &image, const Error &error);
    void showMessage(const QString &text, bool canRetry);
    void showLayer(int layer);
    void applyFilter();
    void expandFew();
    void revealBiggest(const QModelIndex &index);
    void updateCopy();
    void copyPaths();
    QStringList selectedPaths() const;

    Session &m_session;
    Image m_image;
    int m_layer = FilesModel::WholeImage;
    std::unique_ptr<Ui::FilesDialog> m_ui;
    ImageFilesPtr m_files;
    FileLayersModel m_layersModel;
    FilesModel m_filesModel;
    FileListModel m_biggestModel{FileListModel::Kind::Biggest};
    FileListModel m_wastedModel{FileListModel::Kind::Wasted};
    /// Filters once for what is typed in one go.
    QTimer m_filtering;
    bool m_isReading = false;
};

} // namespace jettison
