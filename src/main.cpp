// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/options.h"
#include "gui/display.h"
#include "gui/mainwindow.h"
#include "models/translations.h"
#include "stores/storefactory.h"

#include <QApplication>
#include <QIcon>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTextStream>

#include <optional>

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

StoreFactory factoryFor(const cli::Options &options)
{
    return storeFactory(options.host, options.context, QProcessEnvironment::systemEnvironment());
}

// What images are made of never changes, so it is kept for the next start.
QString contentCache()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return folder.isEmpty() ? QString() : folder + "/image-contents"_L1;
}

int runInTerminal(const cli::Options &options)
{
    QTextStream out(stdout);
    QTextStream error(stderr);
    const cli::ExitStatus status =
        cli::run(options, factoryFor(options), contentCache(), {.out = out, .error = error}, {});
    // Lines that nobody could read are not everything that was asked.
    const bool isLost = out.status() != QTextStream::Ok && status == cli::ExitStatus::Done;
    return int(isLost ? cli::ExitStatus::Incomplete : status);
}

int openWindow(int &argc, char **argv, const cli::Options &options)
{
    QApplication application(argc, argv);
    installTranslations(application);
    QGuiApplication::setDesktopFileName(u"org.jettison.Jettison"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/org.jettison.Jettison.svg"_s));
    Session session(factoryFor(options), contentCache());
    MainWindow window(session);
    window.show();
    session.start();
    return QApplication::exec();
}

std::optional<int> runWithoutWindow(int &argc, char **argv, cli::Options &options)
{
    QCoreApplication application(argc, argv);
    installTranslations(application);
    const auto parsed = cli::parseOptions(QCoreApplication::arguments());
    if (!parsed) {
        return end(parsed.error());
    }
    options = *parsed;
    const bool wantsWindow = options.command == cli::Options::Command::None;
    if (wantsWindow && canShowWindow(QCoreApplication::applicationFilePath())) {
        return {};
    }
    return runInTerminal(options);
}

} // namespace

int main(int argc, char *argv[])
{
    describe();
    if (argc == 2 && qstrcmp(argv[1], displayProbe) == 0) {
        const QGuiApplication probe(argc, argv);
        return 0;
    }
    cli::Options options;
    const std::optional<int> status = runWithoutWindow(argc, argv, options);
    return status ? *status : openWindow(argc, argv, options);
}
