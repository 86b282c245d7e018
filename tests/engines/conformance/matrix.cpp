// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/conformance/matrix.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using State = CaseOutcome::State;

MatrixCell cellOf(const CaseOutcome &outcome)
{
    static const QMap<State, QString> signs{{State::AsRead, u"✓"_s}, {State::Otherwise, u"≠"_s},
        {State::Impossible, u"–"_s}, {State::Failed, u"✗"_s}};
    return {signs[outcome.state], outcome.reasons};
}

} // namespace

void Matrix::addEngine(const EngineKind &kind, const QString &version)
{
    m_columns << Column{kind.name, version};
}

void Matrix::addAbsent(const EngineKind &kind, const QString &reason)
{
    m_absent << u"%1: %2"_s.arg(kind.name, reason);
}

void Matrix::add(const EngineKind &kind, const QString &caseId, const CaseOutcome &outcome)
{
    const auto column = std::ranges::find(m_columns, kind.name, &Column::engine);
    column->outcomes.insert(caseId, outcome);
}

void Matrix::addSecondTry(const EngineKind &kind, const QString &caseId)
{
    m_secondTries << u"%1 %2 needed a second try"_s.arg(kind.name, caseId);
}

bool Matrix::hasFailures() const
{
    return std::ranges::any_of(m_columns, [](const Column &column) {
        return std::ranges::any_of(
            column.outcomes, [](const CaseOutcome &outcome) { return outcome.state == State::Failed; });
    });
}

QString Matrix::text() const
{
    QStringList lines = m_absent;
    for (const Column &column : m_columns) {
        QMap<QChar, QMap<State, int>> counts;
        for (auto outcome = column.outcomes.cbegin(); outcome != column.outcomes.cend(); ++outcome) {
            ++counts[outcome.key()[0]][outcome->state];
        }
        lines << u"%1 (%2)"_s.arg(column.engine, column.version);
        for (auto group = counts.begin(); group != counts.end(); ++group) {
            lines << u"  %1 %2 as read, %3 otherwise, %4 impossible, %5 failed: %6"_s.arg(group.key())
                         .arg(group->value(State::AsRead), 3)
                         .arg(group->value(State::Otherwise), 2)
                         .arg(group->value(State::Impossible), 2)
                         .arg(group->value(State::Failed), 2)
                         .arg(MatrixTable::groupTitle(group.key()));
        }
    }
    return (lines + m_secondTries).join(u'\n');
}

MatrixTable Matrix::table() const
{
    MatrixTable table;
    for (const Column &column : m_columns) {
        table.addEngine(column.engine, column.version);
        for (auto outcome = column.outcomes.cbegin(); outcome != column.outcomes.cend(); ++outcome) {
            table.set(column.engine, outcome.key(), cellOf(*outcome));
        }
    }
    return table;
}

} // namespace jettison
