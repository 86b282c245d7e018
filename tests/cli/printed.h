// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/commands.h"
#include "fakes/fakestore.h"

#include <QTextStream>

namespace jettison {

/// What a command left behind.
struct Printed
{
    cli::ExitStatus status = cli::ExitStatus::Done;
    QString out;
    QString error;
};

/// Runs a command line, its words parted by spaces.
inline Printed runCommand(
    const QString &arguments, const StoreFactory &factory, const BackupRules &rules = {})
{
    Printed printed;
    QTextStream out(&printed.out);
    QTextStream error(&printed.error);
    const auto options = cli::parseOptions(QStringList(QStringLiteral("jettison")) + arguments.split(u' '));
    printed.status = cli::run(*options, factory, {}, rules, {.out = out, .error = error}, {});
    return printed;
}

/// With a store like this one.
inline Printed runCommand(const QString &arguments, const FakeStore &like)
{
    return runCommand(arguments, StoreFactory([&] {
        auto store = std::make_unique<FakeStore>(like.snapshot);
        store->interceptReading = like.interceptReading;
        store->files = like.files;
        return store;
    }));
}

} // namespace jettison
