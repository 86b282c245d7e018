// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/conformance/matrix.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using State = CaseOutcome::State;

const QMap<QChar, QString> Groups{
    {u'A', u"what names stand for"_s},
    {u'B', u"containers and force"_s},
    {u'C', u"several references and digests"_s},
    {u'D', u"parents and children"_s},
    {u'E', u"shared layers, form of answers"_s},
    {u'F', u"prune"_s},
    {u'G', u"platforms"_s},
    {u'H', u"at the same time, and failures"_s},
    {u'I', u"access and kind of engine"_s},
    {u'J', u"Podman alone"_s},
    {u'K', u"steps for containers"_s},
    {u'L', u"save before removal"_s},
};

const QString Introduction = uR"(# What engines do on removal, tried on real ones

Written by `conformance --matrix`, from the cases beside it. ✓: the engine does what was read in its sources, and where
`jettison rm` is a part of the case, what it foretold is what it printed, what the engine then shows and what the engine's
events say. ≠: all of that too, but the sources had been read otherwise. –: cannot be tried on this engine. ✗: fails.
)"_s;

} // namespace

Matrix::Matrix(const QList<ConformanceCase> &cases)
    : m_cases(cases)
{
}

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
                         .arg(Groups[group.key()]);
        }
    }
    return lines.join(u'\n');
}

QString Matrix::markdown() const
{
    QStringList head{u"case"_s, u"what"_s};
    QStringList lines;
    for (const Column &column : m_columns) {
        head << u"%1<br>%2"_s.arg(column.engine, column.version);
    }
    QStringList notes;
    QChar group;
    for (const ConformanceCase &testCase : m_cases) {
        if (group != testCase.id[0]) {
            group = testCase.id[0];
            lines << u"\n## %1: %2\n\n| %3 |"_s.arg(group).arg(Groups[group], head.join(u" | "_s))
                  << u"|---|---|"_s + u":-:|"_s.repeated(m_columns.size());
        }
        QStringList cells{testCase.id, testCase.title};
        for (const Column &column : m_columns) {
            cells << cell(column, testCase.id, notes);
        }
        lines << u"| %1 |"_s.arg(cells.join(u" | "_s));
    }
    lines << u"\n## Notes\n"_s;
    for (qsizetype i = 0; i < notes.size(); ++i) {
        lines << u"%1. %2"_s.arg(i + 1).arg(notes[i]);
    }
    return Introduction + lines.join(u'\n') + u'\n';
}

QString Matrix::cell(const Column &column, const QString &caseId, QStringList &notes) const
{
    static const QMap<State, QString> signs{{State::AsRead, u"✓"_s}, {State::Otherwise, u"≠"_s},
        {State::Impossible, u"–"_s}, {State::Failed, u"✗"_s}};
    if (!column.outcomes.contains(caseId)) {
        return {};
    }
    const CaseOutcome outcome = column.outcomes[caseId];
    const QString note = outcome.text.section(u'\n', 0, 0);
    if (note.isEmpty()) {
        return signs[outcome.state];
    }
    if (!notes.contains(note)) {
        notes << note;
    }
    return u"%1 %2"_s.arg(signs[outcome.state]).arg(notes.indexOf(note) + 1);
}

} // namespace jettison
