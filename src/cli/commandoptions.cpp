// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commandoptions.h"

#include <QCoreApplication>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(jettison::CommandLine)
};

const QString FormatName = u"format"_s;
const QString Json = u"json"_s;

} // namespace

tl::unexpected<Ending> usageError(const QString &text)
{
    return tl::unexpected(Ending{.text = text});
}

QCommandLineOption flag(const QStringList &names, const QString &description)
{
    return QCommandLineOption(names, description);
}

void addFormat(QCommandLineParser &parser, QLatin1StringView plain)
{
    parser.addOption({FormatName, CommandLine::tr("How to print: %1.").arg(plain + ", "_L1 + Json),
        CommandLine::tr("FORMAT"), plain});
}

tl::expected<void, Ending> readFormat(
    const QCommandLineParser &parser, QLatin1StringView plain, Options &options)
{
    const QString format = parser.value(FormatName);
    if (format != Json && format != plain) {
        return usageError(CommandLine::tr("--format takes %1 or json, not \"%2\".").arg(plain, format));
    }
    options.format = format == Json ? Options::Format::Json : Options::Format::Text;
    return {};
}

} // namespace jettison::cli
