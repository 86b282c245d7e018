// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "models/nodemodel.h"

#include <QDialog>

#include <memory>

namespace Ui {
class NodesDialog;
}

namespace jettison {

/// The nodes of the Swarm that the engine manages, and how each can be reached; elsewhere, why there are
/// none.
class NodesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NodesDialog(QWidget *parent = nullptr);
    ~NodesDialog() override;

    /// What the person has, and what is known of each.
    void setRoutes(const QList<Route> &routes);
    void setSwarm(const Swarm &swarm);
    void setError(const Error &error);

Q_SIGNALS:
    /// To be answered by one of the two above.
    void refreshRequested();

private:
    std::unique_ptr<Ui::NodesDialog> m_ui;
    NodeModel m_model;
};

} // namespace jettison
