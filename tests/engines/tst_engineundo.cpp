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

// As it is shown for a container, which compose and its kind compare.
QString imageShownFor(const QString &container, const ContainerEngine &engine)
{
    return engine.docker({u"container"_s, u"inspect"_s, u"--format"_s, u"{{.Config.Image}}"_s, container})
        .text.trimmed();
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
        const QString shown = imageShownFor(u"web"_s, engine);
        QVERIFY2(shown.endsWith("team/app:1"_L1), qPrintable(shown));
        const Output removed =
            runJettison(engine.endpoint(), {u"rm"_s, u"--force"_s, u"--backup"_s, u"--all"_s, u"--yes"_s});
        QVERIFY2(removed.exitCode == 0, qPrintable(removed.errors));
        QCOMPARE(StoreState::of(engine).text(), QStringList());
        const Output foretold =
            runJettison(engine.endpoint(), {u"undo"_s, u"--dry-run"_s, u"--containers"_s});
        QVERIFY2(foretold.exitCode == 0, qPrintable(foretold.errors));
        QCOMPARE(StoreState::of(engine).text(), QStringList());
        const Output undone = runJettison(engine.endpoint(), {u"undo"_s, u"--containers"_s});
        QVERIFY2(undone.exitCode == 0, qPrintable(undone.errors));
        QCOMPARE(undone.text, foretold.text);
        QCOMPARE(StoreState::of(engine).text(), before.text());
        QCOMPARE(imageShownFor(u"web"_s, engine), shown);
    }

    void leavesPlatformsToStoresThatKeepThem_data() { bringsBack_data(); }

    void leavesPlatformsToStoresThatKeepThem()
    {
        QFETCH(QString, kind);
        ContainerEngine from(*EngineKind::named(u"docker28-containerd"_s));
        ContainerEngine to(*EngineKind::named(kind));
        for (ContainerEngine *engine : {&from, &to}) {
            if (const QString reason = engine->start(); !reason.isEmpty()) {
                QSKIP(qPrintable(reason));
            }
        }
        Scene scene(from, {});
        QCOMPARE(scene.setUp(u"index all: all:1 amd64 arm64"_s), QString());
        const Output removed = runJettison(
            from.endpoint(), {u"rm"_s, u"--backup"_s, u"--platform"_s, u"linux/arm64"_s, u"all:1"_s});
        QVERIFY2(removed.exitCode == 0, qPrintable(removed.errors));
        const QStringList backups = QDir(backupFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(backups.size(), 1);
        const Output foretold = runJettison(to.endpoint(), {u"undo"_s, u"--dry-run"_s, backups.first()});
        QCOMPARE(StoreState::of(to).text(), QStringList());
        const Output undone = runJettison(to.endpoint(), {u"undo"_s, backups.first()});
        const bool isTaken = kind == "docker28-containerd"_L1;
        QVERIFY2((foretold.exitCode == 0) == isTaken, qPrintable(foretold.errors));
        QVERIFY2(undone.exitCode == foretold.exitCode, qPrintable(undone.errors));
        QCOMPARE(undone.text, foretold.text);
        QCOMPARE(StoreState::of(to).text().isEmpty(), !isTaken);
        for (const Output &output : {foretold, undone}) {
            const bool isExplained =
                output.errors.contains("cannot get single platforms of an image back"_L1);
            QVERIFY2(isExplained != isTaken, qPrintable(output.errors));
        }
    }

    void takesNoOtherImageForAContainer_data() { bringsBack_data(); }

    void takesNoOtherImageForAContainer()
    {
        QFETCH(QString, kind);
        ContainerEngine engine(*EngineKind::named(kind));
        if (const QString reason = engine.start(); !reason.isEmpty()) {
            QSKIP(qPrintable(reason));
        }
        Scene scene(engine, {});
        QCOMPARE(scene.setUp(u"image base: base:1 [debian=70000]\nimage app: team/app:1 [own=3000]\n"
                             "container web: team/app:1 created"_s),
            QString());
        const QString app = scene.expand(u"{app}"_s);
        const Output removed =
            runJettison(engine.endpoint(), {u"rm"_s, u"--force"_s, u"--backup"_s, u"team/app:1"_s});
        QVERIFY2(removed.exitCode == 0, qPrintable(removed.errors));
        QCOMPARE(scene.run(u"docker tag base:1 team/app:1"_s), QString());
        const Output undone = runJettison(engine.endpoint(), {u"undo"_s, u"--containers"_s});
        QVERIFY2(undone.text.contains("Created: web"_L1), qPrintable(undone.errors));
        const QString id = imageShownFor(u"web"_s, engine);
        QVERIFY2(app.endsWith(id), qPrintable(id));
    }
};

QTEST_GUILESS_MAIN(tst_EngineUndo)
#include "tst_engineundo.moc"
