// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/conformance/caserunner.h"

namespace jettison {

/// What came of each case on each engine.
class Matrix
{
public:
    explicit Matrix(const QList<ConformanceCase> &cases);

    /// A column; `version` is what the engine says of itself.
    void addEngine(const EngineKind &kind, const QString &version);
    /// A column that stays empty.
    void addAbsent(const EngineKind &kind, const QString &reason);
    void add(const EngineKind &kind, const QString &caseId, const CaseOutcome &outcome);

    bool hasFailures() const;
    /// A table of the groups, and a line a failed case.
    QString text() const;
    /// All cases in Markdown, with a note wherever something is to be said.
    QString markdown() const;

private:
    struct Column
    {
        QString engine;
        QString version;
        QMap<QString, CaseOutcome> outcomes = {};
    };

    QString cell(const Column &column, const QString &caseId, QStringList &notes) const;

    QList<ConformanceCase> m_cases;
    QList<Column> m_columns;
    QStringList m_absent;
};

} // namespace jettison
