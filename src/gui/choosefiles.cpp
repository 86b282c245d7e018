// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/choosefiles.h"

#include <QCoreApplication>
#include <QFileDialog>

#include <algorithm>

namespace jettison {

namespace {

struct ChooseFiles
{
    Q_DECLARE_TR_FUNCTIONS(jettison::ChooseFiles)
};

void open(QFileDialog *dialog, QWidget *window, const PathListener &chosen)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::filesSelected, window,
        [chosen](const QStringList &paths) { std::ranges::for_each(paths, chosen); });
    dialog->open();
}

} // namespace

void chooseArchives(QWidget *window, const PathListener &chosen)
{
    auto *dialog = new QFileDialog(window, ChooseFiles::tr("Open archive"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {ChooseFiles::tr("Archives of images (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.tar.zst)"),
            ChooseFiles::tr("All files (*)")});
    open(dialog, window, chosen);
}

void chooseLayout(QWidget *window, const PathListener &chosen)
{
    auto *dialog = new QFileDialog(window, ChooseFiles::tr("Open OCI layout"));
    dialog->setFileMode(QFileDialog::Directory);
    open(dialog, window, chosen);
}

} // namespace jettison
