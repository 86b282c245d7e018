// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/undoreport.h"

#include <QDialog>

#include <memory>

namespace Ui {
class UndoDialog;
}

namespace jettison {

/// Shows what an undo brings back and what it cannot, and asks.
class UndoDialog : public QDialog
{
    Q_OBJECT

public:
    /// `store`: the one that it would be loaded into.
    UndoDialog(const Backup &backup, const StoreInfo &store, QWidget *parent = nullptr);
    ~UndoDialog() override;

    /// Newer removals, which cannot be undone: they come first, so that this one is not taken for the newest.
    void showPassedOver(const QList<Backup> &backups);
    void accept() override;

Q_SIGNALS:
    void confirmed(const QString &id, const jettison::UndoOptions &options);

private:
    /// Why nothing of it can be brought back into this store. Empty if it can.
    static QString obstacle(const Backup &backup, const StoreInfo &store);

    std::unique_ptr<Ui::UndoDialog> m_ui;
    QString m_id;
};

} // namespace jettison
