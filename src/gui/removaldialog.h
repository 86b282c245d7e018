// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalplan.h"
#include "models/planmodel.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <optional>

namespace Ui {
class RemovalDialog;
}

namespace jettison {

/// Shows what a removal will do, and asks. What it shows is what `confirmed` carries.
class RemovalDialog : public QDialog
{
    Q_OBJECT

public:
    RemovalDialog(SnapshotPtr snapshot, QList<RemovalTarget> targets, const RemovalOptions &options,
        QWidget *parent = nullptr);
    ~RemovalDialog() override;

    /// The store changed while the dialog is open.
    void setSnapshot(SnapshotPtr snapshot);

    /// Containers of which the preview would know more: those that go or are in the way, with force or
    /// without.
    QList<Container> concernedContainers() const;
    /// Somebody asks for it. Until it is there, no container can go: what happens to it is said before.
    void expectSurroundings();
    void setSurroundings(const Surroundings &surroundings);

    /// Whether backups can be kept, and how many bytes have room there; none if nobody knows.
    void setBackupRoom(bool isAvailable, std::optional<qint64> freeSpace);

    const RemovalPlan &plan() const { return m_plan; }
    void accept() override;

Q_SIGNALS:
    void confirmed(const jettison::RemovalPlan &plan);

private:
    RemovalPlan makePlan() const;
    void showPlan(RemovalPlan plan);
    void allowRemoval();
    void renew();
    void focusButton(bool containersGo);
    void copyCommand();
    RemovalOptions options() const;
    void showBackupSize();
    QString removeText(int images, int references) const;

    std::unique_ptr<Ui::RemovalDialog> m_ui;
    PlanModel m_model;
    SnapshotPtr m_snapshot;
    QList<RemovalTarget> m_targets;
    RemovalPlan m_plan;
    Surroundings m_surroundings;
    bool m_isExpecting = false;
    QTimer m_readingTime;
    std::optional<qint64> m_freeSpace;
};

} // namespace jettison
