// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/transferactions.h"

#include "gui/exportdialog.h"
#include "gui/importdialog.h"
#include "models/transfertext.h"

#include <QDir>
#include <QFileDialog>
#include <QSettings>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

const QString FolderKey = u"transfer/folder"_s;

QString lastFolder()
{
    const QString folder = QSettings().value(FolderKey).toString();
    return QDir(folder).exists() && !folder.isEmpty() ? folder : QDir::homePath();
}

void keepFolder(const QString &path)
{
    QSettings().setValue(FolderKey, QFileInfo(path).absolutePath());
}

// Dialogs for files show no folder as something to open: a layout is known by the files in it.
QString archiveOf(const QString &path)
{
    const QFileInfo info(path);
    const bool isInLayout = info.fileName() == "index.json"_L1 || info.fileName() == "oci-layout"_L1;
    return isInLayout ? info.path() : path;
}

} // namespace

TransferActions::TransferActions(
    Session &session, QAction *exporting, QAction *importing, Selection selection, QWidget *window)
    : QObject(window),
      m_session(session),
      m_export(exporting),
      m_import(importing),
      m_selection(std::move(selection)),
      m_window(window)
{
    connect(exporting, &QAction::triggered, this, &TransferActions::showExport);
    connect(importing, &QAction::triggered, this, &TransferActions::chooseArchive);
    connectSession();
    update();
}

void TransferActions::connectSession()
{
    connect(&m_session, &Session::backupProgressed, this, [this](const BackupProgress &progress) {
        if (m_exportDialog) {
            m_exportDialog->showProgress(progress);
        }
        if (m_importDialog) {
            m_importDialog->showProgress(progress);
        }
    });
    connect(&m_session, &Session::exported, this, [this](const ExportReport &report) {
        Q_EMIT said(transfertext::remarks(report) << transfertext::summary(report));
        if (m_exportDialog) {
            m_exportDialog->showReport(report);
        }
    });
    connect(&m_session, &Session::importPreviewed, this, [this](const ImportPreview &preview) {
        if (m_importDialog) {
            m_importDialog->setPreview(preview);
        }
    });
    connect(&m_session, &Session::imported, this, [this](const ImportReport &report) {
        Q_EMIT said(transfertext::remarks(report) << transfertext::summary(report));
        if (m_importDialog) {
            m_importDialog->showReport(report);
        }
    });
}

void TransferActions::update()
{
    const bool isReady = m_session.isConnected() && !m_session.isBusy();
    m_export->setEnabled(isReady && !m_exportDialog && !m_selection().isEmpty());
    m_import->setEnabled(isReady && !m_importDialog);
    if (m_exportDialog) {
        m_exportDialog->setAvailable(isReady);
    }
    if (m_importDialog) {
        m_importDialog->setAvailable(isReady);
    }
}

void TransferActions::showExport()
{
    const QList<RemovalTarget> targets = m_selection();
    if (targets.isEmpty() || m_exportDialog) {
        return;
    }
    m_exportDialog = new ExportDialog(m_session.snapshot(), targets, lastFolder(), m_window);
    m_exportDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_exportDialog, &ExportDialog::exportRequested, this, &TransferActions::startExport);
    connect(m_exportDialog, &ExportDialog::cancelRequested, &m_session, &Session::cancel);
    connect(m_exportDialog, &QDialog::finished, this, [this] {
        m_exportDialog.clear();
        update();
    });
    m_exportDialog->show();
    update();
}

void TransferActions::startExport(const ExportRequest &request)
{
    keepFolder(request.path);
    m_session.exportImages(request);
}

void TransferActions::chooseArchive()
{
    auto *dialog = new QFileDialog(m_window, tr("Import images"), lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Archives and layouts (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.tar.zst "
                               "index.json oci-layout)"),
        tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        keepFolder(path);
        importArchive(archiveOf(path));
    });
    dialog->open();
}

void TransferActions::importArchive(const QString &path)
{
    if (m_importDialog || m_session.isBusy() || !m_session.isConnected()) {
        Q_EMIT said({{Message::Kind::Warning,
            tr("%1 was not imported, because something else is running: try again when it has ended")
                .arg(QDir::toNativeSeparators(path))}});
        return;
    }
    m_importDialog = new ImportDialog(path, m_window);
    m_importDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_importDialog, &ImportDialog::importRequested, &m_session, &Session::importImages);
    connect(m_importDialog, &ImportDialog::cancelRequested, &m_session, &Session::cancel);
    connect(m_importDialog, &QDialog::finished, this, [this] {
        m_importDialog.clear();
        update();
    });
    m_importDialog->show();
    m_session.readArchive(path);
}

} // namespace jettison
