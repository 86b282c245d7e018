// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/terminal.h"

#include <QTextStream>

#include <csignal>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

// A signal handler reaches nothing but globals; the token's flag is lock-free.
const CancelToken *interruptToken = nullptr;

void handleInterrupt(int signal)
{
    interruptToken->request();
    // Whoever asks twice does not want to wait for a safe place.
    std::signal(signal, SIG_DFL);
}

} // namespace

void Terminal::printLine(const QString &text) const
{
    out << text << Qt::endl;
}

void Terminal::printError(const QString &text) const
{
    error << text << Qt::endl;
}

void Terminal::printWarning(const QString &text) const
{
    printError(u"Warning: "_s + text);
}

void Terminal::printProblem(const QString &text) const
{
    printError(u"Error: "_s + text);
}

void cancelOnInterrupt(const CancelToken &token)
{
    static CancelToken kept;
    kept = token;
    interruptToken = &kept;
    std::signal(SIGINT, handleInterrupt);
    std::signal(SIGTERM, handleInterrupt);
}

} // namespace jettison::cli
