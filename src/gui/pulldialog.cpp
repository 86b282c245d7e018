// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/pulldialog.h"

#include "gui/fitscreen.h"
#include "gui/rowdelegate.h"
#include "models/messages.h"
#include "ui_pulldialog.h"

#include <QPushButton>

namespace jettison {

using namespace Qt::StringLiterals;

PullDialog::PullDialog(QWidget *parent)
    : QDialog(parent),
      m_ui(std::make_unique<Ui::PullDialog>())
{
    m_ui->setupUi(this);
    fitScreen(*this);
    m_ui->layers->setModel(&m_model);
    m_ui->layers->setItemDelegate(new RowDelegate(m_ui->layers));
    connect(m_ui->name, &QLineEdit::textChanged, this, &PullDialog::check);
    connect(m_ui->name, &QLineEdit::returnPressed, this, &PullDialog::start);
    connect(m_ui->pullButton, &QPushButton::clicked, this, &PullDialog::start);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &PullDialog::cancelRequested);
    setRunning(false);
    check({});
}

PullDialog::~PullDialog() = default;

void PullDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_ui->name->setFocus();
    m_ui->name->selectAll();
}

// Says what is wrong only once there is something to be wrong.
void PullDialog::check(const QString &text)
{
    const Result<Reference> reference = parseReference(text);
    m_ui->pullButton->setEnabled(canStart());
    m_ui->status->setText(reference || text.isEmpty() ? QString() : messages::error(reference.error()));
}

bool PullDialog::canStart() const
{
    return m_isAvailable && !m_isRunning && parseReference(m_ui->name->text());
}

void PullDialog::setAvailable(bool available)
{
    m_isAvailable = available;
    m_ui->pullButton->setEnabled(canStart());
}

void PullDialog::start()
{
    if (!canStart()) {
        return;
    }
    const Result<Reference> reference = parseReference(m_ui->name->text());
    m_model.clear();
    setRunning(true);
    m_ui->status->setText(tr("Pulling %1…").arg(reference->text()));
    Q_EMIT pullRequested(*reference);
}

void PullDialog::setRunning(bool running)
{
    m_isRunning = running;
    m_ui->name->setReadOnly(running);
    m_ui->pullButton->setEnabled(canStart());
    m_ui->cancelButton->setEnabled(running);
}

void PullDialog::showProgress(const PullProgress &progress)
{
    m_model.update(progress);
}

void PullDialog::showResult(const Reference & /*reference*/, const PullResult &result)
{
    finish(result.digest.isEmpty() ? result.status : result.status + u'\n' + result.digest);
}

void PullDialog::showError(const Reference & /*reference*/, const Error &error)
{
    finish(messages::error(error));
}

void PullDialog::finish(const QString &text)
{
    setRunning(false);
    m_ui->status->setText(text);
}

} // namespace jettison
