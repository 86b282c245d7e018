// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/removalactions.h"

#include "gui/removaldialog.h"

namespace jettison {

RemovalActions::RemovalActions(Session &session, QWidget *window)
    : QObject(window),
      m_session(session),
      m_window(window)
{
    connect(&session, &Session::stepEnded, this, &RemovalActions::showStep);
    connect(&session, &Session::surroundingsRead, this, &RemovalActions::showSurroundings);
    connect(&session, &Session::removed, this,
        [this](const RemovalReport &report) { Q_EMIT said({messages::summary(report)}); });
}

void RemovalActions::ask(
    const QList<RemovalTarget> &targets, RemovalOptions options, std::optional<qint64> freeSpace)
{
    if (targets.isEmpty() || m_session.isBusy() || m_dialog) {
        return;
    }
    options.backup = m_session.backupRules().always;
    m_dialog = new RemovalDialog(m_session.snapshot(), targets, options, m_window);
    m_dialog->setBackupRoom(!m_session.backupRules().folder.isEmpty(), freeSpace);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &RemovalDialog::confirmed, this, &RemovalActions::remove);
    connect(m_dialog, &QDialog::finished, this, [this] {
        m_dialog.clear();
        Q_EMIT askingChanged();
    });
    askForSurroundings();
    m_dialog->open();
    Q_EMIT askingChanged();
}

void RemovalActions::setSnapshot(const SnapshotPtr &snapshot)
{
    if (m_dialog) {
        m_dialog->setSnapshot(snapshot);
        askForSurroundings();
    }
}

// One question at a time: a store that changes all the time must not be asked faster than it answers.
void RemovalActions::askForSurroundings()
{
    if (m_session.snapshot()->store().kind != StoreInfo::Kind::Engine) {
        return;
    }
    m_dialog->expectSurroundings();
    m_isAskWanted = m_isAsked;
    if (!m_isAsked) {
        m_isAsked = true;
        m_askedFor = m_dialog;
        m_session.readSurroundings(m_dialog->concernedContainers());
    }
}

void RemovalActions::showSurroundings(const Surroundings &surroundings)
{
    m_isAsked = false;
    if (m_dialog && m_askedFor == m_dialog) {
        m_dialog->setSurroundings(surroundings);
    }
    if (m_dialog && m_isAskWanted) {
        askForSurroundings();
    }
}

void RemovalActions::remove(const RemovalPlan &plan)
{
    m_plan = plan;
    QList<Message> lines;
    for (const KeptImage &kept : plan.kept) {
        if (kept.isBlocked()) {
            lines << Message{Message::Kind::Warning, messages::kept(kept, *plan.snapshot)};
        }
    }
    Q_EMIT said(lines);
    m_session.remove(plan);
    Q_EMIT progressed(0, int(plan.steps.size()));
}

void RemovalActions::showStep(int step, const StepOutcome &outcome)
{
    Q_EMIT progressed(step + 1, int(m_plan.steps.size()));
    Q_EMIT said(messages::outcome(m_plan.steps[step], outcome));
}

} // namespace jettison
