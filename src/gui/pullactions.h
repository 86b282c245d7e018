// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/pulldialog.h"
#include "jobs/session.h"
#include "models/messages.h"

#include <QAction>

namespace jettison {

/// Everything about pulling in a window: an action, its dialog, and what the session says.
class PullActions : public QObject
{
    Q_OBJECT

public:
    /// The session, the action and the window outlive this.
    PullActions(Session &session, QAction *pull, QWidget *window);

    /// After the session became busy or idle, lost or found its store. `mayStart`: nothing else is about to.
    void update(bool mayStart);

Q_SIGNALS:
    void said(const QList<jettison::Message> &messages);

private:
    void showPulled(const Reference &reference, const PullResult &result);
    void showFailure(const Reference &reference, const Error &error);

    Session &m_session;
    QAction *m_pull = nullptr;
    PullDialog *m_dialog = nullptr;
};

} // namespace jettison
