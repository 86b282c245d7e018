// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/storestate.h"
#include "support/enginekind.h"

namespace jettison {

/// The tokens of an expectation, sorted by what they speak of:
///
///     Untagged: a:1, Deleted: {a}    lines that are answered or printed, in this order, but for those of
///                                    layers
///     "in use"                       a part of the answer's text, or of what is printed as an error
///     whole "[]"                     all of the answer's text
///     layers 2                       how many lines of layers there are among them
///     gone web, kept {a}             what is not there afterwards, or is, though no line says so
///     now web exited                 the state of a container afterwards
///     skipped Deleted: {a}           a line that is foretold, but not printed: meanwhile something changed
///     refused                        the lines are foretold, but the engine refuses: the parts warn of it
struct ExpectedResult
{
    explicit ExpectedResult(const QStringList &tokens);

    /// What is there afterwards.
    StoreState after(const StoreState &before, const QStringList &said) const;
    /// What is wrong with so many lines of layers, or nothing.
    QStringList wrongLayers(qsizetype got) const;
    /// What is not in the text.
    QStringList missingParts(const QString &text) const;

    /// What is wrong with the whole text, or nothing.
    QStringList wrongWhole(const QString &text) const;

    /// As they are foretold, and which of them come true.
    QStringList lines;
    QStringList doneLines;
    QStringList parts;
    /// -1: any number.
    qsizetype layers = -1;
    bool isRefused = false;

private:
    QString m_whole;
    QStringList m_gone;
    QStringList m_kept;
    QMap<QString, QString> m_states;
};

/// Events that contradict what lines say of a store that had been like that.
QStringList contradictions(
    const StoreState &before, const QStringList &lines, const QStringList &events, const EngineKind &kind);
/// How many events the lines make.
qsizetype eventsExpected(const StoreState &before, const QStringList &lines);

} // namespace jettison
