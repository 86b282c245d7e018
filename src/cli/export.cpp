// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/progressline.h"
#include "jobs/exporting.h"
#include "models/transfertext.h"
#include "models/undotext.h"

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

// All of them, or none: half of an archive is no use.
std::optional<QList<RemovalTarget>> findImages(
    const Options &options, const Snapshot &snapshot, const Terminal &terminal)
{
    QList<RemovalTarget> targets;
    for (const QString &name : options.names) {
        const Result<RemovalTarget> target = findTarget(snapshot, name);
        if (target) {
            targets << *target;
        } else {
            terminal.printProblem(messages::error(target.error()));
        }
    }
    return targets.size() == options.names.size() ? std::optional(targets) : std::nullopt;
}

} // namespace

ExitStatus exportImages(const Options &options, Store &store, LayerReader &reader, const Terminal &terminal,
    const CancelToken &cancel)
{
    cancelOnInterrupt(cancel);
    const Result<SnapshotPtr> snapshot = scanOrExplain(store, reader, terminal, cancel);
    if (!snapshot) {
        return statusOf(snapshot.error());
    }
    const std::optional<QList<RemovalTarget>> targets = findImages(options, **snapshot, terminal);
    if (!targets) {
        return ExitStatus::Incomplete;
    }
    ProgressLine line(terminal);
    const ExportReport report = jettison::exportImages({.snapshot = *snapshot,
                                                           .targets = *targets,
                                                           .path = options.output,
                                                           .format = options.exportFormat,
                                                           .existing = options.existing},
        store, cancel, [&](const BackupProgress &now) { line.show(undotext::progress(now)); });
    line.clear();
    printMessages(transfertext::remarks(report), terminal);
    terminal.printError(transfertext::summary(report).text);
    return report.error ? ExitStatus::Incomplete : ExitStatus::Done;
}

} // namespace jettison::cli
