// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/hostbutton.h"

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxCharacters = 32;

} // namespace

HostButton::HostButton(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(u"hostButton"_s);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::TabFocus);
}

void HostButton::setStore(const QString &label, const QString &endpoint)
{
    const int width = fontMetrics().averageCharWidth() * MaxCharacters;
    QString shown = fontMetrics().elidedText(label, Qt::ElideMiddle, width);
    shown.replace(u'&', u"&&"_s);
    setText(tr("%1 ▾").arg(shown));
    setAccessibleName(tr("Store: %1").arg(label));
    setToolTip(endpoint.isEmpty() ? tr("%1\nShow another store (Ctrl+K)").arg(label)
                                  : tr("%1\n%2\nShow another store (Ctrl+K)").arg(label, endpoint));
}

} // namespace jettison
