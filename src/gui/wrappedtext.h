// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QTextEdit>

namespace jettison {

/// Words to be read, selected and copied, in as narrow a place as there is. Paths and digests have no blank
/// at which a label could go on in the next line, and would make its window as wide as they are.
class WrappedText : public QTextEdit
{
    Q_OBJECT

public:
    explicit WrappedText(QWidget *parent = nullptr);

    /// Never taken for HTML.
    void setText(const QString &text);
    void setTextAlignment(Qt::Alignment alignment);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
};

} // namespace jettison
