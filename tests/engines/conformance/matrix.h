// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/conformance/caserunner.h"
#include "engines/conformance/matrixtable.h"

namespace jettison {

/// What came of each case on each engine.
class Matrix
{
public:
    /// A column; `version` is what the engine says of itself.
    void addEngine(const EngineKind &kind, const QString &version);
    /// A column that stays empty.
    void addAbsent(const EngineKind &kind, const QString &reason);
    void add(const EngineKind &kind, const QString &caseId, const CaseOutcome &outcome);

    /// It failed at first, and may have at last.
    void addSecondTry(const EngineKind &kind, const QString &caseId);

    bool hasFailures() const;
    /// How many of each group did what, and which needed a second try.
    QString text() const;
    /// All that was played; the cases themselves it does not know.
    MatrixTable table() const;

private:
    struct Column
    {
        QString engine;
        QString version;
        QMap<QString, CaseOutcome> outcomes = {};
    };

    QList<Column> m_columns;
    QStringList m_absent;
    QStringList m_secondTries;
};

} // namespace jettison
