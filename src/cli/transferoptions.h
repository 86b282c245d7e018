// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/options.h"

#include <QCommandLineParser>

namespace jettison::cli {

/// The options of `export` and `import`; that of `import` for its format of printing comes from elsewhere.
void addExportOptions(QCommandLineParser &parser);
void addImportOptions(QCommandLineParser &parser);
tl::expected<void, Ending> readExport(const QCommandLineParser &parser, Options &options);
tl::expected<void, Ending> readImport(const QCommandLineParser &parser, Options &options);

} // namespace jettison::cli
