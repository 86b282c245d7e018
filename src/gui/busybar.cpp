// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/busybar.h"

#include "models/undotext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

namespace jettison {

namespace {

// A bar counts in int, a backup in bytes.
constexpr int Parts = 1000;

} // namespace

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
    const bool isKnown = progress.bytes > 0 && progress.expected > 0;
    m_bar->setRange(0, isKnown ? Parts : 0);
    if (isKnown) {
        const double share = double(progress.bytes) / double(progress.expected);
        m_bar->setValue(int(std::min(share, 1.0) * Parts));
    }
}

} // namespace jettison
