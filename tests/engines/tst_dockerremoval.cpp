// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/enginetest.h"
#include "engines/removalcases.h"
#include "engines/storedlayers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

// What `jettison rm` foretells, does and leaves alone, and that `docker image rm` does the same.
class tst_DockerRemoval : public EngineTest
{
    Q_OBJECT

private Q_SLOTS:
    void removes_data()
    {
        QTest::addColumn<int>("index");
        m_cases = nameAndReferenceCases() + familyCases() + containerCases() + selectorCases() + layerCases();
        for (int i = 0; i < m_cases.size(); ++i) {
            QTest::newRow(m_cases[i].name) << i;
        }
    }

    void removes()
    {
        QFETCH(int, index);
        const RemovalCase &row = m_cases[index];
        Printed printed;
        askJettison(row, printed);
        if (QTest::currentTestFailed() || row.docker == RemovalCase::Docker::NotAsked) {
            return;
        }
        QCOMPARE(m_engine.reset(), QString());
        askDocker(row, printed);
    }

private:
    struct Printed
    {
        /// IDs of what was there.
        QStringList images;
        QStringList lines;
    };

    void askJettison(const RemovalCase &row, Printed &printed)
    {
        fill(row.setUp);
        const StoreState before = state();
        const QStringList expected = scene().expand(row.lines);
        const QStringList errors = scene().expand(row.errors);
        const QStringList arguments = scene().expand(row.arguments);
        const int exitCode = errors.isEmpty() ? 0 : 1;

        const Output preview = jettison(QStringList{u"rm"_s, u"--dry-run"_s} + arguments);
        QCOMPARE(before.withoutLayers(preview.lines()), expected);
        QCOMPARE(preview.exitCode, exitCode);
        QCOMPARE(state().text(), before.text());

        QStringList layers = StoredLayers::of(m_engine).layers.keys();
        const Output done = jettison(QStringList{u"rm"_s} + arguments);
        printed = {before.images.keys(), done.lines()};
        QCOMPARE(done.lines(), preview.lines());
        QCOMPARE(state().text(), before.after(expected).text());
        layers.removeIf([&](const QString &layer) { return done.lines().contains(u"Deleted: "_s + layer); });
        QCOMPARE(StoredLayers::of(m_engine).layers.keys(), layers);
        for (const QString &error : errors) {
            QVERIFY2(preview.errors.contains(error), qPrintable(preview.errors));
            QVERIFY2(done.errors.contains(error), qPrintable(done.errors));
        }
        QVERIFY2(done.exitCode == exitCode, qPrintable(done.errors));
    }

    void askDocker(const RemovalCase &row, const Printed &printed)
    {
        fill(row.setUp);
        const StoreState start = state();
        const QStringList expected = scene().expand(row.lines);
        const QStringList arguments =
            scene().expand(row.dockerArguments.isEmpty() ? row.arguments : row.dockerArguments);
        if (!row.dockerFirst.isEmpty()) {
            m_engine.docker(QProcess::splitCommand(row.dockerFirst));
        }
        const StoreState before = state();
        const Output done = m_engine.docker(QStringList{u"image"_s, u"rm"_s} + arguments);
        const StoreState after = state();
        if (row.docker == RemovalCase::Docker::Refuses) {
            QVERIFY(done.exitCode != 0);
            QCOMPARE(after.text(), before.text());
            return;
        }
        QCOMPARE(after.text(), start.after(expected).text());
        QCOMPARE(before.withoutLayers(done.lines()), StoreState::withoutContainers(expected));
        // A build makes other IDs each time; else the layers are the same as well.
        if (before.images.keys() == printed.images) {
            QCOMPARE(done.lines(), StoreState::withoutContainers(printed.lines));
        }
    }

    QList<RemovalCase> m_cases;
};

QTEST_GUILESS_MAIN(tst_DockerRemoval)
#include "tst_dockerremoval.moc"
