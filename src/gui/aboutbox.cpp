// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/aboutbox.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace jettison {

namespace {

struct AboutBox
{
    Q_DECLARE_TR_FUNCTIONS(jettison::AboutBox)
};

} // namespace

void showAbout(QWidget *window)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, AboutBox::tr("About Jettison"),
        AboutBox::tr(
            "<h3>Jettison %1</h3><p>Removes container images, seeing first what goes.</p><p>MIT licence</p>")
            .arg(QCoreApplication::applicationVersion()),
        QMessageBox::Close, window);
    box->setIconPixmap(window->windowIcon().pixmap(64, 64));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace jettison
