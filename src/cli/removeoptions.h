// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/options.h"

class QCommandLineParser;

namespace jettison::cli {

/// The commands that take images away and bring them back: `rm` and `undo`.
void addRemoveOptions(QCommandLineParser &parser);
tl::expected<void, Ending> readRemove(const QCommandLineParser &parser, Options &options);

void addUndoOptions(QCommandLineParser &parser);
tl::expected<void, Ending> readUndo(const QCommandLineParser &parser, Options &options);

} // namespace jettison::cli
