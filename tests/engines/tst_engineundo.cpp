// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/program.h"
#include "engines/scene.h"
#include "engines/storestate.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

QString backupFolder()
{
    return programEnvironment().value(u"XDG_DATA_HOME"_s) + u"/Jettison/jettison/backups"_s;
}

} // namespace

/// That a backup of each kind of engine brings back what was removed, with the same IDs and names.
class tst_EngineUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QDir(backupFolder()).removeRecursively(); }

    void bringsBack_data()
    {
        QTest::addColumn<QString>("kind");
        for (const EngineKind &kind : EngineKind::all()) {
            QTest::addRow("%s", qPrintable(kind.name)) << kind.name;
        }
    }

    void bringsBack()
    {
        QFETCH(QString, kind);
        ContainerEngine engine(*EngineKind::named(kind));
        if (const QString reason = engine.start(); !reason.isEmpty()) {
            QSKIP(qPrintable(reason));
        }
        Scene scene(engine, {});
        const QString failure = scene.setUp(u"image base: base:1 base:2 [debian=70000]\n"
                                            "image app: team/app:1 [own=3000] on base\n"
                                            "image nameless: [old=500] on base\n"
                                            "container web: team/app:1 created"_s);
        QCOMPARE(failure, QString());
        const StoreState before = StoreState::of(engine);
        QCOMPARE(before.images.size(), 3);
        const Output removed =
            runJettison(engine.endpoint(), {u"rm"_s, u"--force"_s, u"--backup"_s, u"--all"_s, u"--yes"_s});
        QVERIFY2(removed.exitCode == 0, qPrintable(removed.errors));
        QCOMPARE(StoreState::of(engine).text(), QStringList());
        const Output undone = runJettison(engine.endpoint(), {u"undo"_s, u"--containers"_s});
        QVERIFY2(undone.exitCode == 0, qPrintable(undone.errors));
        QCOMPARE(StoreState::of(engine).text(), before.text());
    }
};

QTEST_GUILESS_MAIN(tst_EngineUndo)
#include "tst_engineundo.moc"
