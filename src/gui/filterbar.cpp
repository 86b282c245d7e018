// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/filterbar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace jettison {

using Show = ImageFilterModel::Show;

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent),
      m_show(new QComboBox(this)),
      m_search(new QLineEdit(this))
{
    m_show->setAccessibleName(tr("Images to show"));
    m_show->addItem(tr("All images"), QVariant::fromValue(Show::All));
    m_show->addItem(tr("Unused"), QVariant::fromValue(Show::Unused));
    m_show->addItem(tr("Dangling"), QVariant::fromValue(Show::Dangling));
    m_search->setPlaceholderText(tr("Filter by name, ID or container"));
    m_search->setAccessibleName(tr("Filter the images"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addStretch();
    layout->addWidget(m_show);
    layout->addWidget(m_search, 1);
    connect(m_search, &QLineEdit::textChanged, this, &FilterBar::searchChanged);
    connect(m_show, &QComboBox::currentIndexChanged, this,
        [this] { Q_EMIT showChanged(m_show->currentData().value<Show>()); });
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilterBar::search(const QString &words)
{
    m_search->setText(words);
}

} // namespace jettison
