// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/options.h"
#include "gui/display.h"
#include "stores/storefactory.h"

#include <QApplication>
#include <QProcessEnvironment>
#include <QTextStream>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

void describe()
{
    QCoreApplication::setApplicationName(u"jettison"_s);
    QCoreApplication::setOrganizationName(u"Jettison"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(JETTISON_VERSION));
}

int end(const cli::Ending &ending)
{
    QTextStream stream(ending.isError ? stderr : stdout);
    stream << ending.text << Qt::endl;
    return int(ending.isError ? cli::ExitStatus::Usage : cli::ExitStatus::Done);
}

int runInTerminal(const cli::Options &options)
{
    QTextStream out(stdout);
    QTextStream error(stderr);
    const CancelToken cancel;
    cli::cancelOnInterrupt(cancel);
    const StoreFactory factory =
        storeFactory(options.host, options.context, QProcessEnvironment::systemEnvironment());
    return int(cli::run(options, factory, {.out = out, .error = error}, cancel));
}

} // namespace

int main(int argc, char *argv[])
{
    describe();
    if (argc == 2 && qstrcmp(argv[1], displayProbe) == 0) {
        const QGuiApplication probe(argc, argv);
        return 0;
    }
    const QCoreApplication application(argc, argv);
    const auto options = cli::parseOptions(QCoreApplication::arguments());
    if (!options) {
        return end(options.error());
    }
    return runInTerminal(*options);
}
