// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/removeoptions.h"

#include "cli/commandoptions.h"

#include <QCoreApplication>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(jettison::CommandLine)
};

tl::expected<void, Ending> readTargets(const QCommandLineParser &parser, Options &options)
{
    int selectors = 0;
    for (const auto &[name, selector] : {std::pair{u"all"_s, Selector::All},
             std::pair{u"dangling"_s, Selector::Dangling}, std::pair{u"unused"_s, Selector::Unused}}) {
        if (parser.isSet(name)) {
            options.selector = selector;
            ++selectors;
        }
    }
    if (selectors + (options.names.isEmpty() ? 0 : 1) != 1) {
        return usageError(CommandLine::tr(
            "\"jettison rm\" wants either images, or one of --all, --dangling and --unused."));
    }
    options.platforms = parser.values(u"platform"_s);
    if (options.selector && !options.platforms.isEmpty()) {
        return usageError(CommandLine::tr("--platform wants images by their names."));
    }
    return {};
}

tl::expected<void, Ending> readTime(const QCommandLineParser &parser, Options &options)
{
    bool isNumber = false;
    const uint seconds = parser.value(u"time"_s).toUInt(&isNumber);
    constexpr uint Day = 24 * 60 * 60;
    if (!isNumber || seconds > Day) {
        return usageError(CommandLine::tr("--time takes seconds from 0 to %1, not \"%2\".")
                .arg(Day)
                .arg(parser.value(u"time"_s)));
    }
    options.stopTimeout = std::chrono::seconds(seconds);
    return {};
}

tl::expected<void, Ending> readBackup(const QCommandLineParser &parser, Options &options)
{
    const bool isWanted = parser.isSet(u"backup"_s);
    const bool isUnwanted = parser.isSet(u"no-backup"_s);
    if (isWanted && isUnwanted) {
        return usageError(CommandLine::tr("Give either --backup or --no-backup, not both."));
    }
    if (isWanted || isUnwanted) {
        options.backup = isWanted;
    }
    return {};
}

} // namespace

void addRemoveOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"rm"_s,
        CommandLine::tr(
            "Remove images. IMAGE is a name, name:tag, name@digest, ID or the beginning of an ID."),
        u"rm [options] (IMAGE... | --all | --dangling | --unused)"_s);
    parser.addOption(flag(
        {u"f"_s, u"force"_s}, CommandLine::tr("Stop and remove the containers that use the images, first.")));
    parser.addOption(flag({u"dry-run"_s}, CommandLine::tr("Print what would be done, and do nothing.")));
    parser.addOption({{u"t"_s, u"time"_s},
        CommandLine::tr("With --force: seconds a container may take to stop (default 10)."),
        CommandLine::tr("S"), u"10"_s});
    parser.addOption({{u"p"_s, u"platform"_s},
        CommandLine::tr("Only this platform of the images, such as linux/arm64; may be given several times. "
                        "Needs Docker 28.2 or newer with the containerd image store."),
        CommandLine::tr("PLATFORM")});
    parser.addOption(flag({u"all"_s}, CommandLine::tr("All images.")));
    parser.addOption(flag({u"dangling"_s}, CommandLine::tr("Images without a name.")));
    parser.addOption(flag({u"unused"_s}, CommandLine::tr("Images that no container uses, in any state.")));
    parser.addOption(flag({u"y"_s, u"yes"_s}, CommandLine::tr("Do not ask before --all.")));
    parser.addOption(flag({u"b"_s, u"backup"_s},
        CommandLine::tr("Keep a backup first, from which \"jettison undo\" brings the images back.")));
    parser.addOption(flag({u"no-backup"_s}, CommandLine::tr("Keep no backup, whatever the settings say.")));
    addFormat(parser, Text);
}

void addUndoOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"undo"_s,
        CommandLine::tr("Bring back what a removal took, from the newest backup or the one with that ID."),
        u"undo [options] [ID]"_s);
    parser.addOption(flag({u"l"_s, u"list"_s}, CommandLine::tr("List the backups, and do nothing.")));
    parser.addOption(
        flag({u"dry-run"_s}, CommandLine::tr("Print what would come back and how, and do nothing.")));
    parser.addOption(flag({u"containers"_s},
        CommandLine::tr(
            "Re-create the removed containers as well, from their configuration, without starting them.")));
    addFormat(parser, Text);
}

tl::expected<void, Ending> readRemove(const QCommandLineParser &parser, Options &options)
{
    options.force = parser.isSet(u"force"_s);
    options.dryRun = parser.isSet(u"dry-run"_s);
    options.yes = parser.isSet(u"yes"_s);
    return readFormat(parser, Text, options)
        .and_then([&] { return readTargets(parser, options); })
        .and_then([&] { return readTime(parser, options); })
        .and_then([&] { return readBackup(parser, options); });
}

tl::expected<void, Ending> readUndo(const QCommandLineParser &parser, Options &options)
{
    options.list = parser.isSet(u"list"_s);
    options.containers = parser.isSet(u"containers"_s);
    options.dryRun = parser.isSet(u"dry-run"_s);
    if (options.names.size() > (options.list ? 0 : 1)) {
        return usageError(
            CommandLine::tr("\"jettison undo\" wants the ID of one backup, --list or neither."));
    }
    return readFormat(parser, Text, options);
}

} // namespace jettison::cli
