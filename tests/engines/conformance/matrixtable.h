// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/conformance/conformancecase.h"

#include <QMap>

namespace jettison {

/// What came of a case on an engine: a sign, and what is to be said about it.
struct MatrixCell
{
    QString sign;
    QStringList notes;

    bool operator==(const MatrixCell &other) const = default;
};

/// The table of cases and engines in Markdown, as it is kept beside the cases.
class MatrixTable
{
public:
    static QString groupTitle(QChar group);
    /// Reads what `markdown` made.
    static MatrixTable of(const QString &markdown);

    void addCases(const QList<ConformanceCase> &cases);
    /// A column; `version` is what the engine says of itself.
    void addEngine(const QString &engine, const QString &version);
    void set(const QString &engine, const QString &caseId, const MatrixCell &cell);

    /// Of a table that was kept, what stands in none of the cells here.
    void fillUpFrom(const MatrixTable &kept);
    /// What another table says otherwise of the cells here, and of which cases there are.
    QStringList differencesFrom(const MatrixTable &kept) const;
    QString markdown() const;

private:
    using Cells = QMap<QString, MatrixCell>;

    void readRow(const QStringList &engines, const QStringList &cells, const QStringList &notes);
    /// In the order of EngineKind::all().
    QStringList engines() const;

    QMap<QString, QString> m_titles;
    QMap<QString, QString> m_versions;
    QMap<QString, Cells> m_columns;
};

} // namespace jettison
