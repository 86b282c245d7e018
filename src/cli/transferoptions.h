// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/options.h"

class QCommandLineParser;

namespace jettison::cli {

/// The commands that move images: `pull`, `export` and `import`.
void addPullOptions(QCommandLineParser &parser);
tl::expected<void, Ending> readPull(const QCommandLineParser &parser, Options &options);

void addExportOptions(QCommandLineParser &parser);
tl::expected<void, Ending> readExport(const QCommandLineParser &parser, Options &options);

void addImportOptions(QCommandLineParser &parser);
tl::expected<void, Ending> readImport(const QCommandLineParser &parser, Options &options);

} // namespace jettison::cli
