// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace jettison::cli {

namespace {

// UAX #11, without what stands in no name: Hangul, CJK with their signs, and full-width forms.
bool isWide(QChar c)
{
    constexpr std::array Wide{std::pair{0x1100, 0x115f}, std::pair{0x2e80, 0xa4cf}, std::pair{0xac00, 0xd7a3},
        std::pair{0xf900, 0xfaff}, std::pair{0xfe30, 0xfe6f}, std::pair{0xff00, 0xff60},
        std::pair{0xffe0, 0xffe6}};
    return std::ranges::any_of(
        Wide, [c](const auto &range) { return c.unicode() >= range.first && c.unicode() <= range.second; });
}

// Columns of a terminal: wide characters take two.
qsizetype width(const QString &text)
{
    return text.size() + std::ranges::count_if(text, isWide);
}

} // namespace

void printTable(const QList<QStringList> &rows, const Terminal &terminal)
{
    constexpr qsizetype Gap = 3;
    const qsizetype columns = rows.first().size();
    QList<qsizetype> widths(columns, 0);
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < columns; ++i) {
            widths[i] = std::max(widths[i], width(row[i]) + Gap);
        }
    }
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < columns; ++i) {
            line += row[i] + QString(widths[i] - width(row[i]), u' ');
        }
        // Blanks at the beginning are a cell without text.
        while (line.endsWith(u' ')) {
            line.chop(1);
        }
        terminal.printLine(line);
    }
}

} // namespace jettison::cli
