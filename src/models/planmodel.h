// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalremark.h"

#include <QAbstractItemModel>

namespace jettison {

/// A plan for people: what is stopped and removed, untagged, deleted and freed, what stays and why, and what
/// happens around it. Groups with their counts, and below each its lines; below a remark whom it concerns and
/// what to do.
class PlanModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    void setPlan(const RemovalPlan &plan, const Surroundings &surroundings = {});

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Line
    {
        QString text;
        QStringList details = {};
    };
    struct Group
    {
        QString title;
        QList<Line> lines;
    };

    void add(const QString &title, const QStringList &lines);
    void addRemarks(const QString &title, const QList<Line> &lines);
    const QString &textAt(const QModelIndex &index) const;
    static QList<Line> remarkLines(const QList<RemovalRemark> &remarks, bool goes, const StoreInfo &store);

    /// None is empty.
    QList<Group> m_groups;
};

} // namespace jettison
