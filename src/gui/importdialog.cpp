// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/importdialog.h"

#include "gui/fitscreen.h"
#include "gui/progressparts.h"
#include "gui/rowdelegate.h"
#include "models/transfertext.h"
#include "models/undotext.h"
#include "ui_importdialog.h"

#include <QDir>
#include <QHeaderView>
#include <QPushButton>

namespace jettison {

ImportDialog::ImportDialog(const QString &path, QWidget *parent)
    : QDialog(parent),
      m_ui(std::make_unique<Ui::ImportDialog>())
{
    m_ui->setupUi(this);
    fitScreen(*this);
    m_ui->pathLabel->setText(QDir::toNativeSeparators(path));
    m_ui->view->setModel(&m_model);
    m_ui->view->setItemDelegate(new RowDelegate(m_ui->view));
    m_ui->view->header()->setStretchLastSection(false);
    m_ui->view->header()->setSectionResizeMode(ImportModel::NamesColumn, QHeaderView::Stretch);
    m_ui->moved->hide();
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Import"));
    connect(m_ui->allButton, &QPushButton::clicked, this, [this] { m_model.checkAll(true); });
    connect(m_ui->noneButton, &QPushButton::clicked, this, [this] { m_model.checkAll(false); });
    connect(&m_model, &ImportModel::dataChanged, this, &ImportDialog::showChoice);
    m_ui->status->setText(tr("Reading the archive…"));
    setState(State::Reading);
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::showProgress(const BackupProgress &progress)
{
    if (isRunning()) {
        m_ui->status->setText(undotext::progress(progress));
        showParts(*m_ui->bar, progress);
    }
}

void ImportDialog::setPreview(const ImportPreview &preview)
{
    m_model.setPreview(preview);
    for (const int column :
        {ImportModel::PlatformsColumn, ImportModel::SizeColumn, ImportModel::StateColumn}) {
        m_ui->view->resizeColumnToContents(column);
    }
    if (preview.error) {
        m_ui->status->setText(messages::error(*preview.error));
        setState(State::Ended);
        return;
    }
    m_ui->status->setText(preview.images.isEmpty() ? tr("There are no images in it.") : QString());
    setState(State::Choosing);
    m_ui->view->setCurrentIndex(m_model.index(0, 0));
    m_ui->view->setFocus();
}

void ImportDialog::showReport(const ImportReport &report)
{
    QStringList lines;
    for (const Message &remark : transfertext::remarks(report)) {
        lines << remark.text;
    }
    lines << transfertext::summary(report).text;
    m_ui->status->setText(lines.join(u'\n'));
    setState(State::Ended);
}

void ImportDialog::setAvailable(bool available)
{
    m_isAvailable = available;
    showChoice();
}

void ImportDialog::accept()
{
    if (!m_ui->buttons->button(QDialogButtonBox::Ok)->isEnabled()) {
        return;
    }
    setState(State::Importing);
    Q_EMIT importRequested({.path = m_model.preview().path, .targets = m_model.targets()});
}

void ImportDialog::reject()
{
    if (isRunning()) {
        m_ui->status->setText(tr("Cancelling…"));
        Q_EMIT cancelRequested();
        return;
    }
    QDialog::reject();
}

void ImportDialog::setState(State state)
{
    m_state = state;
    const bool isChoosing = state == State::Choosing;
    m_model.setFrozen(!isChoosing);
    m_ui->bar->setVisible(isRunning());
    m_ui->bar->setRange(0, 0);
    m_ui->allButton->setEnabled(isChoosing && m_model.rowCount() > 0);
    m_ui->noneButton->setEnabled(isChoosing && m_model.rowCount() > 0);
    m_ui->buttons->button(QDialogButtonBox::Cancel)
        ->setText(state == State::Ended ? tr("&Close") : tr("&Cancel"));
    showChoice();
}

void ImportDialog::showChoice()
{
    const QList<RemovalTarget> targets = m_model.targets();
    const bool isKnown = m_state != State::Reading && !m_model.preview().error;
    m_ui->addedLabel->setText(isKnown ? transfertext::added(m_model.preview().sumOf(targets)) : QString());
    QStringList moves;
    for (const MovedName &name : m_model.preview().movedBy(targets)) {
        moves << transfertext::moved(name);
    }
    m_ui->moved->setPlainText(moves.join(u'\n'));
    m_ui->moved->setVisible(!moves.isEmpty());
    QPushButton *button = m_ui->buttons->button(QDialogButtonBox::Ok);
    button->setEnabled(m_state == State::Choosing && m_isAvailable && !targets.isEmpty());
    button->setDefault(true);
}

} // namespace jettison
