// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/program.h"
#include "engines/scene.h"
#include "engines/storestate.h"
#include "support/registry.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

// Processes that were started with something of this test's in their command line.
QStringList processesOf(const QString &folder)
{
    QStringList found;
    const QStringList numbers = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    for (const QString &number : numbers) {
        QFile file(u"/proc/%1/cmdline"_s.arg(number));
        if (file.open(QIODevice::ReadOnly)) {
            const QString line = QString::fromUtf8(file.readAll().replace('\0', ' '));
            found << (line.contains(folder) ? QStringList(line) : QStringList());
        }
    }
    return found;
}

} // namespace

// Each kind of engine can be started here or says why not, works, and leaves nothing behind.
class tst_EngineKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_registry.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }

    void works_data()
    {
        QTest::addColumn<QString>("name");
        for (const EngineKind &kind : EngineKind::all()) {
            QTest::newRow(qPrintable(kind.name)) << kind.name;
        }
    }

    void works()
    {
        QFETCH(QString, name);
        QString folder;
        {
            ContainerEngine engine(*EngineKind::named(name));
            if (const QString failure = engine.start(); !failure.isEmpty()) {
                QSKIP(qPrintable(failure));
            }
            folder = engine.dataFolder().section(u'/', 0, 2);
            checkWhatHostsSays(engine);
            fill(engine);
            if (QTest::currentTestFailed()) {
                return;
            }
            QCOMPARE(engine.reset(), QString());
            // What still runs when the engine is stopped ends with it, even if it is paused.
            Scene scene(engine, m_registry.address());
            const QString state = engine.kind().isRootless ? u"running"_s : u"paused"_s;
            QCOMPARE(scene.setUp(u"image a: a:1\ncontainer late: a:1 "_s + state), QString());
            QVERIFY(!processesOf(folder).isEmpty());
        }
        QCOMPARE(processesOf(folder), QStringList());
        QVERIFY(!QFile::exists(folder));
    }

private:
    void fill(const ContainerEngine &engine)
    {
        Scene scene(engine, m_registry.address());
        QCOMPARE(scene.setUp(u"image a: a:1 {registry}/a:1\n"
                             "container web: a:1 running\n"
                             "container once: a:1 stopped\n"
                             "container idle: a:1 created\n"
                             "docker push -q {registry}/a:1\n"
                             "docker rmi {registry}/a:1\n"
                             "docker pull -q {registry}/a:1\n"_s),
            QString());
        const QMap<QString, QString> states{
            {u"idle"_s, u"created"_s}, {u"once"_s, u"exited"_s}, {u"web"_s, u"running"_s}};
        QCOMPARE(StoreState::of(engine).containers, states);
        QCOMPARE(StoreState::of(engine).images.size(), 1);
    }

    void checkWhatHostsSays(const ContainerEngine &engine)
    {
        QProcessEnvironment environment = programEnvironment();
        environment.insert(u"DOCKER_HOST"_s, engine.endpoint());
        const Output output = runProgram(programPath(), {u"hosts"_s, u"--format"_s, u"json"_s}, environment);
        const QJsonValue host = QJsonDocument::fromJson(output.text.toUtf8()).array().first();
        QCOMPARE(host["endpoint"_L1].toString(), engine.endpoint());
        QCOMPARE(host["state"_L1].toString(), u"reachable"_s);
        const EngineKind &kind = engine.kind();
        QCOMPARE(host["engine"_L1].toString(), kind.isPodman() ? u"Podman"_s : u"Docker"_s);
        const QMap<EngineKind::Store, QString> words{{EngineKind::Store::Classic, u"classic"_s},
            {EngineKind::Store::Containerd, u"containerd"_s}, {EngineKind::Store::Podman, u"podman"_s}};
        QCOMPARE(host["imageStore"_L1].toString(), words.value(kind.store));
        // Podman takes seconds to say it.
        QCOMPARE(host["rootless"_L1], kind.isPodman() ? QJsonValue() : QJsonValue(false));
    }

    Registry m_registry;
};

QTEST_GUILESS_MAIN(tst_EngineKinds)
#include "tst_enginekinds.moc"
