// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/options.h"
#include "cli/terminal.h"
#include "core/backup.h"
#include "jobs/hostprobe.h"
#include "jobs/layerreader.h"
#include "models/messages.h"
#include "stores/store.h"

namespace jettison::cli {

/// The command line's exit statuses.
enum class ExitStatus {
    Done = 0,
    Incomplete = 1, ///< something that was asked was not done
    Usage = 2,
    Unreachable = 3, ///< the store could not be reached
};

/// Each runs one command to its end in this thread. The cancel token ends it at the next safe place.
ExitStatus listImages(const Options &options, Store &store, LayerReader &reader, const Terminal &terminal,
    const CancelToken &cancel);
ExitStatus showTree(const Options &options, Store &store, LayerReader &reader, const Terminal &terminal,
    const CancelToken &cancel);
ExitStatus showFiles(const Options &options, Store &store, LayerReader &reader, const Terminal &terminal,
    const CancelToken &cancel);
ExitStatus removeImages(const Options &options, Store &store, LayerReader &reader, const BackupRules &rules,
    const Terminal &terminal, const CancelToken &cancel);
ExitStatus pullImages(
    const Options &options, Store &store, const Terminal &terminal, const CancelToken &cancel);
ExitStatus undoRemoval(const Options &options, Store &store, const BackupRules &rules,
    const Terminal &terminal, const CancelToken &cancel);
ExitStatus exportImages(const Options &options, Store &store, LayerReader &reader, const Terminal &terminal,
    const CancelToken &cancel);
ExitStatus importImages(const Options &options, Store &store, LayerReader &reader, const Terminal &terminal,
    const CancelToken &cancel);
/// The nodes of the Swarm that the engine manages. `hosts`: what the person has; who may be a node is asked.
ExitStatus listNodes(const Options &options, Store &store, const QList<KnownHost> &hosts,
    const Terminal &terminal, const CancelToken &cancel);
/// Needs no store.
ExitStatus listBackups(const Options &options, const BackupRules &rules, const Terminal &terminal);
/// What stores there are, and who answers there. Needs no store.
ExitStatus listHosts(const Options &options, const QList<KnownHost> &hosts, const Terminal &terminal,
    const CancelToken &cancel);
/// For a person without a display: the images, and what to try next.
ExitStatus showOverview(const Options &options, Store &store, LayerReader &reader, const Terminal &terminal,
    const CancelToken &cancel);

/// On standard error: remarks as they are, all else as problems.
void printMessages(const QList<Message> &messages, const Terminal &terminal);

/// Of a store that could not be read.
ExitStatus statusOf(const Error &error);

/// Every command says so of a store that nobody verifies.
void warnOf(const StoreInfo &store, const Terminal &terminal);

/// Reads the store with its layers, or says why it cannot.
Result<SnapshotPtr> scanOrExplain(
    Store &store, LayerReader &reader, const Terminal &terminal, const CancelToken &cancel);

/// Runs the command that the options name, other than `hosts`. `contentCache`: the file for what images are
/// made of; empty for none.
ExitStatus run(const Options &options, const StoreFactory &factory, const QString &contentCache,
    const BackupRules &rules, const Terminal &terminal, const CancelToken &cancel,
    const QList<KnownHost> &hosts = {});

} // namespace jettison::cli
