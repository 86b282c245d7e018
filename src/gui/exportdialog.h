// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backup.h"
#include "core/imageexport.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ExportDialog;
}

namespace jettison {

/// Asks where images shall be written to and in which form, and follows that. It may be left open.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `folder`: where it proposes to write to.
    ExportDialog(const SnapshotPtr &snapshot, const QList<RemovalTarget> &targets, const QString &folder,
        QWidget *parent = nullptr);
    ~ExportDialog() override;

    void showProgress(const BackupProgress &progress);
    void showReport(const ExportReport &report);
    /// Something else runs.
    void setAvailable(bool available);

    /// Export, once everything is said.
    void accept() override;
    /// Ends what runs, or closes.
    void reject() override;

Q_SIGNALS:
    void exportRequested(const jettison::ExportRequest &request);
    void cancelRequested();

private:
    /// In the order of the combo box.
    enum Form { DockerFile, LayoutFolder, LayoutFile };

    QString describeImages() const;
    void changeEnding();
    void browse();
    void check();
    void setRunning(bool running);
    Form form() const;

    std::unique_ptr<Ui::ExportDialog> m_ui;
    ExportRequest m_request;
    /// What this dialog wrote last is no question any more.
    QString m_written;
    bool m_isRunning = false;
    bool m_isAvailable = true;
};

} // namespace jettison
