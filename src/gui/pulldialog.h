// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/pull.h"
#include "core/reference.h"
#include "models/pullmodel.h"

#include <QDialog>

#include <memory>

namespace Ui {
class PullDialog;
}

namespace jettison {

/// Asks for an image's name and follows its pull. It may be closed and opened again meanwhile.
class PullDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PullDialog(QWidget *parent = nullptr);
    ~PullDialog() override;

    void showProgress(const PullProgress &progress);
    void showResult(const Reference &reference, const PullResult &result);
    void showError(const Reference &reference, const Error &error);
    /// No pull can be started while the store is busy with something else.
    void setAvailable(bool available);

Q_SIGNALS:
    void pullRequested(const jettison::Reference &reference);
    void cancelRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void start();
    bool canStart() const;
    void check(const QString &text);
    void setRunning(bool running);
    void finish(const QString &text);

    std::unique_ptr<Ui::PullDialog> m_ui;
    PullModel m_model;
    bool m_isRunning = false;
    bool m_isAvailable = true;
};

} // namespace jettison
