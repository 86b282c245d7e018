// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/route.h"
#include "jobs/session.h"

#include <QAction>
#include <QPointer>

namespace jettison {

class NodesDialog;

/// Everything about the nodes of a Swarm in a window: an action, its dialog, and what the session says.
class NodeActions : public QObject
{
    Q_OBJECT

public:
    /// The session, the action and the window outlive this.
    NodeActions(Session &session, QAction *nodes, QWidget *window);

    /// Ways to engines that the person has: nodes may be among them.
    void setRoutes(const QList<Route> &routes);
    /// After the session lost or found its store.
    void update();

Q_SIGNALS:
    /// Somebody is about to read who answers on these ways.
    void answersWanted();

private:
    void show();

    Session &m_session;
    QAction *m_nodes = nullptr;
    QWidget *m_window = nullptr;
    QPointer<NodesDialog> m_dialog;
    QList<Route> m_routes;
};

} // namespace jettison
