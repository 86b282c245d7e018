// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/busybar.h"

#include "gui/progressparts.h"
#include "models/undotext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace jettison {

BusyBar::BusyBar(QAction *cancel, QWidget *parent)
    : QWidget(parent),
      m_label(new QLabel(this)),
      m_bar(new QProgressBar(this))
{
    m_bar->setMaximumWidth(fontMetrics().averageCharWidth() * 30);
    m_bar->setAccessibleName(tr("Progress"));
    auto *button = new QToolButton(this);
    button->setDefaultAction(cancel);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_label);
    layout->addWidget(m_bar);
    layout->addWidget(button);
    setBusy(false);
}

void BusyBar::setBusy(bool busy)
{
    setVisible(busy);
    m_label->clear();
    m_bar->setRange(0, 0);
}

void BusyBar::setSteps(int done, int all)
{
    m_label->clear();
    m_bar->setRange(0, all);
    m_bar->setValue(done);
}

void BusyBar::setBackup(const BackupProgress &progress)
{
    m_label->setText(undotext::progress(progress));
    showParts(*m_bar, progress);
}

} // namespace jettison
