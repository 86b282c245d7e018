// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/nodeactions.h"

#include "gui/nodesdialog.h"

namespace jettison {

NodeActions::NodeActions(Session &session, QAction *nodes, QWidget *window)
    : QObject(window),
      m_session(session),
      m_nodes(nodes),
      m_window(window)
{
    connect(nodes, &QAction::triggered, this, &NodeActions::show);
}

void NodeActions::update()
{
    m_nodes->setEnabled(
        m_session.isConnected() && m_session.snapshot()->store().kind == StoreInfo::Kind::Engine);
}

void NodeActions::setRoutes(const QList<Route> &routes)
{
    m_routes = routes;
    if (m_dialog) {
        m_dialog->setRoutes(routes);
    }
}

void NodeActions::show()
{
    if (!m_dialog) {
        m_dialog = new NodesDialog(m_window);
        m_dialog->setRoutes(m_routes);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &NodesDialog::refreshRequested, &m_session, &Session::readSwarm);
        connect(m_dialog, &NodesDialog::refreshRequested, this, &NodeActions::answersWanted);
        connect(&m_session, &Session::swarmRead, m_dialog, &NodesDialog::setSwarm);
        connect(&m_session, &Session::swarmFailed, m_dialog, &NodesDialog::setError);
    }
    m_session.readSwarm();
    Q_EMIT answersWanted();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace jettison
