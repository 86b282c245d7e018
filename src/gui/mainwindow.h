// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalplan.h"
#include "core/route.h"
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
class FilesActions;
class FilterBar;
class NodeActions;
class PullActions;
class RemovalActions;
class TransferActions;

/// A store in a window: panes and actions on one side, the session on the other, and the wires between them.
/// Stands in a StoresWindow, or alone.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// The session must outlive the window.
    explicit MainWindow(Session &session, QWidget *parent = nullptr);
    ~MainWindow() override;

    NodeActions &nodes() const { return *m_nodes; }
    Session &session() { return m_session; }
    /// Puts it at the left of the tool bar.
    void addSwitcher(QWidget *switcher);
    /// What runs ends at a safe place, because the window is to close.
    void endForClosing();
    /// For the next window: how wide, and what is shown.
    void saveLayout() const;

public Q_SLOTS:
    void openArchive();

Q_SIGNALS:
    /// An archive or a layout, to be shown.
    void openRequested(const QString &path);
    void switchRequested();
    void connectRequested();
    /// This store alone.
    void closeRequested();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildToolBar();
    void buildStatusBar();
    void connectActions();
    void connectSession();
    void restore();

    void ask(const QList<RemovalTarget> &targets, const RemovalOptions &options);

    void showSnapshot(const SnapshotPtr &snapshot);
    void showNote(const StoreInfo &store);
    void showLoss(const Error &error);
    void showBusy(bool busy);
    void updateActions();

    Session &m_session;
    std::unique_ptr<Ui::MainWindow> m_ui;
    FilterBar *m_filter = nullptr;
    QLabel *m_selectionLabel = nullptr;
    QLabel *m_storeLabel = nullptr;
    BusyBar *m_busyBar = nullptr;
    RemovalActions *m_removals = nullptr;
    PullActions *m_pulls = nullptr;
    BackupActions *m_backups = nullptr;
    TransferActions *m_transfers = nullptr;
    FilesActions *m_files = nullptr;
    NodeActions *m_nodes = nullptr;
};

} // namespace jettison
