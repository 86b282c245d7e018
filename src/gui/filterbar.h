// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "models/imagefiltermodel.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace jettison {

/// Which images to show, and what to look for in them.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    void focusSearch();
    void search(const QString &words);

Q_SIGNALS:
    void searchChanged(const QString &text);
    void showChanged(jettison::ImageFilterModel::Show show);

private:
    QComboBox *m_show = nullptr;
    QLineEdit *m_search = nullptr;
};

} // namespace jettison
