// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/program.h"
#include "engines/scene.h"
#include "support/certificates.h"
#include "support/enginecommand.h"
#include "support/freeport.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QScopeGuard>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

/// A user's own folder, and what Podman keeps in it.
class Home
{
public:
    // Root's connections would go into the system's own file before there was one for them alone.
    explicit Home(const EngineKind &kind)
        : m_kind(kind)
    {
        QDir().mkpath(m_folder.path(u".config/containers"_s));
        QFile file(containersConf());
        file.open(QIODevice::WriteOnly);
    }

    QString path(const QString &name) const { return m_folder.path(name); }

    /// The podman of that release itself. Empty, or why it could not.
    QString addConnection(const QStringList &words) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"unshare"_s,
            inOwnSpace(m_kind, m_folder.path({}),
                QStringList{u"env"_s, "HOME="_L1 + m_folder.path({}),
                    "XDG_CONFIG_HOME="_L1 + m_folder.path(u".config"_s),
                    "CONTAINERS_CONF="_L1 + containersConf(), u"podman"_s, u"system"_s, u"connection"_s,
                    u"add"_s}
                    + words));
        const Output output = waitForEnd(process);
        const bool isKept = QFileInfo(containersConf()).size() > 0
            || QFile::exists(m_folder.path(u".config/containers/podman-connections.json"_s));
        return isKept ? QString() : "nothing was written: "_L1 + output.text;
    }

    /// The program as it runs for that user.
    Output jettison(const QStringList &arguments, const QStringList &variables) const
    {
        QProcessEnvironment environment = programEnvironment();
        environment.insert(u"HOME"_s, m_folder.path({}));
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.path(u".config"_s));
        environment.insert(u"DOCKER_CONFIG"_s, m_folder.path(u"docker"_s));
        environment.remove(u"CONTAINERS_CONF"_s);
        for (const QString &variable : variables) {
            environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
        }
        return runProgram(programPath(), arguments, environment);
    }

private:
    QString containersConf() const { return m_folder.path(u".config/containers/containers.conf"_s); }

    EngineKind m_kind;
    ScratchFolder m_folder;
};

} // namespace

/// The program for somebody who told Podman where the engines are, with the files that Podman itself writes.
class tst_PodmanSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsConnections_data()
    {
        QTest::addColumn<QString>("name");
        for (const EngineKind &kind : EngineKind::all()) {
            if (kind.isPodman() && !kind.isRootless) {
                QTest::newRow(qPrintable(kind.name)) << kind.name;
            }
        }
    }

    void followsConnections()
    {
        QFETCH(QString, name);
        const EngineKind kind = *EngineKind::named(name);
        ContainerEngine engine(kind);
        if (const QString failure = engine.start(); !failure.isEmpty()) {
            QSKIP(qPrintable(failure));
        }
        Scene scene(engine, {});
        QCOMPARE(scene.setUp(u"image a: a:1"_s), QString());
        const Home home(kind);
        QCOMPARE(home.addConnection({u"far"_s, u"tcp://127.0.0.1:1"_s}), QString());
        QCOMPARE(home.addConnection({u"box"_s, engine.endpoint()}), QString());
        const QString host = "CONTAINER_HOST="_L1 + engine.endpoint();
        const QList<std::pair<QStringList, QStringList>> ways{{{u"ls"_s}, {host}},
            {{u"ls"_s}, {u"CONTAINER_CONNECTION=box"_s}}, {{u"--context"_s, u"box"_s, u"ls"_s}, {}}};
        for (const auto &[arguments, variables] : ways) {
            const Output listed = home.jettison(arguments, variables);
            QVERIFY2(listed.exitCode == 0, qPrintable(listed.errors));
            QVERIFY2(listed.text.contains("docker.io/library/a "_L1), qPrintable(listed.text));
        }
        const QJsonArray hosts = QJsonDocument::fromJson(
            home.jettison({u"hosts"_s, u"--format"_s, u"json"_s}, {host}).text.toUtf8())
                                     .array();
        const auto named = [&](const QString &wanted) {
            const auto found = std::ranges::find_if(
                hosts, [&](const QJsonValue &entry) { return entry["name"_L1] == wanted; });
            return found == hosts.end() ? QJsonValue() : QJsonValue(*found);
        };
        const QJsonValue box = named(u"box"_s);
        QCOMPARE(box["source"_L1].toString(), u"podman-connection"_s);
        QCOMPARE(box["state"_L1].toString(), u"reachable"_s);
        QCOMPARE(box["engine"_L1].toString(), u"Podman"_s);
        QCOMPARE(box["current"_L1].toBool(), true);
        QStringList names;
        for (const QJsonValue entry : box["names"_L1].toArray()) {
            names << entry["name"_L1].toString();
        }
        QCOMPARE(names, QStringList({u"box"_s, u"CONTAINER_HOST"_s}));
        const QJsonValue far = named(u"far"_s);
        QCOMPARE(far["endpoint"_L1].toString(), u"tcp://127.0.0.1:1"_s);
        QCOMPARE(far["state"_L1].toString(), u"failed"_s);
    }

    // From 5.7 on Podman speaks TLS by itself; what its command line is told goes for this program as well.
    void speaksTls()
    {
        const EngineKind kind = *EngineKind::named(u"podman58"_s);
        for (const QString &absence : {kind.absence(), Certificates::absence()}) {
            if (!absence.isEmpty()) {
                QSKIP(qPrintable(absence));
            }
        }
        Certificates certificates;
        for (const QString &authority : {u"ca"_s, u"foreign"_s}) {
            QVERIFY2(certificates.makeAuthority(authority), qPrintable(certificates.lastWords()));
        }
        QVERIFY2(certificates.make(u"server"_s, {.names = u"IP:127.0.0.1"_s}),
            qPrintable(certificates.lastWords()));
        QVERIFY2(certificates.make(u"user"_s, {}), qPrintable(certificates.lastWords()));
        const Home home(kind);
        QMap<QString, QString> files;
        for (const QString &name : {u"ca.pem"_s, u"foreign.pem"_s, u"server.pem"_s, u"server-key.pem"_s,
                 u"user.pem"_s, u"user-key.pem"_s}) {
            files.insert(name, home.path(name));
            QVERIFY(QFile::copy(certificates.path(name), home.path(name)));
        }
        const QString address = u"tcp://127.0.0.1:%1"_s.arg(freePort());
        QStringList command = engineCommand(kind, {home.path({})});
        command.last() = address;
        command << u"--tls-cert"_s << files[u"server.pem"_s] << u"--tls-key"_s << files[u"server-key.pem"_s]
                << u"--tls-client-ca"_s << files[u"ca.pem"_s];
        QProcess service;
        service.setProcessChannelMode(QProcess::MergedChannels);
        endWithUs(service);
        service.start(u"unshare"_s, inOwnSpace(kind, home.path({}), command));
        const auto end = qScopeGuard([&] {
            service.closeWriteChannel();
            service.waitForFinished();
        });
        const auto listed = [&](const QStringList &arguments, const QStringList &variables) {
            return home.jettison(arguments + QStringList{u"ls"_s}, variables);
        };
        const QString host = "CONTAINER_HOST="_L1 + address;
        const QString authority = "CONTAINER_TLS_CA="_L1 + files[u"ca.pem"_s];
        const QStringList user{"CONTAINER_TLS_CERT="_L1 + files[u"user.pem"_s],
            "CONTAINER_TLS_KEY="_L1 + files[u"user-key.pem"_s]};
        Output last;
        const auto works = [&] {
            last = listed({}, QStringList{host, authority} + user);
            return last.exitCode == 0;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(works(), qPrintable(last.errors), 30000);
        QVERIFY2(!last.errors.contains("Warning"_L1), qPrintable(last.errors));

        const Output nobody = listed({}, {host, authority});
        QCOMPARE(nobody.exitCode, 3);
        QVERIFY2(nobody.errors.contains("lets only those in who show a certificate"_L1),
            qPrintable(nobody.errors));
        const Output foreign =
            listed({}, QStringList{host, "CONTAINER_TLS_CA="_L1 + files[u"foreign.pem"_s]} + user);
        QCOMPARE(foreign.exitCode, 3);
        QVERIFY2(foreign.errors.contains("is not to be trusted"_L1), qPrintable(foreign.errors));
        QCOMPARE(listed({}, {host}).exitCode, 3);

        // The same from a file that podman wrote.
        QCOMPARE(home.addConnection({u"--tls-ca"_s, files[u"ca.pem"_s], u"--tls-cert"_s, files[u"user.pem"_s],
                     u"--tls-key"_s, files[u"user-key.pem"_s], u"safe"_s, address}),
            QString());
        const Output named = listed({u"--context"_s, u"safe"_s}, {});
        QVERIFY2(named.exitCode == 0, qPrintable(named.errors));
    }
};

QTEST_GUILESS_MAIN(tst_PodmanSettings)
#include "tst_podmansettings.moc"
