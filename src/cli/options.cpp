// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/options.h"

#include "cli/commandoptions.h"
#include "cli/hostoptions.h"
#include "cli/lookoptions.h"
#include "cli/removeoptions.h"
#include "cli/transferoptions.h"

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

void addGlobalOptions(QCommandLineParser &parser)
{
    addHostOptions(parser);
    parser.addOption(flag({u"h"_s, u"help"_s}, CommandLine::tr("Show this help.")));
    parser.addOption(flag({u"v"_s, u"version"_s}, CommandLine::tr("Show the version.")));
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

tl::expected<void, Ending> checkFiles(const QCommandLineParser & /*parser*/, Options &options)
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

struct CommandEntry
{
    QLatin1StringView name;
    Options::Command command;
    void (*addOptions)(QCommandLineParser &);
    tl::expected<void, Ending> (*read)(const QCommandLineParser &, Options &);
};

constexpr CommandEntry Window{""_L1, Options::Command::None, addOverview, checkFiles};
constexpr std::array Commands{
    CommandEntry{"ls"_L1, Options::Command::List, addListOptions, readList},
    CommandEntry{"tree"_L1, Options::Command::Tree, addTreeOptions, readTree},
    CommandEntry{"files"_L1, Options::Command::Files, addFilesOptions, readFiles},
    CommandEntry{"rm"_L1, Options::Command::Remove, addRemoveOptions, readRemove},
    CommandEntry{"pull"_L1, Options::Command::Pull, addPullOptions, readPull},
    CommandEntry{"undo"_L1, Options::Command::Undo, addUndoOptions, readUndo},
    CommandEntry{"export"_L1, Options::Command::Export, addExportOptions, readExport},
    CommandEntry{"import"_L1, Options::Command::Import, addImportOptions, readImport},
    CommandEntry{"hosts"_L1, Options::Command::Hosts, addHostsOptions, readHosts},
    CommandEntry{"nodes"_L1, Options::Command::Nodes, addNodesOptions, readNodes},
};

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

// Files are named where a command may stand. Null: it is neither.
const CommandEntry *findCommand(const QString &name)
{
    const auto entry = std::ranges::find(Commands, name, &CommandEntry::name);
    if (entry != Commands.end()) {
        return entry;
    }
    return name.isEmpty() || QFileInfo::exists(name) ? &Window : nullptr;
}

// What ends the program before anything is read.
std::optional<Ending> endingOf(const QCommandLineParser &parser, bool isParsed)
{
    if (parser.isSet(u"help"_s)) {
        return Ending{.text = parser.helpText().trimmed(), .isError = false};
    }
    if (parser.isSet(u"version"_s)) {
        return Ending{.text = u"jettison "_s + QCoreApplication::applicationVersion(), .isError = false};
    }
    return isParsed ? std::nullopt : std::optional(Ending{.text = parser.errorText()});
}

} // namespace

tl::expected<Options, Ending> parseOptions(const QStringList &arguments)
{
    const QString name = findCommandName(arguments);
    const CommandEntry *const entry = findCommand(name);
    if (!entry) {
        return usageError(
            CommandLine::tr("There is no command and no file \"%1\"; see \"jettison --help\".").arg(name));
    }
    QCommandLineParser parser;
    addGlobalOptions(parser);
    entry->addOptions(parser);
    const bool isParsed = parser.parse(arguments);
    if (const std::optional<Ending> ending = endingOf(parser, isParsed)) {
        return tl::unexpected(*ending);
    }
    Options options;
    options.command = entry->command;
    if (options.command == Options::Command::None) {
        options.files = parser.positionalArguments();
    } else {
        options.names = parser.positionalArguments().mid(1);
    }
    return readHost(parser, options).and_then([&] { return entry->read(parser, options); }).map([&] {
        return options;
    });
}

} // namespace jettison::cli
