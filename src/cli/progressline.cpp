// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/progressline.h"

#include <QTextStream>

#include <algorithm>

namespace jettison::cli {

using namespace Qt::StringLiterals;

ProgressLine::ProgressLine(const Terminal &terminal)
    : m_terminal(terminal),
      m_isWatched(showsProgress())
{
}

void ProgressLine::show(const QString &text)
{
    if (m_isWatched) {
        const QString rest(std::max<qsizetype>(0, m_shown - text.size()), u' ');
        m_terminal.error << u'\r' << text << rest << Qt::flush;
        m_shown = text.size();
    }
}

void ProgressLine::clear()
{
    if (m_shown > 0) {
        show({});
        m_terminal.error << u'\r' << Qt::flush;
    }
}

} // namespace jettison::cli
