// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>

#include <chrono>

class QProcess;

namespace jettison {

/// What a program left behind.
struct Output
{
    /// -1: it did not start, crashed or took too long; `errors` says which.
    int exitCode = -1;
    QString text = {};
    QString errors = {};

    /// The lines of standard output.
    QStringList lines() const;
};

/// Runs a program to its end.
Output runProgram(const QString &program, const QStringList &arguments,
    const QProcessEnvironment &environment, std::chrono::seconds patience = std::chrono::seconds(60));

/// Waits for a program that was started.
Output waitForEnd(QProcess &process, std::chrono::seconds patience = std::chrono::seconds(60));

/// The kernel ends the program when this one dies, so that a crashed test leaves nothing running.
void endWithUs(QProcess &process);

/// Asks the program to end, and kills it if it does not.
void endProgram(QProcess &process, std::chrono::seconds patience = std::chrono::seconds(20));

} // namespace jettison
