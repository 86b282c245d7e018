// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/canceltoken.h"

#include <QString>

class QTextStream;

namespace jettison::cli {

/// Where a command prints. Written out line by line, so that a reader sees each as it happens.
struct Terminal
{
    QTextStream &out;
    QTextStream &error;

    void printLine(const QString &text) const;
    /// A remark on standard error.
    void printError(const QString &text) const;
    /// What could do harm, on standard error.
    void printWarning(const QString &text) const;
    /// What went wrong, on standard error, after the word that scripts look for.
    void printProblem(const QString &text) const;
};

/// A person sits at standard input.
bool isInteractive();

/// A person watches standard error.
bool showsProgress();

/// Box-drawing characters can be printed.
bool speaksUtf8();

/// Raises the token at the first Ctrl+C, instead of ending the program.
void cancelOnInterrupt(const CancelToken &token);

} // namespace jettison::cli
