// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/terminal.h"

namespace jettison::cli {

/// A line of standard error that is written over again and again, where a person watches it.
class ProgressLine
{
public:
    explicit ProgressLine(const Terminal &terminal);

    void show(const QString &text);
    void clear();

private:
    const Terminal &m_terminal;
    bool m_isWatched;
    qsizetype m_shown = 0;
};

} // namespace jettison::cli
