// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/connectdialog.h"

#include "gui/fitscreen.h"
#include "models/messages.h"
#include "ui_connectdialog.h"

#include <QFileDialog>

namespace jettison {

using namespace Qt::StringLiterals;

ConnectDialog::ConnectDialog(QWidget *parent)
    : QDialog(parent),
      m_ui(std::make_unique<Ui::ConnectDialog>())
{
    m_ui->setupUi(this);
    fitScreen(*this);
    for (QLineEdit *box : {m_ui->endpoint, m_ui->authorities, m_ui->certificate, m_ui->key}) {
        connect(box, &QLineEdit::textChanged, this, &ConnectDialog::forgetAnswer);
    }
    connect(m_ui->tls, &QGroupBox::toggled, this, &ConnectDialog::forgetAnswer);
    connect(m_ui->connectButton, &QPushButton::clicked, this, &ConnectDialog::check);
    connect(m_ui->keepButton, &QPushButton::clicked, this, [this] {
        Q_EMIT kept(*m_failed);
        accept();
    });
    connect(m_ui->chooseAuthorities, &QPushButton::clicked, this,
        [this] { choose(m_ui->authorities, tr("Trusted authorities")); });
    connect(m_ui->chooseCertificate, &QPushButton::clicked, this,
        [this] { choose(m_ui->certificate, tr("Your certificate")); });
    connect(m_ui->chooseKey, &QPushButton::clicked, this,
        [this] { choose(m_ui->key, tr("Key of your certificate")); });
    updateParts();
}

ConnectDialog::~ConnectDialog() = default;

TypedHost ConnectDialog::typed() const
{
    TypedHost host{.endpoint = m_ui->endpoint->text().trimmed()};
    if (m_ui->tls->isChecked() && m_ui->tls->isEnabled()) {
        host.isTls = true;
        host.authorities = m_ui->authorities->text();
        host.certificate = m_ui->certificate->text();
        host.key = m_ui->key->text();
    }
    return host;
}

void ConnectDialog::check()
{
    m_failed.reset();
    m_isChecking = true;
    m_ui->status->setText(tr("Checking…"));
    updateParts();
    Q_EMIT checkRequested(typed());
}

void ConnectDialog::showAnswer(const TypedHost &host, const HostAnswer &answer)
{
    // It may be the answer about what stood there before.
    if (!m_isChecking || host != typed()) {
        return;
    }
    if (answer.store) {
        Q_EMIT connected(host);
        accept();
        return;
    }
    m_isChecking = false;
    m_ui->status->setText(messages::error(*answer.error));
    if (answer.error->code != ErrorCode::InvalidEndpoint) {
        m_failed = host;
    }
    updateParts();
}

void ConnectDialog::choose(QLineEdit *box, const QString &title)
{
    auto *dialog = new QFileDialog(this, title, QFileInfo(box->text()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("PEM files (*.pem *.crt *.key)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, box, &QLineEdit::setText);
    dialog->open();
}

// A change makes what was found out about the address void.
void ConnectDialog::forgetAnswer()
{
    m_isChecking = false;
    m_failed.reset();
    m_ui->status->setText({});
    updateParts();
}

void ConnectDialog::updateParts()
{
    const QString endpoint = m_ui->endpoint->text().trimmed();
    m_ui->tls->setEnabled(!endpoint.contains("://"_L1) || endpoint.startsWith("tcp://"_L1));
    m_ui->connectButton->setEnabled(!endpoint.isEmpty() && !m_isChecking);
    m_ui->keepButton->setEnabled(m_failed.has_value());
}

} // namespace jettison
