// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/options.h"

class QCommandLineParser;

namespace jettison::cli {

/// The commands that only look: `ls`, `tree`, `files`, `hosts` and `nodes`.
void addListOptions(QCommandLineParser &parser);
tl::expected<void, Ending> readList(const QCommandLineParser &parser, Options &options);

void addTreeOptions(QCommandLineParser &parser);
tl::expected<void, Ending> readTree(const QCommandLineParser &parser, Options &options);

void addFilesOptions(QCommandLineParser &parser);
tl::expected<void, Ending> readFiles(const QCommandLineParser &parser, Options &options);

void addHostsOptions(QCommandLineParser &parser);
tl::expected<void, Ending> readHosts(const QCommandLineParser &parser, Options &options);

void addNodesOptions(QCommandLineParser &parser);
tl::expected<void, Ending> readNodes(const QCommandLineParser &parser, Options &options);

} // namespace jettison::cli
