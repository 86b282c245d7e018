// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/hostoptions.h"

#include "cli/commandoptions.h"

#include <QCoreApplication>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(jettison::CommandLine)
};

const QString Host = u"host"_s;
const QString Context = u"context"_s;
const QString Unverified = u"tls"_s;
const QString Verified = u"tlsverify"_s;
const QString Authorities = u"tlscacert"_s;
const QString Certificate = u"tlscert"_s;
const QString Key = u"tlskey"_s;

std::optional<QString> valueOf(const QCommandLineParser &parser, const QString &name)
{
    return parser.isSet(name) ? std::optional(parser.value(name)) : std::nullopt;
}

TlsWish readTls(const QCommandLineParser &parser)
{
    TlsWish wish{.authorities = valueOf(parser, Authorities),
        .certificate = valueOf(parser, Certificate),
        .key = valueOf(parser, Key)};
    // As docker has it: both of them verify.
    if (parser.isSet(Verified)) {
        wish.mode = TlsWish::Mode::Verified;
    } else if (parser.isSet(Unverified)) {
        wish.mode = TlsWish::Mode::Unverified;
    }
    return wish;
}

void addTlsOptions(QCommandLineParser &parser)
{
    const QString file = CommandLine::tr("FILE");
    parser.addOption({Verified,
        CommandLine::tr(
            "Speak TLS with a tcp host, and verify that it is the host; as DOCKER_TLS_VERIFY does.")});
    parser.addOption({Unverified,
        CommandLine::tr("Speak TLS with whoever answers, without verifying who that is: unsafe.")});
    parser.addOption({Authorities,
        CommandLine::tr(
            "Trust the authorities in FILE instead of ca.pem; if it is empty, those of the system."),
        file});
    parser.addOption({Certificate, CommandLine::tr("The certificate to show instead of cert.pem."), file});
    parser.addOption({Key, CommandLine::tr("Its key, instead of key.pem."), file});
}

} // namespace

void addHostOptions(QCommandLineParser &parser)
{
    parser.addOption({{u"H"_s, Host},
        CommandLine::tr("Store to use, such as unix:///var/run/docker.sock, archive:FILE or layout:FOLDER."),
        CommandLine::tr("URL")});
    parser.addOption({{u"c"_s, Context}, CommandLine::tr("Docker context or Podman connection to use."),
        CommandLine::tr("NAME")});
    addTlsOptions(parser);
}

bool takesValue(const QString &typed)
{
    const QStringList taking{
        u"--host"_s, u"-H"_s, u"--context"_s, u"-c"_s, u"--tlscacert"_s, u"--tlscert"_s, u"--tlskey"_s};
    return taking.contains(typed);
}

tl::expected<void, Ending> readHost(const QCommandLineParser &parser, Options &options)
{
    if (parser.isSet(Host) && parser.isSet(Context)) {
        return usageError(CommandLine::tr("Give either --host or --context, not both."));
    }
    if ((parser.isSet(Host) && parser.value(Host).isEmpty())
        || (parser.isSet(Context) && parser.value(Context).isEmpty())) {
        return usageError(CommandLine::tr("--host and --context want a value that is not empty."));
    }
    options.host = parser.value(Host);
    options.context = parser.value(Context);
    options.tls = readTls(parser);
    if (!options.tls.isEmpty() && !(options.context.isEmpty() && options.files.isEmpty())) {
        return usageError(
            CommandLine::tr("The options of TLS go with --host, not with --context or with files."));
    }
    return {};
}

} // namespace jettison::cli
