// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"

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

ExitStatus run(
    const Options &options, const StoreFactory &factory, const Terminal &terminal, const CancelToken &cancel)
{
    const Result<std::unique_ptr<Store>> made = factory();
    if (!made) {
        terminal.printProblem(messages::error(made.error()));
        return ExitStatus::Unreachable;
    }
    Store &store = **made;
    switch (options.command) {
    case Options::Command::None:
        return showOverview(options, store, terminal, cancel);
    case Options::Command::List:
        return listImages(options, store, terminal, cancel);
    case Options::Command::Remove:
        return removeImages(options, store, terminal, cancel);
    case Options::Command::Pull:
        return pullImages(options, store, terminal, cancel);
    }
    Q_UNREACHABLE();
}

} // namespace jettison::cli
