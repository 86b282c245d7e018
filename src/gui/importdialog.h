// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backup.h"
#include "models/importmodel.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ImportDialog;
}

namespace jettison {

/// Shows what of an archive would come into the store, asks which images shall, and follows them.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// It is being read.
    explicit ImportDialog(const QString &path, QWidget *parent = nullptr);
    ~ImportDialog() override;

    void showProgress(const BackupProgress &progress);
    void setPreview(const ImportPreview &preview);
    void showReport(const ImportReport &report);
    /// Something else runs.
    void setAvailable(bool available);

    /// Import, once something is chosen.
    void accept() override;
    /// Ends what runs, or closes.
    void reject() override;

Q_SIGNALS:
    void importRequested(const jettison::ImportRequest &request);
    void cancelRequested();

private:
    enum class State { Reading, Choosing, Importing, Ended };

    void setState(State state);
    void showChoice();
    bool isRunning() const { return m_state == State::Reading || m_state == State::Importing; }

    std::unique_ptr<Ui::ImportDialog> m_ui;
    ImportModel m_model;
    State m_state = State::Reading;
    bool m_isAvailable = true;
};

} // namespace jettison
