// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/process.h"

namespace jettison {

/// The path of the program under test.
QString programPath();
/// An environment in which it speaks English, chooses no engine by itself and keeps its files apart.
QProcessEnvironment programEnvironment();
/// Runs it with an engine.
Output runJettison(const QString &endpoint, const QStringList &arguments,
    std::chrono::seconds patience = std::chrono::seconds(60));
/// Starts it; waitForEnd() has the rest.
void beginJettison(QProcess &process, const QString &endpoint, const QStringList &arguments);

} // namespace jettison
