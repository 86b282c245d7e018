// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/nodesdialog.h"

#include "gui/fitscreen.h"
#include "gui/rowdelegate.h"
#include "models/messages.h"
#include "models/swarmtext.h"
#include "ui_nodesdialog.h"

#include <QPushButton>

namespace jettison {

NodesDialog::NodesDialog(QWidget *parent)
    : QDialog(parent),
      m_ui(std::make_unique<Ui::NodesDialog>())
{
    m_ui->setupUi(this);
    fitScreen(*this);
    m_ui->view->setModel(&m_model);
    m_ui->view->setItemDelegate(new RowDelegate(m_ui->view));
    m_ui->view->hide();
    connect(m_ui->refreshButton, &QPushButton::clicked, this, &NodesDialog::refreshRequested);
}

NodesDialog::~NodesDialog() = default;

void NodesDialog::setRoutes(const QList<Route> &routes)
{
    m_model.setRoutes(routes);
}

void NodesDialog::setSwarm(const Swarm &swarm)
{
    m_model.setNodes(swarm.nodes);
    m_ui->view->setVisible(swarm.part == Swarm::Part::Manager);
    m_ui->summary->setText(swarmtext::summary(swarm));
    for (int column = 0; column < NodeModel::ReachColumn; ++column) {
        m_ui->view->resizeColumnToContents(column);
    }
}

// What was known may be wrong by now.
void NodesDialog::setError(const Error &error)
{
    m_model.setNodes({});
    m_ui->view->hide();
    m_ui->summary->setText(messages::error(error));
}

} // namespace jettison
