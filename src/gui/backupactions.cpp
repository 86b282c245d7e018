// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/backupactions.h"

#include "gui/backupsdialog.h"
#include "gui/undodialog.h"
#include "models/backupsettings.h"
#include "models/undoreporttext.h"
#include "models/undotext.h"

#include <QSettings>

#include <functional>

namespace jettison {

BackupActions::BackupActions(Session &session, QAction *undo, QAction *show, QWidget *window)
    : QObject(window),
      m_session(session),
      m_undo(undo),
      m_window(window)
{
    connect(undo, &QAction::triggered, this, [this] {
        const UndoChoice chosen = choice();
        if (chosen.backup) {
            askToUndo(*chosen.backup);
        }
        if (m_undoDialog) {
            m_undoDialog->showPassedOver(chosen.passedOver);
        }
    });
    connect(show, &QAction::triggered, this, &BackupActions::showDialog);
    connectSession();
    update();
}

void BackupActions::connectSession()
{
    connect(&m_session, &Session::backupsListed, this, &BackupActions::showBackups);
    // Other programs keep backups as well, and a removal of theirs changes the store.
    connect(&m_session, &Session::scanned, &m_session, &Session::listBackups);
    connect(&m_session, &Session::undone, this, &BackupActions::showUndone);
    connect(&m_session, &Session::backupHandled, this, &BackupActions::showHandled);
    connect(&m_session, &Session::removed, this,
        [this](const RemovalReport &report) { say(undotext::kept(report)); });
    connect(&m_session, &Session::backupProgressed, this, [this](const BackupProgress &progress) {
        if (m_dialog) {
            m_dialog->showStatus(undotext::progress(progress));
        }
    });
}

void BackupActions::update()
{
    const bool isReady = m_session.isConnected() && !m_session.isBusy();
    m_undo->setEnabled(isReady && choice().backup && !m_undoDialog);
    if (m_dialog) {
        m_dialog->setBusy(m_session.isBusy());
        m_dialog->setConnected(m_session.isConnected());
    }
}

UndoChoice BackupActions::choice() const
{
    return m_session.snapshot() ? chooseUndo(m_backups, m_session.snapshot()->store()) : UndoChoice();
}

void BackupActions::askToUndo(const Backup &backup)
{
    if (m_undoDialog || !m_session.isConnected()) {
        return;
    }
    QWidget *parent = m_dialog && m_dialog->isVisible() ? m_dialog.data() : m_window;
    m_undoDialog = new UndoDialog(backup, m_session.snapshot()->store(), parent);
    m_undoDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_undoDialog, &UndoDialog::confirmed, &m_session, &Session::undo);
    connect(m_undoDialog, &QDialog::finished, this, [this] {
        m_undoDialog.clear();
        update();
    });
    m_undoDialog->open();
    update();
}

void BackupActions::showDialog()
{
    if (!m_dialog) {
        m_dialog = new BackupsDialog(m_session.backupRules(), m_window);
        connect(m_dialog, &BackupsDialog::undoRequested, this, &BackupActions::askToUndo);
        connect(m_dialog, &BackupsDialog::taskRequested, &m_session, &Session::handleBackup);
        connect(m_dialog, &BackupsDialog::rulesChanged, this, &BackupActions::keepRules);
        listBackups();
    }
    m_session.listBackups();
    update();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void BackupActions::keepRules(const BackupRules &rules)
{
    m_session.setBackupRules(rules);
    QSettings settings;
    backupsettings::write(rules, settings);
}

void BackupActions::showBackups(const QList<Backup> &backups, std::optional<qint64> freeSpace)
{
    m_backups = backups;
    m_freeSpace = freeSpace;
    if (m_dialog) {
        listBackups();
    }
    update();
}

void BackupActions::listBackups()
{
    QList<Backup> useful = m_backups;
    useful.removeIf(std::mem_fn(&Backup::isHopeless));
    m_dialog->setBackups(useful);
}

void BackupActions::showUndone(const UndoReport &report)
{
    say(undotext::remarks(report) << undotext::summary(report));
}

void BackupActions::showHandled(const BackupTask &task, const std::optional<Error> &error)
{
    say({undotext::handled(task, error)});
}

void BackupActions::say(const QList<Message> &messages)
{
    if (messages.isEmpty()) {
        return;
    }
    if (m_dialog) {
        m_dialog->showStatus(messages.last().text);
    }
    Q_EMIT said(messages);
}

} // namespace jettison
