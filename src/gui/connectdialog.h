// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/host.h"

#include <QDialog>

#include <memory>

class QLineEdit;

namespace Ui {
class ConnectDialog;
}

namespace jettison {

/// Asks for the address of an engine and has it checked before it is used.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectDialog(QWidget *parent = nullptr);
    ~ConnectDialog() override;

    /// What came of checkRequested(). If an engine answered, the dialog is accepted.
    void showAnswer(const TypedHost &typed, const HostAnswer &answer);

Q_SIGNALS:
    void checkRequested(const jettison::TypedHost &typed);
    /// It answered, and is to be kept and used.
    void connected(const jettison::TypedHost &typed);
    /// It did not answer, and is to be kept.
    void kept(const jettison::TypedHost &typed);

private:
    TypedHost typed() const;
    void check();
    void choose(QLineEdit *box, const QString &title);
    void forgetAnswer();
    void updateParts();

    std::unique_ptr<Ui::ConnectDialog> m_ui;
    bool m_isChecking = false;
    /// Nobody answered there.
    std::optional<TypedHost> m_failed;
};

} // namespace jettison
