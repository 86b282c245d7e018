// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/options.h"
#include "gui/display.h"
#include "gui/windows.h"
#include "jobs/hostbook.h"
#include "jobs/hostprobe.h"
#include "models/backupsettings.h"
#include "models/hostsettings.h"
#include "models/translations.h"
#include "stores/storefactory.h"

#include <QApplication>
#include <QIcon>
#include <QProcessEnvironment>
#include <QSettings>
#include <QStandardPaths>
#include <QTextStream>

#include <algorithm>
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

// Where what is made for the person who uses it lies; empty if the system has no such place.
QString dataFolder(QLatin1StringView name)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return folder.isEmpty() ? QString() : folder + u'/' + name;
}

QString sampleFolder()
{
    return dataFolder("sample-store"_L1);
}

StoreFactory factoryFor(const cli::Options &options)
{
    return storeFactory({.host = options.host,
        .context = options.context,
        .tls = options.tls,
        .environment = QProcessEnvironment::systemEnvironment(),
        .sampleFolder = sampleFolder()});
}

// Of a file that a person named; once it is gone, the store says so.
StoreFactory factoryFor(const QString &file)
{
    return [file]() -> Result<std::unique_ptr<Store>> { return endpointOfFile(file).and_then(makeStore); };
}

// What images are made of never changes, so it is kept for the next start.
QString contentCache()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return folder.isEmpty() ? QString() : folder + "/image-contents"_L1;
}

// Called in any thread.
HostSearch hostSearch()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QSettings settings;
    return {.environment = environment,
        .sockets = knownSockets(environment),
        .typed = hostsettings::typed(settings),
        .archives = hostsettings::archives(settings),
        .sampleFolder = sampleFolder()};
}

BackupRules backupRules()
{
    return backupsettings::read(QSettings(), dataFolder("backups"_L1));
}

cli::ExitStatus runInTerminal(const cli::Options &options, const StoreFactory &factory)
{
    QTextStream out(stdout);
    QTextStream error(stderr);
    const cli::Terminal terminal{.out = out, .error = error};
    const cli::ExitStatus status = options.command == cli::Options::Command::Hosts
        ? cli::listHosts(options, knownHosts(hostSearch()), terminal, {})
        : cli::run(options, factory, contentCache(), backupRules(), terminal, {}, knownHosts(hostSearch()));
    // Lines that nobody could read are not everything that was asked.
    const bool isLost = out.status() != QTextStream::Ok && status == cli::ExitStatus::Done;
    return isLost ? cli::ExitStatus::Incomplete : status;
}

cli::ExitStatus runInTerminal(const cli::Options &options)
{
    if (options.files.isEmpty()) {
        return runInTerminal(options, factoryFor(options));
    }
    cli::ExitStatus worst = cli::ExitStatus::Done;
    for (const QString &file : options.files) {
        worst = std::max(worst, runInTerminal(options, factoryFor(file)));
    }
    return worst;
}

std::unique_ptr<Session> makeSession(StoreFactory factory)
{
    auto session = std::make_unique<Session>(std::move(factory), contentCache());
    session->setBackupRules(backupRules());
    return session;
}

OpenedStore openTyped(const TypedHost &typed)
{
    const Result<Endpoint> endpoint = typedEndpoint(typed, QProcessEnvironment::systemEnvironment());
    return {.key = endpoint ? endpoint->text() : QString(),
        .session = makeSession([endpoint] { return endpoint.and_then(makeStore); })};
}

OpenedStore openFile(const QString &path)
{
    const Result<Endpoint> endpoint = endpointOfFile(path);
    if (endpoint) {
        QSettings settings;
        hostsettings::rememberArchive(endpoint->text(), settings);
    }
    return {.key = endpoint ? endpoint->text() : QString(), .session = makeSession(factoryFor(path))};
}

OpenedStore openHost(const HostBook &book, const QString &key)
{
    const KnownHost *host = book.find(key);
    return host ? OpenedStore{.key = key, .session = makeSession(storeFactory(*host))}
                : openTyped({.endpoint = key});
}

// The windows on one side, the list of hosts and the settings on the other.
void connectHosts(HostBook &book, HostModel &model, Windows &windows)
{
    QObject::connect(&book, &HostBook::listed, &model,
        [&model](const QList<Host> &hosts) { model.setHosts(hosts, hostsettings::lastUsed(QSettings())); });
    QObject::connect(&book, &HostBook::asking, &model, &HostModel::setAsking);
    QObject::connect(&book, &HostBook::answered, &model, &HostModel::setAnswer);
    QObject::connect(&book, &HostBook::checked, &windows, &Windows::showChecked);
    QObject::connect(&windows, &Windows::hostsWanted, &book, &HostBook::refresh);
    QObject::connect(&windows, &Windows::hostsWantedAnew, &book, &HostBook::refreshAll);
    QObject::connect(&windows, &Windows::checkRequested, &book, &HostBook::check);
    QObject::connect(&windows, &Windows::checkCancelled, &book, &HostBook::cancelCheck);
    QObject::connect(&windows, &Windows::hostUsed, &book, [](const QString &key) {
        QSettings settings;
        hostsettings::setLastUsed(key, settings);
    });
    QObject::connect(&windows, &Windows::remembered, &book, [&book](const TypedHost &typed) {
        QSettings settings;
        hostsettings::remember(typed, settings);
        book.read();
    });
    QObject::connect(&windows, &Windows::forgotten, &book, [&book](const QString &endpoint) {
        QSettings settings;
        hostsettings::forget(endpoint, settings);
        book.read();
    });
}

int openWindows(int &argc, char **argv, const cli::Options &options)
{
    QApplication application(argc, argv);
    installTranslations(application);
    QGuiApplication::setDesktopFileName(u"org.jettison.Jettison"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/org.jettison.Jettison.svg"_s));
    HostBook book(hostSearch, probeHost);
    HostModel model;
    Windows windows(model,
        {.host = [&book](const QString &key) { return openHost(book, key); },
            .file = openFile,
            .typed = openTyped});
    connectHosts(book, model, windows);
    for (const QString &file : options.files) {
        windows.openWindow(openFile(file));
    }
    if (options.files.isEmpty()) {
        windows.openWindow({.key = {}, .session = makeSession(factoryFor(options))});
    }
    book.read();
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
    return int(runInTerminal(options));
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
    return status ? *status : openWindows(argc, argv, options);
}
