// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/backupsdialog.h"

#include "gui/fitscreen.h"
#include "gui/rowdelegate.h"
#include "models/formatting.h"
#include "models/undotext.h"
#include "ui_backupsdialog.h"

#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Gigabyte = 1'000'000'000;

} // namespace

BackupsDialog::BackupsDialog(const BackupRules &rules, QWidget *parent)
    : QDialog(parent),
      m_ui(std::make_unique<Ui::BackupsDialog>()),
      m_rules(rules)
{
    m_ui->setupUi(this);
    fitScreen(*this);
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(BackupModel::SortRole);
    m_ui->view->setModel(&m_sorted);
    m_ui->view->setItemDelegate(new RowDelegate(m_ui->view));
    m_ui->view->sortByColumn(BackupModel::TimeColumn, Qt::DescendingOrder);
    m_ui->view->header()->setStretchLastSection(false);
    m_ui->view->header()->setSectionResizeMode(BackupModel::EndpointColumn, QHeaderView::Stretch);
    m_ui->always->setChecked(rules.always);
    m_ui->size->setValue(int(std::min<qint64>(rules.limits.size / Gigabyte, m_ui->size->maximum())));
    m_ui->days->setSuffix(tr(" days"));
    m_ui->days->setValue(rules.limits.days);
    m_ui->folder->setText(QDir::toNativeSeparators(rules.folder));
    connect(m_ui->view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &BackupsDialog::showSelected);
    connect(m_ui->restoreButton, &QPushButton::clicked, this, [this] { Q_EMIT undoRequested(*selected()); });
    connect(m_ui->view, &QTreeView::activated, m_ui->restoreButton, &QPushButton::click);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &BackupsDialog::askForPath);
    connect(
        m_ui->verifyButton, &QPushButton::clicked, this, [this] { requestTask(BackupTask::Kind::Verify); });
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &BackupsDialog::askToDelete);
    connect(m_ui->always, &QCheckBox::toggled, this, &BackupsDialog::changeRules);
    connect(m_ui->size, &QSpinBox::valueChanged, this, &BackupsDialog::changeRules);
    connect(m_ui->days, &QSpinBox::valueChanged, this, &BackupsDialog::changeRules);
    setBackups({});
}

BackupsDialog::~BackupsDialog() = default;

void BackupsDialog::setBackups(const QList<Backup> &backups)
{
    const Backup *before = selected();
    const QString id = before ? before->id : QString();
    m_model.setBackups(backups);
    for (int column = 0; column < BackupModel::ColumnCount; ++column) {
        if (column != BackupModel::EndpointColumn) {
            m_ui->view->resizeColumnToContents(column);
        }
    }
    qint64 size = 0;
    int row = 0;
    for (int i = 0; i < backups.size(); ++i) {
        size += backups[i].size;
        row = backups[i].id == id ? i : row;
    }
    m_ui->totalLabel->setText(tr("%n backup(s), %1", nullptr, int(backups.size())).arg(formatSize(size)));
    m_ui->view->setCurrentIndex(m_sorted.mapFromSource(m_model.index(row, 0)));
    showSelected();
}

void BackupsDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    updateButtons();
}

void BackupsDialog::setConnected(bool connected)
{
    m_isConnected = connected;
    updateButtons();
}

void BackupsDialog::showStatus(const QString &text)
{
    m_ui->status->setText(text);
}

const Backup *BackupsDialog::selected() const
{
    const QModelIndex index = m_sorted.mapToSource(m_ui->view->currentIndex());
    return index.isValid() ? &m_model.backups()[index.row()] : nullptr;
}

void BackupsDialog::showSelected()
{
    const Backup *backup = selected();
    QStringList lines = backup ? undotext::details(*backup) : QStringList();
    if (!backup) {
        lines << tr(
            "There are no backups yet. To make one, choose \"Keep a backup first\" when you remove images.");
    }
    m_ui->details->setPlainText(lines.join(u'\n'));
    updateButtons();
}

void BackupsDialog::updateButtons()
{
    const Backup *backup = selected();
    const bool hasArchive = backup && backup->hasArchive();
    m_ui->restoreButton->setEnabled(backup && !m_isBusy && m_isConnected);
    m_ui->exportButton->setEnabled(hasArchive && !m_isBusy);
    m_ui->verifyButton->setEnabled(hasArchive && !m_isBusy);
    m_ui->deleteButton->setEnabled(backup && !m_isBusy);
}

void BackupsDialog::changeRules()
{
    m_rules.always = m_ui->always->isChecked();
    m_rules.limits = {.size = m_ui->size->value() * Gigabyte, .days = m_ui->days->value()};
    Q_EMIT rulesChanged(m_rules);
}

void BackupsDialog::requestTask(BackupTask::Kind kind)
{
    Q_EMIT taskRequested({.kind = kind, .id = selected()->id});
}

void BackupsDialog::askForPath()
{
    const QString id = selected()->id;
    auto *dialog = new QFileDialog(this, tr("Export a backup"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Archives (*.tar)"), tr("Packed archives (*.tar.zst)")});
    dialog->setDefaultSuffix(u"tar"_s);
    dialog->selectFile(id + ".tar"_L1);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(".zst"_L1) ? u"tar.zst"_s : u"tar"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, id](const QString &path) {
        Q_EMIT taskRequested({.kind = BackupTask::Kind::Export, .id = id, .path = path});
    });
    dialog->open();
}

void BackupsDialog::askToDelete()
{
    const Backup &backup = *selected();
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Delete a backup"),
        tr("Delete the backup %1 (%2) for good? What it holds cannot be brought back any more.")
            .arg(backup.id, undotext::contents(backup)),
        QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *button = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(button, &QPushButton::clicked, this,
        [this, id = backup.id] { Q_EMIT taskRequested({.kind = BackupTask::Kind::Delete, .id = id}); });
    box->open();
}

} // namespace jettison
