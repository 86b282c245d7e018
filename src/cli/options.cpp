// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/options.h"

#include "cli/hostoptions.h"
#include "cli/transferoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(jettison::CommandLine)
};

const QString FormatName = u"format"_s;
const QString Json = u"json"_s;

tl::unexpected<Ending> usageError(const QString &text)
{
    return tl::unexpected(Ending{.text = text});
}

QCommandLineOption flag(const QStringList &names, const QString &description)
{
    return QCommandLineOption(names, description);
}

// The first word that is neither an option nor an option's value.
QString findCommandName(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (!argument.startsWith(u'-')) {
            return argument;
        }
        i += takesValue(argument) ? 1 : 0;
    }
    return {};
}

void addGlobalOptions(QCommandLineParser &parser)
{
    addHostOptions(parser);
    parser.addOption(flag({u"h"_s, u"help"_s}, CommandLine::tr("Show this help.")));
    parser.addOption(flag({u"v"_s, u"version"_s}, CommandLine::tr("Show the version.")));
}

void addFormat(QCommandLineParser &parser, const QString &values, const QString &standard)
{
    parser.addOption(
        {FormatName, CommandLine::tr("How to print: %1.").arg(values), CommandLine::tr("FORMAT"), standard});
}

void addListOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(
        u"ls"_s, CommandLine::tr("List the images of the store."), u"ls [options]"_s);
    parser.addOption(flag({u"a"_s, u"all"_s}, CommandLine::tr("Show intermediate images too.")));
    parser.addOption(flag({u"q"_s, u"quiet"_s}, CommandLine::tr("Print IDs only.")));
    addFormat(parser, u"table, json"_s, u"table"_s);
}

void addTreeOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"tree"_s,
        CommandLine::tr(
            "Show the layers of the store as a tree; with IMAGE, only its layers and who shares them."),
        u"tree [options] [IMAGE...]"_s);
    addFormat(parser, u"text, json"_s, u"text"_s);
}

void addFilesOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"files"_s,
        CommandLine::tr("List the files of an image as they are seen in it, with the layer that has each and "
                        "what it does to the layers below. The whole image is read through for it."),
        u"files [options] IMAGE"_s);
    parser.addOption({{u"l"_s, u"layer"_s},
        CommandLine::tr(
            "What this layer has, and what it hides. ID is the beginning of its digest or chain ID, "
            "or its number, 1 being the lowest."),
        CommandLine::tr("ID")});
    parser.addOption(
        {u"biggest"_s, CommandLine::tr("The N biggest files of the image."), CommandLine::tr("N")});
    parser.addOption(flag({u"wasted"_s},
        CommandLine::tr("Files of lower layers that upper ones overwrite or hide: they take room and are "
                        "never seen.")));
    addFormat(parser, u"text, json"_s, u"text"_s);
}

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
    addFormat(parser, u"text, json"_s, u"text"_s);
}

void addPullOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"pull"_s, CommandLine::tr("Pull images."), u"pull NAME..."_s);
    addFormat(parser, u"text, json"_s, u"text"_s);
}

void addUndoOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"undo"_s,
        CommandLine::tr("Bring back what a removal took, from the newest backup or the one with that ID."),
        u"undo [options] [ID]"_s);
    parser.addOption(flag({u"l"_s, u"list"_s}, CommandLine::tr("List the backups, and do nothing.")));
    parser.addOption(flag({u"containers"_s},
        CommandLine::tr(
            "Re-create the removed containers as well, from their configuration, without starting them.")));
    addFormat(parser, u"text, json"_s, u"text"_s);
}

void addHostsOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"hosts"_s,
        CommandLine::tr(
            "List the stores that can be used, and who answers there: docker's contexts, Podman's "
            "connections, sockets, variables and files."),
        u"hosts [options]"_s);
    addFormat(parser, u"table, json"_s, u"table"_s);
}

void addNodesOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"nodes"_s,
        CommandLine::tr(
            "List the nodes of the Swarm that the engine manages, and by which of your connections "
            "each can be reached."),
        u"nodes [options]"_s);
    addFormat(parser, u"table, json"_s, u"table"_s);
}

void addOverview(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        CommandLine::tr("Removes container images, seeing first what goes.\n\n"
                        "Commands:\n"
                        "  ls      list the images\n"
                        "  tree    show their layers, and who shares them\n"
                        "  files   show the files of an image, and what is wasted in it\n"
                        "  rm      remove images, and with --force the containers that use them\n"
                        "  pull    pull images\n"
                        "  undo    bring back what a removal took\n"
                        "  export  write images to an archive or a layout\n"
                        "  import  take in the images of an archive or a layout\n"
                        "  hosts   list the stores that can be used, and who answers there\n"
                        "  nodes   list the nodes of a Swarm\n\n"
                        "Without a command the window opens, for each FILE a window of its own.\n"
                        "\"jettison COMMAND --help\" tells more."));
    parser.addPositionalArgument(u"command"_s, CommandLine::tr("What to do."), u"[COMMAND]"_s);
    parser.addPositionalArgument(u"file"_s,
        CommandLine::tr("An archive made by \"docker save\", or an OCI image layout."), u"| [FILE...]"_s);
}

struct CommandEntry
{
    QLatin1StringView name;
    Options::Command command;
    void (*addOptions)(QCommandLineParser &);
};

constexpr std::array Commands{
    CommandEntry{"ls"_L1, Options::Command::List, addListOptions},
    CommandEntry{"tree"_L1, Options::Command::Tree, addTreeOptions},
    CommandEntry{"files"_L1, Options::Command::Files, addFilesOptions},
    CommandEntry{"rm"_L1, Options::Command::Remove, addRemoveOptions},
    CommandEntry{"pull"_L1, Options::Command::Pull, addPullOptions},
    CommandEntry{"undo"_L1, Options::Command::Undo, addUndoOptions},
    CommandEntry{"export"_L1, Options::Command::Export, addExportOptions},
    CommandEntry{"nodes"_L1, Options::Command::Nodes, addNodesOptions},
    CommandEntry{"import"_L1, Options::Command::Import,
        [](QCommandLineParser &parser) {
            addImportOptions(parser);
            addFormat(parser, u"text, json"_s, u"text"_s);
        }},
    CommandEntry{"hosts"_L1, Options::Command::Hosts, addHostsOptions},
};

tl::expected<void, Ending> readFormat(const QCommandLineParser &parser, Options &options)
{
    const QString format = parser.value(FormatName);
    const bool isTable = options.command == Options::Command::List
        || options.command == Options::Command::Hosts || options.command == Options::Command::Nodes;
    const QString plain = isTable ? u"table"_s : u"text"_s;
    if (format != Json && format != plain) {
        return usageError(CommandLine::tr("--format takes %1 or json, not \"%2\".").arg(plain, format));
    }
    options.format = format == Json ? Options::Format::Json : Options::Format::Text;
    return {};
}

tl::expected<void, Ending> readFiles(const QCommandLineParser &parser, Options &options)
{
    if (options.names.size() != 1) {
        return usageError(CommandLine::tr("\"jettison files\" wants the name of one image."));
    }
    if (parser.isSet(u"layer"_s) + parser.isSet(u"biggest"_s) + parser.isSet(u"wasted"_s) > 1) {
        return usageError(CommandLine::tr("Give one of --layer, --biggest and --wasted."));
    }
    options.layer = parser.value(u"layer"_s);
    options.wasted = parser.isSet(u"wasted"_s);
    if (parser.isSet(u"layer"_s) && options.layer.isEmpty()) {
        return usageError(CommandLine::tr("--layer wants a value that is not empty."));
    }
    if (parser.isSet(u"biggest"_s)) {
        bool isNumber = false;
        options.biggest = parser.value(u"biggest"_s).toInt(&isNumber);
        if (!isNumber || *options.biggest < 1) {
            return usageError(CommandLine::tr("--biggest takes a number from 1 on, not \"%1\".")
                    .arg(parser.value(u"biggest"_s)));
        }
    }
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

tl::expected<void, Ending> readRemoval(const QCommandLineParser &parser, Options &options)
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
    bool isNumber = false;
    const uint seconds = parser.value(u"time"_s).toUInt(&isNumber);
    constexpr uint Day = 24 * 60 * 60;
    if (!isNumber || seconds > Day) {
        return usageError(CommandLine::tr("--time takes seconds from 0 to %1, not \"%2\".")
                .arg(Day)
                .arg(parser.value(u"time"_s)));
    }
    options.stopTimeout = std::chrono::seconds(seconds);
    options.force = parser.isSet(u"force"_s);
    options.dryRun = parser.isSet(u"dry-run"_s);
    options.yes = parser.isSet(u"yes"_s);
    return readBackup(parser, options);
}

tl::expected<void, Ending> readUndo(const QCommandLineParser &parser, Options &options)
{
    options.list = parser.isSet(u"list"_s);
    options.containers = parser.isSet(u"containers"_s);
    if (options.names.size() > (options.list ? 0 : 1)) {
        return usageError(
            CommandLine::tr("\"jettison undo\" wants the ID of one backup, --list or neither."));
    }
    return {};
}

tl::expected<void, Ending> checkFiles(const Options &options)
{
    const auto missing =
        std::ranges::find_if_not(options.files, [](const QString &file) { return QFileInfo::exists(file); });
    if (missing != options.files.cend()) {
        return usageError(CommandLine::tr("There is no file \"%1\".").arg(*missing));
    }
    if (!options.files.isEmpty() && !(options.host.isEmpty() && options.context.isEmpty())) {
        return usageError(CommandLine::tr("Give either files, or --host or --context."));
    }
    return {};
}

tl::expected<void, Ending> readCommand(const QCommandLineParser &parser, Options &options)
{
    switch (options.command) {
    case Options::Command::None:
        return checkFiles(options);
    case Options::Command::List:
        if (!options.names.isEmpty()) {
            return usageError(CommandLine::tr("\"jettison ls\" takes no names."));
        }
        options.intermediate = parser.isSet(u"all"_s);
        options.quiet = parser.isSet(u"quiet"_s);
        return readFormat(parser, options);
    case Options::Command::Nodes:
        if (!options.names.isEmpty()) {
            return usageError(CommandLine::tr("\"jettison nodes\" takes no names."));
        }
        return readFormat(parser, options);
    case Options::Command::Tree:
        return readFormat(parser, options);
    case Options::Command::Files:
        return readFormat(parser, options).and_then([&] { return readFiles(parser, options); });
    case Options::Command::Remove:
        return readFormat(parser, options).and_then([&] { return readRemoval(parser, options); });
    case Options::Command::Pull:
        if (options.names.isEmpty()) {
            return usageError(CommandLine::tr("\"jettison pull\" wants the name of an image."));
        }
        return readFormat(parser, options);
    case Options::Command::Undo:
        return readFormat(parser, options).and_then([&] { return readUndo(parser, options); });
    case Options::Command::Export:
        return readExport(parser, options);
    case Options::Command::Import:
        return readFormat(parser, options).and_then([&] { return readImport(parser, options); });
    case Options::Command::Hosts:
        if (!options.names.isEmpty() || !options.host.isEmpty() || !options.context.isEmpty()) {
            return usageError(
                CommandLine::tr("\"jettison hosts\" takes no names, and neither --host nor --context."));
        }
        return readFormat(parser, options);
    }
    Q_UNREACHABLE();
}

} // namespace

tl::expected<Options, Ending> parseOptions(const QStringList &arguments)
{
    const QString name = findCommandName(arguments);
    const auto entry = std::ranges::find(Commands, name, &CommandEntry::name);
    if (entry == Commands.end() && !name.isEmpty() && !QFileInfo::exists(name)) {
        return usageError(
            CommandLine::tr("There is no command and no file \"%1\"; see \"jettison --help\".").arg(name));
    }
    QCommandLineParser parser;
    addGlobalOptions(parser);
    Options options;
    if (entry == Commands.end()) {
        addOverview(parser);
    } else {
        options.command = entry->command;
        entry->addOptions(parser);
    }
    const bool parsed = parser.parse(arguments);
    if (parser.isSet(u"help"_s)) {
        return tl::unexpected(Ending{.text = parser.helpText().trimmed(), .isError = false});
    }
    if (parser.isSet(u"version"_s)) {
        return tl::unexpected(
            Ending{.text = u"jettison "_s + QCoreApplication::applicationVersion(), .isError = false});
    }
    if (!parsed) {
        return usageError(parser.errorText());
    }
    if (options.command == Options::Command::None) {
        options.files = parser.positionalArguments();
    } else {
        options.names = parser.positionalArguments().mid(1);
    }
    return readHost(parser, options).and_then([&] { return readCommand(parser, options); }).map([&] {
        return options;
    });
}

} // namespace jettison::cli
