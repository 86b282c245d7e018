// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/undoableremoval.h"

#include "jobs/backup.h"

#include <utility>

#include <algorithm>

namespace jettison {

namespace {

QList<Backup> discardOld(const BackupFolder &folder, const BackupLimits &limits)
{
    QList<Backup> discarded;
    const QList<Backup> excess = folder.excess(limits, QDateTime::currentDateTimeUtc());
    for (const Backup &backup : excess) {
        if (folder.remove(backup.id)) {
            discarded << backup;
        }
    }
    return discarded;
}

// Who cannot be told of it later has lost no more by that.
RemovalReport withLoss(RemovalReport report, const BackupFolder &folder)
{
    if (!report.backup) {
        (void)keepLoss(report, folder);
        folder.dropOldRecords();
    }
    return report;
}

bool isUnsaved(const RemovalStep &step, const RemovalPlan &plan)
{
    const auto goes = [&](const Deletion &deletion) {
        return plan.snapshot->images()[deletion.image].id == step.image;
    };
    return (step.kind == RemovalStep::Kind::RemovePlatform && !plan.options.backup)
        || (plan.snapshot->image(step.image)->isList && std::ranges::any_of(plan.deletions, goes));
}

} // namespace

RemovalReport runUndoableRemoval(const RemovalPlan &plan, Store &store, const BackupRules &rules,
    const RemovalControl &control, const RemovalListener &listener, const BackupListener &progress)
{
    const BackupFolder folder(rules.folder);
    // Where manifest lists, or platforms without a backup, go alone nothing can be kept: neither images go
    // nor names that can be given back.
    if (std::ranges::all_of(plan.steps, [&](const RemovalStep &step) { return isUnsaved(step, plan); })) {
        return withLoss(runRemoval(plan, store, control, listener), folder);
    }
    BackupTeller teller(progress);
    RemovalListener telling = listener;
    telling.written = [&teller, hasBegun = false](qint64 bytes, qint64 all) mutable {
        if (!std::exchange(hasBegun, true)) {
            teller.begin(BackupProgress::Phase::Rewriting, all);
        }
        teller.tell(bytes, all);
    };
    const bool isWanted = plan.options.backup;
    const Result<std::optional<Backup>> kept = isWanted
        ? makeBackup(plan, store, folder, control.cancel, progress).map([](const Backup &backup) {
              return std::optional(backup);
          })
        : makeRecord(plan, folder);
    if (!kept && isWanted) {
        return {.plan = plan,
            .outcomes = QList<StepOutcome>(plan.steps.size()),
            .cancelled = kept.error().code == ErrorCode::Cancelled,
            .backupError = kept.error()};
    }
    const QList<Backup> discarded = isWanted ? discardOld(folder, rules.limits) : QList<Backup>();
    folder.dropOldRecords();
    RemovalReport report = runRemoval(plan, store, control, telling);
    report.backup = kept.value_or(std::nullopt);
    report.backupError = kept ? std::nullopt : std::optional(kept.error());
    report.discarded = discarded;
    return withLoss(report, folder);
}

} // namespace jettison
