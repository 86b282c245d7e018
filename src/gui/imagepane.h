// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removaltarget.h"
#include "core/snapshot.h"
#include "models/imagefiltermodel.h"
#include "models/imagemodel.h"

#include <QWidget>

#include <memory>

class QMenu;

namespace Ui {
class ImagePane;
}

namespace jettison {

/// The images of a store, or why there are none to see.
class ImagePane : public QWidget
{
    Q_OBJECT

public:
    explicit ImagePane(QWidget *parent = nullptr);
    ~ImagePane() override;

    void setSnapshot(const SnapshotPtr &snapshot);
    /// Shown instead of the images. Ends with the next snapshot.
    void setProblem(const QString &text);
    /// What opens at a right click.
    void setContextMenu(QMenu *menu);

    /// An image that is selected as well as its references is whole.
    QList<RemovalTarget> selectedTargets() const;
    QStringList selectedIds() const;
    QStringList selectedNames() const;
    bool hasSelection() const;
    /// Of images that stay for other platforms.
    bool hasOnlyPlatforms() const;

    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

public Q_SLOTS:
    /// Those of them that are shown, instead of what was selected.
    void selectImages(const QList<jettison::ImageId> &images);
    void setSearch(const QString &text);
    void setShow(jettison::ImageFilterModel::Show show);
    void setIntermediateShown(bool shown);

Q_SIGNALS:
    void selectionChanged();
    void retryRequested();

private:
    /// The first column's index of each selected row, in the order of the rows.
    QModelIndexList selectedRows() const;
    void showContextMenu(QPoint position);
    void setColumnWidths();
    void updatePage();
    void takeFocus();

    std::unique_ptr<Ui::ImagePane> m_ui;
    ImageModel m_model;
    ImageFilterModel m_filter;
    QMenu *m_menu = nullptr;
    bool m_hasProblem = false;
};

} // namespace jettison
