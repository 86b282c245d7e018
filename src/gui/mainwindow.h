// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalplan.h"
#include "core/snapshot.h"
#include "jobs/session.h"

#include <QMainWindow>

#include <memory>

class QLabel;

namespace Ui {
class MainWindow;
}

namespace jettison {

class BackupActions;
class BusyBar;
class FilterBar;
class PullActions;
class RemovalActions;
class TransferActions;

/// The window: panes and actions on one side, the session on the other, and the wires between them.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// The session must outlive the window.
    explicit MainWindow(Session &session, QWidget *parent = nullptr);
    ~MainWindow() override;

Q_SIGNALS:
    /// An archive or a layout, to be shown in a window of its own.
    void openRequested(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildToolBar();
    void buildStatusBar();
    void connectActions();
    void connectSession();
    void restore();

    void ask(const QList<RemovalTarget> &targets, const RemovalOptions &options);
    void showAbout();
    /// From the base on, or FilesModel::WholeImage.
    void showFiles(const ImageId &image, int layer);

    void showSnapshot(const SnapshotPtr &snapshot);
    void showLoss(const Error &error);
    void showBusy(bool busy);
    void updateActions();

    Session &m_session;
    std::unique_ptr<Ui::MainWindow> m_ui;
    FilterBar *m_filter = nullptr;
    bool m_isClosing = false;
    QLabel *m_selectionLabel = nullptr;
    QLabel *m_storeLabel = nullptr;
    BusyBar *m_busyBar = nullptr;
    RemovalActions *m_removals = nullptr;
    PullActions *m_pulls = nullptr;
    BackupActions *m_backups = nullptr;
    TransferActions *m_transfers = nullptr;
};

} // namespace jettison
