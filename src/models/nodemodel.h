// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/route.h"
#include "core/swarm.h"

#include <QAbstractTableModel>

namespace jettison {

/// The nodes of a Swarm, a row each, and how each can be reached from here.
class NodeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        HostColumn,
        RoleColumn,
        StateColumn,
        AvailabilityColumn,
        AddressColumn,
        EngineColumn,
        ReachColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setNodes(const QList<SwarmNode> &nodes);
    void setRoutes(const QList<Route> &routes);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const SwarmNode &node, Column column) const;

    QList<SwarmNode> m_nodes;
    QList<Route> m_routes;
};

} // namespace jettison
