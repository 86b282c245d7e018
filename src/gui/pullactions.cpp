// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/pullactions.h"

namespace jettison {

PullActions::PullActions(Session &session, QAction *pull, QWidget *window)
    : QObject(window),
      m_session(session),
      m_pull(pull),
      m_dialog(new PullDialog(window))
{
    connect(pull, &QAction::triggered, m_dialog, &QDialog::show);
    connect(m_dialog, &PullDialog::pullRequested, &session, &Session::pull);
    connect(m_dialog, &PullDialog::cancelRequested, &session, &Session::cancel);
    connect(&session, &Session::pullProgressed, m_dialog, &PullDialog::showProgress);
    connect(&session, &Session::pulled, this, &PullActions::showPulled);
    connect(&session, &Session::pullFailed, this, &PullActions::showFailure);
}

void PullActions::update(bool mayStart)
{
    const SnapshotPtr &snapshot = m_session.snapshot();
    m_pull->setEnabled(m_session.isConnected() && snapshot->store().kind == StoreInfo::Kind::Engine);
    m_dialog->setAvailable(mayStart && !m_session.isBusy());
}

void PullActions::showPulled(const Reference &reference, const PullResult &result)
{
    m_dialog->showResult(reference, result);
    if (!result.digest.isEmpty()) {
        Q_EMIT said({{Message::Kind::Info, tr("Digest: %1").arg(result.digest)}});
    }
    Q_EMIT said({{Message::Kind::Info, result.status}});
}

void PullActions::showFailure(const Reference &reference, const Error &error)
{
    m_dialog->showError(reference, error);
    Q_EMIT said(
        {{Message::Kind::Error, tr("%1 was not pulled: %2").arg(reference.text(), messages::error(error))}});
}

} // namespace jettison
