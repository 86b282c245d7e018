// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/undodialog.h"

#include "gui/fitscreen.h"
#include "models/losstext.h"
#include "models/messages.h"
#include "models/undotext.h"
#include "ui_undodialog.h"

#include <QLocale>
#include <QPushButton>

namespace jettison {

UndoDialog::UndoDialog(const Backup &backup, const StoreInfo &store, QWidget *parent)
    : QDialog(parent),
      m_ui(std::make_unique<Ui::UndoDialog>()),
      m_id(backup.id)
{
    m_ui->setupUi(this);
    fitScreen(*this);
    const QString time = QLocale().toString(backup.time.toLocalTime(), QLocale::ShortFormat);
    m_ui->titleLabel->setText(
        tr("Bring back what was removed on %1: %2").arg(time, undotext::contents(backup)));
    m_ui->elsewhereLabel->setText(
        tr("It was removed from another store, %1. It will be loaded into this one, %2.")
            .arg(backup.store.endpoint, store.endpoint));
    const QString reason = obstacle(backup, store);
    if (!reason.isEmpty()) {
        m_ui->elsewhereLabel->setText(reason);
    }
    m_ui->elsewhereLabel->setVisible(!reason.isEmpty() || backup.store.endpoint != store.endpoint);
    QStringList lines = undotext::details(backup);
    const QStringList losses = undotext::losses(backup);
    if (!losses.isEmpty()) {
        lines << QString() << tr("Does not come back:") << losses;
    }
    m_ui->content->setPlainText(lines.join(u'\n'));
    m_ui->containers->setVisible(!backup.containers.isEmpty());
    QPushButton *button = m_ui->buttons->button(QDialogButtonBox::Ok);
    button->setText(tr("&Bring back"));
    button->setDefault(true);
    button->setFocus();
    button->setEnabled(reason.isEmpty());
}

UndoDialog::~UndoDialog() = default;

QString UndoDialog::obstacle(const Backup &backup, const StoreInfo &store)
{
    if (!backup.platforms.isEmpty() && !store.traits.takesPlatforms) {
        return messages::error({.code = ErrorCode::TakesNoPlatforms, .detail = backup.store.endpoint});
    }
    if (!backup.isForOthersThan(store.traits.ids)) {
        return {};
    }
    const QString reason = messages::error({.code = ErrorCode::OtherIds});
    return backup.hasArchive()
        ? tr("%1 Export the backup to a file and import that: its images come in with other IDs.").arg(reason)
        : reason;
}

void UndoDialog::showPassedOver(const QList<Backup> &backups)
{
    const QStringList lines = undotext::passedOver(backups);
    if (!lines.isEmpty()) {
        m_ui->content->setPlainText(
            (lines + QStringList{QString(), m_ui->content->toPlainText()}).join(u'\n'));
    }
}

void UndoDialog::accept()
{
    Q_EMIT confirmed(m_id, {.containers = m_ui->containers->isChecked()});
    QDialog::accept();
}

} // namespace jettison
