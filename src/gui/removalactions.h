// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "jobs/session.h"
#include "models/messages.h"

#include <QPointer>

#include <optional>

namespace jettison {

class RemovalDialog;

/// Everything about removals in a window: the question, and what the session says of them.
class RemovalActions : public QObject
{
    Q_OBJECT

public:
    /// The session and the window outlive this.
    RemovalActions(Session &session, QWidget *window);

    /// Shows what the removal would do, and asks. Does nothing while something runs or is asked already.
    /// `freeSpace`: for backups.
    void ask(const QList<RemovalTarget> &targets, RemovalOptions options, std::optional<qint64> freeSpace);
    bool isAsking() const { return !m_dialog.isNull(); }
    /// The store changed while the question is open.
    void setSnapshot(const SnapshotPtr &snapshot);

Q_SIGNALS:
    void askingChanged();
    void said(const QList<jettison::Message> &messages);
    /// Steps that have ended, of so many.
    void progressed(int done, int all);

private:
    void remove(const RemovalPlan &plan);
    void askForSurroundings();
    void showSurroundings(const Surroundings &surroundings);
    void showStep(int step, const StepOutcome &outcome);

    Session &m_session;
    QWidget *m_window = nullptr;
    QPointer<RemovalDialog> m_dialog;
    /// The one that the session's next surroundings are for.
    QPointer<RemovalDialog> m_askedFor;
    bool m_isAsked = false;
    /// Once more after the answer.
    bool m_isAskWanted = false;
    /// What runs.
    RemovalPlan m_plan;
};

} // namespace jettison
