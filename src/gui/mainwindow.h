// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalplan.h"
#include "core/removalreport.h"
#include "core/snapshot.h"
#include "gui/pulldialog.h"
#include "jobs/session.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

class QLabel;

namespace Ui {
class MainWindow;
}

namespace jettison {

class BackupActions;
class BusyBar;
class FilterBar;
class RemovalDialog;
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

    void askToRemove(const QList<RemovalTarget> &targets, const RemovalOptions &options);
    void remove(const RemovalPlan &plan);
    void showAbout();
    /// From the base on, or FilesModel::WholeImage.
    void showFiles(const ImageId &image, int layer);

    void showSnapshot(const SnapshotPtr &snapshot);
    void showLoss(const Error &error);
    void showStep(int step, const StepOutcome &outcome);
    void showReport(const RemovalReport &report);
    void showPulled(const Reference &reference, const PullResult &result);
    void showPullFailure(const Reference &reference, const Error &error);
    void showBusy(bool busy);
    void updateActions();

    Session &m_session;
    std::unique_ptr<Ui::MainWindow> m_ui;
    PullDialog m_pullDialog;
    FilterBar *m_filter = nullptr;
    QPointer<RemovalDialog> m_removalDialog;
    /// What runs.
    RemovalPlan m_plan;
    bool m_isClosing = false;
    QLabel *m_selectionLabel = nullptr;
    QLabel *m_storeLabel = nullptr;
    BusyBar *m_busyBar = nullptr;
    BackupActions *m_backups = nullptr;
    TransferActions *m_transfers = nullptr;
};

} // namespace jettison
