// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backuptask.h"
#include "models/backupmodel.h"
#include "models/messages.h"

#include <QDialog>
#include <QSortFilterProxyModel>

#include <memory>

namespace Ui {
class BackupsDialog;
}

namespace jettison {

/// The backups that are kept, what can be done with them, and how many there may be.
class BackupsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit BackupsDialog(const BackupRules &rules, QWidget *parent = nullptr);
    ~BackupsDialog() override;

    void setBackups(const QList<Backup> &backups);
    /// Something runs: nothing else can be asked for.
    void setBusy(bool busy);
    /// A store is there to restore into.
    void setConnected(bool connected);
    /// How far something is, or what came of it.
    void showStatus(const QString &text);

Q_SIGNALS:
    void undoRequested(const jettison::Backup &backup);
    void taskRequested(const jettison::BackupTask &task);
    void rulesChanged(const jettison::BackupRules &rules);

private:
    const Backup *selected() const;
    void showSelected();
    void updateButtons();
    void changeRules();
    void requestTask(BackupTask::Kind kind);
    void askForPath();
    void askToDelete();

    std::unique_ptr<Ui::BackupsDialog> m_ui;
    BackupModel m_model;
    QSortFilterProxyModel m_sorted;
    BackupRules m_rules;
    bool m_isBusy = false;
    bool m_isConnected = false;
};

} // namespace jettison
