// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/conformance/matrixtable.h"

#include <QRegularExpression>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

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
A number is that of a note: why, or how otherwise; beside ✓ it tells which part of the case cannot be tried.
)"_s;
const QString NotesTitle = u"## Notes"_s;
const QString Between = u" | "_s;
const QString HeadBetween = u"<br>"_s;

// `– 1, 2`
QString written(const MatrixCell &cell, QStringList &notes)
{
    QStringList numbers;
    for (const QString &note : cell.notes) {
        if (!notes.contains(note)) {
            notes << note;
        }
        numbers << QString::number(notes.indexOf(note) + 1);
    }
    return numbers.isEmpty() ? cell.sign : cell.sign + u' ' + numbers.join(u", "_s);
}

MatrixCell readCell(const QString &text, const QStringList &notes)
{
    MatrixCell cell{text.section(u' ', 0, 0), {}};
    for (const QString &number : text.section(u' ', 1).split(u", "_s, Qt::SkipEmptyParts)) {
        cell.notes << notes.value(number.toInt() - 1);
    }
    return cell;
}

QString spoken(const MatrixCell &cell)
{
    return (QStringList(cell.sign) + cell.notes).join(u"; "_s);
}

QStringList notesOf(const QString &markdown)
{
    static const QRegularExpression form(u"^\\d+\\. (.+)$"_s, QRegularExpression::MultilineOption);
    QStringList notes;
    for (const QRegularExpressionMatch &match : form.globalMatch(markdown.section(NotesTitle, 1))) {
        notes << match.captured(1);
    }
    return notes;
}

} // namespace

QString MatrixTable::groupTitle(QChar group)
{
    return Groups[group];
}

MatrixTable MatrixTable::of(const QString &markdown)
{
    static const QRegularExpression row(u"^\\| (case|[A-L]\\d\\d) \\| .* \\|$"_s);
    MatrixTable table;
    QStringList engines;
    const QStringList notes = notesOf(markdown);
    for (const QString &line : markdown.split(u'\n')) {
        if (!row.match(line).hasMatch()) {
            continue;
        }
        const QStringList cells = line.sliced(2).chopped(2).split(Between);
        if (cells[0] != "case"_L1) {
            table.readRow(engines, cells, notes);
            continue;
        }
        engines.clear();
        for (const QString &head : cells.mid(2)) {
            engines << head.section(HeadBetween, 0, 0);
            table.addEngine(engines.constLast(), head.section(HeadBetween, 1));
        }
    }
    return table;
}

void MatrixTable::readRow(const QStringList &engines, const QStringList &cells, const QStringList &notes)
{
    m_titles.insert(cells[0], cells[1]);
    for (qsizetype i = 0; i < engines.size(); ++i) {
        const QString text = cells.value(i + 2);
        if (!text.isEmpty()) {
            set(engines[i], cells[0], readCell(text, notes));
        }
    }
}

void MatrixTable::addCases(const QList<ConformanceCase> &cases)
{
    for (const ConformanceCase &testCase : cases) {
        m_titles.insert(testCase.id, testCase.title);
    }
}

void MatrixTable::addEngine(const QString &engine, const QString &version)
{
    m_versions.insert(engine, version);
}

void MatrixTable::set(const QString &engine, const QString &caseId, const MatrixCell &cell)
{
    m_columns[engine].insert(caseId, cell);
}

void MatrixTable::fillUpFrom(const MatrixTable &kept)
{
    for (const QString &engine : kept.engines()) {
        if (!m_versions.contains(engine)) {
            addEngine(engine, kept.m_versions[engine]);
        }
        const Cells cells = kept.m_columns[engine];
        for (auto cell = cells.cbegin(); cell != cells.cend(); ++cell) {
            if (m_titles.contains(cell.key()) && !m_columns[engine].contains(cell.key())) {
                set(engine, cell.key(), *cell);
            }
        }
    }
}

QStringList MatrixTable::differencesFrom(const MatrixTable &kept) const
{
    QStringList lines;
    if (m_titles != kept.m_titles) {
        lines << u"it has other cases, or calls them otherwise"_s;
    }
    for (const QString &engine : engines()) {
        const Cells there = kept.m_columns[engine];
        const Cells here = m_columns[engine];
        for (auto cell = here.cbegin(); cell != here.cend(); ++cell) {
            const MatrixCell before = there.value(cell.key());
            if (before != *cell) {
                lines << u"%1 %2: it says \"%3\", not \"%4\""_s.arg(
                    cell.key(), engine, spoken(before), spoken(*cell));
            }
        }
    }
    return lines;
}

QStringList MatrixTable::engines() const
{
    QStringList names;
    for (const EngineKind &kind : EngineKind::all()) {
        if (m_versions.contains(kind.name)) {
            names << kind.name;
        }
    }
    return names;
}

QString MatrixTable::markdown() const
{
    QStringList head{u"case"_s, u"what"_s};
    for (const QString &engine : engines()) {
        head << engine + HeadBetween + m_versions[engine];
    }
    QStringList lines;
    QStringList notes;
    QChar group;
    for (auto title = m_titles.cbegin(); title != m_titles.cend(); ++title) {
        if (group != title.key()[0]) {
            group = title.key()[0];
            lines << u"\n## %1: %2\n\n| %3 |"_s.arg(group).arg(Groups[group], head.join(Between))
                  << u"|---|---|"_s + u":-:|"_s.repeated(head.size() - 2);
        }
        QStringList cells{title.key(), *title};
        for (const QString &engine : engines()) {
            cells << written(m_columns[engine].value(title.key()), notes);
        }
        lines << u"| %1 |"_s.arg(cells.join(Between));
    }
    lines << u"\n%1\n"_s.arg(NotesTitle);
    for (qsizetype i = 0; i < notes.size(); ++i) {
        lines << u"%1. %2"_s.arg(i + 1).arg(notes[i]);
    }
    return Introduction + lines.join(u'\n') + u'\n';
}

} // namespace jettison
