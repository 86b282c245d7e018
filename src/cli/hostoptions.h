// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/options.h"

#include <QCommandLineParser>

namespace jettison::cli {

/// The options that say which store is meant, and how it is spoken to: docker's own.
void addHostOptions(QCommandLineParser &parser);
/// Whether what is typed is one of them that is followed by a value.
bool takesValue(const QString &typed);
/// Reads them, after the files.
tl::expected<void, Ending> readHost(const QCommandLineParser &parser, Options &options);

} // namespace jettison::cli
