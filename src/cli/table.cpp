// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/table.h"

#include <algorithm>

namespace jettison::cli {

namespace {

// Columns of a terminal: Chinese characters take two.
qsizetype width(const QString &text)
{
    constexpr char16_t FirstWide = 0x1100;
    return text.size() + std::ranges::count_if(text, [](QChar c) { return c.unicode() >= FirstWide; });
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
