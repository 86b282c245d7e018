// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalplan.h"

#include <QAbstractItemModel>

namespace jettison {

/// A plan for people: what is stopped and removed, untagged, deleted and freed, and what stays and why.
/// Groups with their counts, and below each its lines.
class PlanModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    void setPlan(const RemovalPlan &plan);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Group
    {
        QString title;
        QStringList lines;
    };

    void add(const QString &title, const QStringList &lines);

    /// None is empty.
    QList<Group> m_groups;
};

} // namespace jettison
