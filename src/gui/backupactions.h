// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/undochoice.h"
#include "jobs/session.h"
#include "models/messages.h"

#include <QAction>
#include <QPointer>

#include <optional>

namespace jettison {

class BackupsDialog;
class UndoDialog;

/// Everything about backups and undo in a window: two actions, their dialogs, and what the session says.
class BackupActions : public QObject
{
    Q_OBJECT

public:
    /// The session, the actions and the window outlive this.
    BackupActions(Session &session, QAction *undo, QAction *show, QWidget *window);

    /// After the session became busy or idle, lost or found its store.
    void update();
    /// In the folder for backups; none if nobody knows.
    std::optional<qint64> freeSpace() const { return m_freeSpace; }

Q_SIGNALS:
    void said(const QList<jettison::Message> &messages);

private:
    void connectSession();
    /// What an undo would bring back.
    UndoChoice choice() const;
    void askToUndo(const Backup &backup);
    void showDialog();
    /// In the dialog.
    void listBackups();
    void keepRules(const BackupRules &rules);
    void showBackups(const QList<Backup> &backups, std::optional<qint64> freeSpace);
    void showUndone(const UndoReport &report);
    void showHandled(const BackupTask &task, const std::optional<Error> &error);
    void say(const QList<Message> &messages);

    Session &m_session;
    QAction *m_undo = nullptr;
    QWidget *m_window = nullptr;
    QPointer<BackupsDialog> m_dialog;
    QPointer<UndoDialog> m_undoDialog;
    /// With records of removals that cannot be undone.
    QList<Backup> m_backups;
    std::optional<qint64> m_freeSpace;
};

} // namespace jettison
