// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/lookoptions.h"

#include "cli/commandoptions.h"

#include <QCoreApplication>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(jettison::CommandLine)
};

tl::expected<void, Ending> readFilesChoice(const QCommandLineParser &parser, Options &options)
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

} // namespace

void addListOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(
        u"ls"_s, CommandLine::tr("List the images of the store."), u"ls [options]"_s);
    parser.addOption(flag({u"a"_s, u"all"_s}, CommandLine::tr("Show intermediate images too.")));
    parser.addOption(flag({u"q"_s, u"quiet"_s}, CommandLine::tr("Print IDs only.")));
    addFormat(parser, Table);
}

void addTreeOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"tree"_s,
        CommandLine::tr(
            "Show the layers of the store as a tree; with IMAGE, only its layers and who shares them."),
        u"tree [options] [IMAGE...]"_s);
    addFormat(parser, Text);
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
    addFormat(parser, Text);
}

void addHostsOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"hosts"_s,
        CommandLine::tr(
            "List the stores that can be used, and who answers there: docker's contexts, Podman's "
            "connections, sockets, variables and files."),
        u"hosts [options]"_s);
    addFormat(parser, Table);
}

void addNodesOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"nodes"_s,
        CommandLine::tr(
            "List the nodes of the Swarm that the engine manages, and by which of your connections "
            "each can be reached."),
        u"nodes [options]"_s);
    addFormat(parser, Table);
}

tl::expected<void, Ending> readList(const QCommandLineParser &parser, Options &options)
{
    if (!options.names.isEmpty()) {
        return usageError(CommandLine::tr("\"jettison ls\" takes no names."));
    }
    options.intermediate = parser.isSet(u"all"_s);
    options.quiet = parser.isSet(u"quiet"_s);
    return readFormat(parser, Table, options);
}

tl::expected<void, Ending> readTree(const QCommandLineParser &parser, Options &options)
{
    return readFormat(parser, Text, options);
}

tl::expected<void, Ending> readFiles(const QCommandLineParser &parser, Options &options)
{
    return readFormat(parser, Text, options).and_then([&] { return readFilesChoice(parser, options); });
}

tl::expected<void, Ending> readHosts(const QCommandLineParser &parser, Options &options)
{
    if (!options.names.isEmpty() || !options.host.isEmpty() || !options.context.isEmpty()) {
        return usageError(
            CommandLine::tr("\"jettison hosts\" takes no names, and neither --host nor --context."));
    }
    return readFormat(parser, Table, options);
}

tl::expected<void, Ending> readNodes(const QCommandLineParser &parser, Options &options)
{
    if (!options.names.isEmpty()) {
        return usageError(CommandLine::tr("\"jettison nodes\" takes no names."));
    }
    return readFormat(parser, Table, options);
}

} // namespace jettison::cli
