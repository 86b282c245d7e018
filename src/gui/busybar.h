// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backup.h"

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;

namespace jettison {

/// How far what runs has come, and a button that ends it. In sight only while something runs.
class BusyBar : public QWidget
{
    Q_OBJECT

public:
    explicit BusyBar(QAction *cancel, QWidget *parent = nullptr);

    void setBusy(bool busy);
    void setSteps(int done, int all);
    void setBackup(const BackupProgress &progress);

private:
    QLabel *m_label = nullptr;
    QProgressBar *m_bar = nullptr;
};

} // namespace jettison
