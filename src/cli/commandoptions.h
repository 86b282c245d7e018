// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/options.h"

#include <QCommandLineParser>

/// What the options of all commands have in common.
namespace jettison::cli {

tl::unexpected<Ending> usageError(const QString &text);

/// Without a value.
QCommandLineOption flag(const QStringList &names, const QString &description);

/// How a command prints if it does not print JSON.
constexpr QLatin1StringView Text("text");
constexpr QLatin1StringView Table("table");

/// `--format`, which takes this word or `json`.
void addFormat(QCommandLineParser &parser, QLatin1StringView plain);
tl::expected<void, Ending> readFormat(
    const QCommandLineParser &parser, QLatin1StringView plain, Options &options);

} // namespace jettison::cli
