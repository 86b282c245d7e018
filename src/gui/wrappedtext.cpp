// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/wrappedtext.h"

#include <QScrollBar>
#include <QTextDocument>

#include <algorithm>
#include <cmath>
#include <memory>

namespace jettison {

WrappedText::WrappedText(QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    setFocusPolicy(Qt::ClickFocus);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // It looks like a label.
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QTextEdit::textChanged, this, &QWidget::updateGeometry);
}

void WrappedText::setText(const QString &text)
{
    setPlainText(text);
    setAccessibleName(text);
}

void WrappedText::setTextAlignment(Qt::Alignment alignment)
{
    QTextOption option = document()->defaultTextOption();
    option.setAlignment(alignment);
    document()->setDefaultTextOption(option);
}

int WrappedText::heightForWidth(int width) const
{
    const std::unique_ptr<QTextDocument> laidOut(document()->clone());
    // A scroll bar that has come while there was less room makes the lines shorter, and would never go.
    laidOut->setTextWidth(std::max(1, width - verticalScrollBar()->sizeHint().width()));
    return int(std::ceil(laidOut->size().height()));
}

QSize WrappedText::sizeHint() const
{
    constexpr int Characters = 60;
    const int width = fontMetrics().averageCharWidth() * Characters;
    return {width, heightForWidth(width)};
}

QSize WrappedText::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth(), fontMetrics().height()};
}

} // namespace jettison
