// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/transferoptions.h"

#include "cli/commandoptions.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

struct TransferOptions
{
    Q_DECLARE_TR_FUNCTIONS(jettison::TransferOptions)
};

const QString Output = u"output"_s;
const QString Add = u"add"_s;
const QString Replace = u"replace"_s;
const QString Format = u"format"_s;

} // namespace

void addExportOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"export"_s,
        TransferOptions::tr(
            "Write images to an archive or an OCI layout. IMAGE is as for \"jettison rm\": an ID "
            "brings all names of the image, a name this one."),
        u"export [options] -o TARGET IMAGE..."_s);
    parser.addOption({{u"o"_s, Output},
        TransferOptions::tr(
            "Where to: a file, packed as its name says (.tar, .tar.gz, .tar.xz, .tar.zst), or the "
            "folder of a layout."),
        TransferOptions::tr("TARGET")});
    parser.addOption({Format,
        TransferOptions::tr(
            "docker: as \"docker save\" makes it; oci: an OCI image layout, in a folder if TARGET "
            "does not end like an archive. Without it: oci into a folder, else docker."),
        TransferOptions::tr("FORMAT")});
    parser.addOption(
        {Add, TransferOptions::tr("Add the images to the archive or layout that is there already.")});
    parser.addOption({Replace, TransferOptions::tr("Replace what is there already.")});
}

void addImportOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"import"_s,
        TransferOptions::tr(
            "Take in the images of FILE, an archive or an OCI layout; with NAME, a name or an ID "
            "in it, only these."),
        u"import [options] FILE [NAME...]"_s);
    parser.addOption({u"dry-run"_s,
        TransferOptions::tr("Print what would come and what is there already, and do nothing.")});
    addFormat(parser, Text);
}

void addPullOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"pull"_s, TransferOptions::tr("Pull images."), u"pull NAME..."_s);
    addFormat(parser, Text);
}

tl::expected<void, Ending> readExport(const QCommandLineParser &parser, Options &options)
{
    options.output = parser.value(Output);
    if (options.names.isEmpty() || options.output.isEmpty()) {
        return usageError(TransferOptions::tr("\"jettison export\" wants -o TARGET and images."));
    }
    if (parser.isSet(Add) && parser.isSet(Replace)) {
        return usageError(TransferOptions::tr("Give either --add or --replace, not both."));
    }
    if (parser.isSet(Add) && parser.isSet(Format)) {
        return usageError(
            TransferOptions::tr("What is added to keeps its format: give either --add or --format."));
    }
    if (parser.isSet(Format)) {
        const QString format = parser.value(Format);
        if (format != "docker"_L1 && format != "oci"_L1) {
            return usageError(TransferOptions::tr("--format takes docker or oci, not \"%1\".").arg(format));
        }
        options.exportFormat =
            format == "oci"_L1 ? ExportRequest::Format::Layout : ExportRequest::Format::Docker;
    }
    options.existing = parser.isSet(Add) ? ExportRequest::Existing::Add
        : parser.isSet(Replace)          ? ExportRequest::Existing::Replace
                                         : ExportRequest::Existing::Refuse;
    return {};
}

tl::expected<void, Ending> readImport(const QCommandLineParser &parser, Options &options)
{
    if (options.names.isEmpty()) {
        return usageError(TransferOptions::tr("\"jettison import\" wants an archive or a layout."));
    }
    options.file = options.names.takeFirst();
    if (!QFileInfo::exists(options.file)) {
        return usageError(TransferOptions::tr("There is no file \"%1\".").arg(options.file));
    }
    options.dryRun = parser.isSet(u"dry-run"_s);
    return readFormat(parser, Text, options);
}

tl::expected<void, Ending> readPull(const QCommandLineParser &parser, Options &options)
{
    if (options.names.isEmpty()) {
        return usageError(TransferOptions::tr("\"jettison pull\" wants the name of an image."));
    }
    return readFormat(parser, Text, options);
}

} // namespace jettison::cli
