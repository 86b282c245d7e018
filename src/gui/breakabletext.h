// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace jettison {

/// Paths and digests have no blank at which a label could go on in the next line, and would make its window
/// as wide as they are: the same text, with places to break at that nobody sees.
inline QString breakable(const QString &text)
{
    constexpr qsizetype Longest = 24;
    constexpr QChar Break(0x200b);
    QString broken;
    qsizetype length = 0;
    for (const QChar c : text) {
        length = c.isSpace() ? 0 : length + 1;
        broken += c;
        if (length == Longest) {
            broken += Break;
            length = 0;
        }
    }
    return broken;
}

} // namespace jettison
