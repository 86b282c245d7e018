// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/undo.h"
#include "cli/commands.h"
#include "cli/progressline.h"
#include "cli/table.h"
#include "cli/undojson.h"
#include "core/undochoice.h"
#include "models/formatting.h"
#include "models/losstext.h"
#include "models/undoreporttext.h"
#include "models/undotext.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

struct UndoCommand
{
    Q_DECLARE_TR_FUNCTIONS(jettison::UndoCommand)
};

QList<QStringList> rowsOf(const QList<Backup> &backups)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<QStringList> rows{{u"ID"_s, u"TIME"_s, u"ENDPOINT"_s, u"IMAGES"_s, u"PLATFORMS"_s, u"TO PULL"_s,
        u"NAMES"_s, u"CONTAINERS"_s, u"SIZE"_s, u"AGE"_s, u"UNDONE"_s}};
    for (const Backup &backup : backups) {
        qsizetype names = 0;
        for (const Image &image : backup.deleted() + backup.untagged) {
            names += image.references.size();
        }
        rows << QStringList{backup.id, backup.time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s),
            backup.store.endpoint, QString::number(backup.images.size()),
            QString::number(backup.platformCount()), QString::number(backup.pullable.size()),
            QString::number(names), QString::number(backup.containers.size()), formatSize(backup.size),
            formatAge(backup.time, now), backup.undone.isValid() ? formatAge(backup.undone, now) : u"-"_s};
    }
    return rows;
}

// Docker's words where it has any.
void printLines(const UndoReport &report, const Terminal &terminal)
{
    for (const Reference &digest : report.pulled) {
        terminal.printLine(u"Pulled: "_s + digest.text());
    }
    for (const ImageId &id : report.backup.hasArchive() ? report.restored : QList<ImageId>()) {
        terminal.printLine(u"Loaded: "_s + id.text());
    }
    for (const UndoReport::Platform &platform : report.restoredPlatforms) {
        terminal.printLine(u"Loaded: "_s + platform.variant.digest);
    }
    for (const Reference &reference : report.tagged) {
        terminal.printLine(u"Tagged: "_s + reference.text());
    }
    for (const QString &name : report.recreated) {
        terminal.printLine(u"Created: "_s + name);
    }
}

void printJson(const QJsonDocument &document, const Terminal &terminal)
{
    terminal.printLine(QString::fromUtf8(document.toJson()).trimmed());
}

Result<Backup> findBackup(
    const Options &options, const BackupFolder &folder, const StoreInfo &store, const Terminal &terminal)
{
    if (options.names.isEmpty()) {
        const UndoChoice choice = chooseUndo(folder.all(), store);
        const QStringList passed = undotext::passedOver(choice.passedOver);
        std::ranges::for_each(passed, [&](const QString &line) { terminal.printError(line); });
        return choice.backup ? Result<Backup>(*choice.backup) : fail(ErrorCode::NoBackup, store.endpoint);
    }
    return folder.find(options.names.first()).and_then([](const Backup &backup) {
        return backup.isHopeless() ? fail(ErrorCode::NoBackup, backup.id) : Result<Backup>(backup);
    });
}

void explainMissing(const Options &options, const Error &error, const Terminal &terminal)
{
    const bool isNewest = options.names.isEmpty() && error.code == ErrorCode::NoBackup;
    terminal.printProblem(isNewest
            ? UndoCommand::tr("Nothing to undo: there is no backup of a removal at %1 that was not undone "
                              "yet. \"jettison undo --list\" shows all.")
                  .arg(error.detail)
            : messages::error(error));
}

// What cannot be undone just now is in the way of everything before it.
void showWayOn(const UndoReport &report, const BackupFolder &folder, const Terminal &terminal)
{
    const QList<Backup> backups = folder.list();
    const auto earlier = std::ranges::find_if(backups, [&](const Backup &backup) {
        return backup.store.endpoint == report.backup.store.endpoint && backup.id < report.backup.id
            && !backup.undone.isValid();
    });
    if (!report.isSettled && earlier != backups.cend()) {
        terminal.printError(UndoCommand::tr("\"jettison undo\" tries this again; \"jettison undo %1\" undoes "
                                            "the removal before it, whatever becomes of this one.")
                .arg(earlier->id));
    }
}

// A backup that is left out without a word looks as if there had been none.
bool explainUnreadable(const BackupFolder &folder, const Terminal &terminal)
{
    const QList<Error> errors = folder.unreadable();
    for (const Error &error : errors) {
        terminal.printProblem(messages::error(error));
    }
    return !errors.isEmpty();
}

void tell(const UndoReport &report, const Options &options, const Terminal &terminal)
{
    if (options.format == Options::Format::Json) {
        printJson(QJsonDocument(undoToJson(report)), terminal);
    } else {
        printLines(report, terminal);
    }
    for (const QString &line : report.isDryRun ? undotext::forecast(report) : QStringList()) {
        terminal.printError(line);
    }
    printMessages(undotext::remarks(report), terminal);
    terminal.printError(undotext::summary(report).text);
}

ExitStatus carryOut(const Backup &backup, const Options &options, Store &store, const BackupFolder &folder,
    const Terminal &terminal, const CancelToken &cancel)
{
    const QString pulled = undotext::pulls(backup);
    if (!pulled.isEmpty() && !options.dryRun) {
        terminal.printError(pulled);
    }
    ProgressLine line(terminal);
    const UndoReport report =
        undo(backup, store, folder, {.containers = options.containers, .dryRun = options.dryRun}, cancel,
            [&](const BackupProgress &now) { line.show(undotext::progress(now)); });
    line.clear();
    tell(report, options, terminal);
    if (options.names.isEmpty() && !options.dryRun) {
        showWayOn(report, folder, terminal);
    }
    return report.isComplete() ? ExitStatus::Done : ExitStatus::Incomplete;
}

} // namespace

ExitStatus listBackups(const Options &options, const BackupRules &rules, const Terminal &terminal)
{
    const BackupFolder folder(rules.folder);
    const QList<Backup> backups = folder.list();
    if (options.format == Options::Format::Json) {
        printJson(QJsonDocument(backupsToJson(backups)), terminal);
    } else {
        printTable(rowsOf(backups), terminal);
    }
    return explainUnreadable(folder, terminal) ? ExitStatus::Incomplete : ExitStatus::Done;
}

ExitStatus undoRemoval(const Options &options, Store &store, const BackupRules &rules,
    const Terminal &terminal, const CancelToken &cancel)
{
    cancelOnInterrupt(cancel);
    const Result<StoreInfo> info =
        store.open({.deadline = QDeadlineTimer(std::chrono::minutes(1)), .cancel = cancel});
    if (!info) {
        terminal.printProblem(messages::error(info.error()));
        return statusOf(info.error());
    }
    warnOf(*info, terminal);
    const BackupFolder folder(rules.folder);
    // The newest may be one of them.
    if (options.names.isEmpty()) {
        explainUnreadable(folder, terminal);
    }
    const Result<Backup> backup = findBackup(options, folder, *info, terminal);
    if (!backup) {
        explainMissing(options, backup.error(), terminal);
        return ExitStatus::Incomplete;
    }
    if (backup->store.endpoint != info->endpoint) {
        terminal.printError(UndoCommand::tr("This backup was made at %1; it is loaded into %2.")
                .arg(backup->store.endpoint, info->endpoint));
    }
    return carryOut(*backup, options, store, folder, terminal, cancel);
}

} // namespace jettison::cli
