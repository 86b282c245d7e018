// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/enginetest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

// What goes with images that Docker keeps without a name beside their names, because it had them when they
// were loaded by their ID.
class tst_NamelessRecords : public EngineTest
{
    Q_OBJECT

public:
    tst_NamelessRecords()
        : EngineTest(*EngineKind::named(u"docker28-containerd"_s))
    {
    }

private Q_SLOTS:
    void foretellsWhatGoes_data()
    {
        QTest::addColumn<QString>("more");
        QTest::addColumn<QString>("loaded");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("expected");
        const QStringList app{u"Untagged: app:1"_s, u"Deleted: {app}"_s};
        QTest::addRow("its nameless parent stays")
            << QString() << u"{app}"_s << QStringList(u"app:1"_s) << app;
        QTest::addRow("none of its own") << QString() << u"{base}"_s << QStringList(u"app:1"_s)
                                         << app + QStringList(u"Deleted: {middle}"_s);
        QTest::addRow("one of two names")
            << u"docker tag app:1 app:2"_s << u"{app}"_s << QStringList(u"app:1"_s)
            << QStringList{u"Untagged: app:1"_s, u"Untagged: moby-dangling@{app}"_s};
    }

    void foretellsWhatGoes()
    {
        QFETCH(QString, more);
        QFETCH(QString, loaded);
        QFETCH(QStringList, names);
        QFETCH(QStringList, expected);
        // A new name would take the record along.
        fill(u"image base: base:1\nbuild app:1 < base:1: LABEL a=b; LABEL c=d\nlet app {app:1}\n"
             "let middle {app:1^}\n%1\n"
             "docker save -o {folder}/x.tar %2\ndocker load -q -i {folder}/x.tar"_s.arg(more, loaded));
        const QStringList command = QStringList(u"rm"_s) + names;
        const Output foretold = jettison(command + QStringList(u"--dry-run"_s));
        QCOMPARE(foretold.lines(), scene().expand(expected));
        const Output done = jettison(command);
        QVERIFY2(done.exitCode == 0, qPrintable(done.errors));
        QCOMPARE(done.lines(), foretold.lines());
        QVERIFY2(!done.errors.contains("Warning"_L1), qPrintable(done.errors));
    }
};

QTEST_GUILESS_MAIN(tst_NamelessRecords)
#include "tst_namelessrecords.moc"
