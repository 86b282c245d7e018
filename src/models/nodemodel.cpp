// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/nodemodel.h"

#include "models/swarmtext.h"

namespace jettison {

void NodeModel::setNodes(const QList<SwarmNode> &nodes)
{
    beginResetModel();
    m_nodes = nodes;
    endResetModel();
}

void NodeModel::setRoutes(const QList<Route> &routes)
{
    m_routes = routes;
    if (!m_nodes.isEmpty()) {
        Q_EMIT dataChanged(index(0, ReachColumn), index(int(m_nodes.size()) - 1, ReachColumn));
    }
}

int NodeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_nodes.size());
}

int NodeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NodeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const SwarmNode &node = m_nodes[index.row()];
    const auto column = Column(index.column());
    return role == Qt::ToolTipRole && column == ReachColumn ? swarmtext::reachInFull(node, m_routes)
                                                            : text(node, column);
}

QString NodeModel::text(const SwarmNode &node, Column column) const
{
    switch (column) {
    case HostColumn:
        return node.hostName;
    case RoleColumn:
        return swarmtext::role(node);
    case StateColumn:
        return node.state;
    case AvailabilityColumn:
        return node.availability;
    case AddressColumn:
        return node.address;
    case EngineColumn:
        return node.engineVersion;
    case ReachColumn:
        return swarmtext::reach(node, m_routes);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant NodeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case HostColumn:
        return tr("Host name");
    case RoleColumn:
        return tr("Role");
    case StateColumn:
        return tr("State");
    case AvailabilityColumn:
        return tr("Availability");
    case AddressColumn:
        return tr("Address");
    case EngineColumn:
        return tr("Engine");
    case ReachColumn:
        return tr("Reached by");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace jettison
