// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/options.h"
#include "gui/display.h"
#include "gui/mainwindow.h"
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
        : cli::run(options, factory, contentCache(), backupRules(), terminal, {});
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

// A window for each store. A window that is closed takes its session along.
class Windows : public QObject
{
public:
    ~Windows() override { qDeleteAll(m_windows); }

    void open(StoreFactory factory)
    {
        auto *session = new Session(std::move(factory), contentCache(), this);
        session->setBackupRules(backupRules());
        auto *window = new MainWindow(*session);
        window->setAttribute(Qt::WA_DeleteOnClose);
        m_windows << window;
        connect(window, &MainWindow::openRequested, this,
            [this](const QString &file) { open(factoryFor(file)); });
        connect(window, &QObject::destroyed, this, [this, window, session] {
            m_windows.removeOne(window);
            session->deleteLater();
        });
        window->show();
        session->start();
    }

private:
    QList<MainWindow *> m_windows;
};

int openWindows(int &argc, char **argv, const cli::Options &options)
{
    QApplication application(argc, argv);
    installTranslations(application);
    QGuiApplication::setDesktopFileName(u"org.jettison.Jettison"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/org.jettison.Jettison.svg"_s));
    Windows windows;
    for (const QString &file : options.files) {
        windows.open(factoryFor(file));
    }
    if (options.files.isEmpty()) {
        windows.open(factoryFor(options));
    }
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
