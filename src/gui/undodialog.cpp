// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/undodialog.h"

#include "gui/fitscreen.h"
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
    m_ui->elsewhereLabel->setVisible(backup.store.endpoint != store.endpoint);
    const bool isTaken = backup.platforms.isEmpty() || store.traits.takesPlatforms;
    if (!isTaken) {
        m_ui->elsewhereLabel->setText(
            messages::error({.code = ErrorCode::TakesNoPlatforms, .detail = backup.store.endpoint}));
        m_ui->elsewhereLabel->show();
    }
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
    button->setEnabled(isTaken);
}

UndoDialog::~UndoDialog() = default;

void UndoDialog::accept()
{
    Q_EMIT confirmed(m_id, {.containers = m_ui->containers->isChecked()});
    QDialog::accept();
}

} // namespace jettison
