// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"

#include "jobs/scan.h"
#include "models/messages.h"

#include <QCoreApplication>

namespace jettison::cli {

namespace {

struct Commands
{
    Q_DECLARE_TR_FUNCTIONS(jettison::Commands)
};

} // namespace

ExitStatus statusOf(const Error &error)
{
    return error.code == ErrorCode::Cancelled ? ExitStatus::Incomplete : ExitStatus::Unreachable;
}

void printMessages(const QList<Message> &messages, const Terminal &terminal)
{
    for (const Message &message : messages) {
        message.kind == Message::Kind::Info ? terminal.printError(message.text)
                                            : terminal.printProblem(message.text);
    }
}

void warnOf(const StoreInfo &store, const Terminal &terminal)
{
    if (store.isUnverified) {
        terminal.printWarning(messages::storeNote(store));
    }
}

Result<SnapshotPtr> scanOrExplain(
    Store &store, LayerReader &reader, const Terminal &terminal, const CancelToken &cancel)
{
    Result<SnapshotPtr> snapshot = scan(store, reader, cancel);
    if (!snapshot) {
        terminal.printProblem(messages::error(snapshot.error()));
    } else if ((*snapshot)->store().isUnverified) {
        warnOf((*snapshot)->store(), terminal);
    } else if (const QString note = messages::storeNote((*snapshot)->store()); !note.isEmpty()) {
        terminal.printError(note);
    }
    return snapshot;
}

ExitStatus run(const Options &options, const StoreFactory &factory, const QString &contentCache,
    const BackupRules &rules, const Terminal &terminal, const CancelToken &cancel,
    const QList<KnownHost> &hosts)
{
    if (options.list) {
        return listBackups(options, rules, terminal);
    }
    const Result<std::unique_ptr<Store>> made = factory();
    if (!made) {
        terminal.printProblem(messages::error(made.error()));
        return ExitStatus::Unreachable;
    }
    Store &store = **made;
    LayerReader reader{ContentCache(contentCache)};
    switch (options.command) {
    case Options::Command::None:
        return showOverview(options, store, reader, terminal, cancel);
    case Options::Command::List:
        return listImages(options, store, reader, terminal, cancel);
    case Options::Command::Nodes:
        return listNodes(options, store, hosts, terminal, cancel);
    case Options::Command::Tree:
        return showTree(options, store, reader, terminal, cancel);
    case Options::Command::Files:
        return showFiles(options, store, reader, terminal, cancel);
    case Options::Command::Remove:
        return removeImages(options, store, reader, rules, terminal, cancel);
    case Options::Command::Pull:
        return pullImages(options, store, terminal, cancel);
    case Options::Command::Undo:
        return undoRemoval(options, store, rules, terminal, cancel);
    case Options::Command::Export:
        return exportImages(options, store, reader, terminal, cancel);
    case Options::Command::Import:
        return importImages(options, store, reader, terminal, cancel);
    case Options::Command::Hosts:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace jettison::cli
