// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/program.h"
#include "engines/removalcases.h"
#include "engines/scene.h"
#include "engines/storestate.h"
#include "support/dockerengine.h"
#include "support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

// What `jettison rm` foretells, does and leaves alone, and that `docker image rm` does the same.
class tst_DockerRemoval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString engineFailure = m_engine.start();
        if (!engineFailure.isEmpty()) {
            QSKIP(qPrintable(engineFailure));
        }
        const QString registryFailure = m_registry.start();
        if (!registryFailure.isEmpty()) {
            QSKIP(qPrintable(registryFailure));
        }
    }

    void init() { QCOMPARE(m_engine.reset(), QString()); }

    void removes_data()
    {
        QTest::addColumn<int>("index");
        m_cases = nameAndReferenceCases() + familyCases() + containerCases() + selectorCases();
        for (int i = 0; i < m_cases.size(); ++i) {
            QTest::newRow(m_cases[i].name) << i;
        }
    }

    void removes()
    {
        QFETCH(int, index);
        const RemovalCase &row = m_cases[index];
        askJettison(row);
        if (QTest::currentTestFailed() || row.docker == RemovalCase::Docker::NotAsked) {
            return;
        }
        QCOMPARE(m_engine.reset(), QString());
        askDocker(row);
    }

private:
    void askJettison(const RemovalCase &row)
    {
        Scene scene(m_engine, m_registry.address());
        QCOMPARE(scene.setUp(row.setUp), QString());
        const StoreState before = StoreState::of(m_engine);
        const QStringList expected = scene.expand(row.lines);
        const QStringList errors = scene.expand(row.errors);
        const QStringList arguments = scene.expand(row.arguments);
        const int exitCode = errors.isEmpty() ? 0 : 1;

        const Output preview =
            runJettison(m_engine.endpoint(), QStringList{u"rm"_s, u"--dry-run"_s} + arguments);
        QCOMPARE(preview.lines(), expected);
        QCOMPARE(preview.exitCode, exitCode);
        QCOMPARE(StoreState::of(m_engine).text(), before.text());

        const Output done = runJettison(m_engine.endpoint(), QStringList{u"rm"_s} + arguments);
        QCOMPARE(before.withoutLayers(done.lines()), expected);
        QCOMPARE(StoreState::of(m_engine).text(), before.after(expected).text());
        for (const QString &error : errors) {
            QVERIFY2(preview.errors.contains(error), qPrintable(preview.errors));
            QVERIFY2(done.errors.contains(error), qPrintable(done.errors));
        }
        QVERIFY2(done.exitCode == exitCode, qPrintable(done.errors));
    }

    void askDocker(const RemovalCase &row)
    {
        Scene scene(m_engine, m_registry.address());
        QCOMPARE(scene.setUp(row.setUp), QString());
        const StoreState start = StoreState::of(m_engine);
        QStringList expected = scene.expand(row.lines);
        const QStringList arguments =
            scene.expand(row.dockerArguments.isEmpty() ? row.arguments : row.dockerArguments);
        QCOMPARE(scene.setUp(row.dockerFirst), QString());
        const StoreState before = StoreState::of(m_engine);
        const Output done = m_engine.docker(QStringList{u"image"_s, u"rm"_s} + arguments);
        const StoreState after = StoreState::of(m_engine);
        if (row.docker == RemovalCase::Docker::Refuses) {
            QVERIFY(done.exitCode != 0);
            QCOMPARE(after.text(), before.text());
            return;
        }
        QCOMPARE(after.text(), start.after(expected).text());
        expected.removeIf([](const QString &line) {
            return line.startsWith("Stopped: "_L1) || line.startsWith("Removed: "_L1);
        });
        QCOMPARE(before.withoutLayers(done.lines()), expected);
    }

    DockerEngine m_engine;
    Registry m_registry;
    QList<RemovalCase> m_cases;
};

QTEST_GUILESS_MAIN(tst_DockerRemoval)
#include "tst_dockerremoval.moc"
