// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/program.h"
#include "engines/scene.h"
#include "engines/storestate.h"
#include "jobs/backupexport.h"
#include "stores/resulttext.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

QString backupFolder()
{
    return programEnvironment().value(u"XDG_DATA_HOME"_s) + u"/Jettison/jettison/backups"_s;
}

QString onlyBackup()
{
    return QDir(backupFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0);
}

// As an earlier version of the program has written it.
void forgetIds()
{
    QFile file(backupFolder() + u'/' + onlyBackup() + u"/backup.json"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(!object.take(u"ids"_s).isUndefined());
    file.resize(0);
    file.write(QJsonDocument(object).toJson());
}

} // namespace

/// An undo into an engine that calls the same images otherwise.
class tst_OtherIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QDir(backupFolder()).removeRecursively(); }

    void bringsNothingIntoAStoreWithOtherIds_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("isOld");
        QTest::addRow("containerd to Podman") << u"docker28-containerd"_s << u"podman43"_s << false;
        QTest::addRow("containerd to Podman, earlier") << u"docker28-containerd"_s << u"podman43"_s << true;
        QTest::addRow("classic to containerd") << u"docker20"_s << u"docker28-containerd"_s << false;
        QTest::addRow("classic to containerd, earlier") << u"docker20"_s << u"docker28-containerd"_s << true;
    }

    void bringsNothingIntoAStoreWithOtherIds()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(bool, isOld);
        ContainerEngine source(*EngineKind::named(from));
        ContainerEngine target(*EngineKind::named(to));
        for (ContainerEngine *engine : {&source, &target}) {
            if (const QString reason = engine->start(); !reason.isEmpty()) {
                QSKIP(qPrintable(reason));
            }
        }
        Scene scene(source, {});
        QCOMPARE(scene.setUp(u"image base: base:1 [x=5000]\nimage app: app:2 [y=100] on base\n"
                             "container web: app:2 created"_s),
            QString());
        const Output removed =
            runJettison(source.endpoint(), {u"rm"_s, u"--backup"_s, u"--force"_s, u"app:2"_s, u"base:1"_s});
        QVERIFY2(removed.exitCode == 0, qPrintable(removed.errors));
        if (isOld) {
            forgetIds();
        }
        const Output foretold =
            runJettison(target.endpoint(), {u"undo"_s, u"--dry-run"_s, onlyBackup(), u"--containers"_s});
        const Output undone = runJettison(target.endpoint(), {u"undo"_s, onlyBackup(), u"--containers"_s});
        QCOMPARE(StoreState::of(target).text(), QStringList());
        for (const Output &output : {foretold, undone}) {
            QCOMPARE(output.exitCode, 1);
            QCOMPARE(output.text, QString());
            QVERIFY2(output.errors.contains("have other IDs in this store"_L1), qPrintable(output.errors));
        }
        importsAsTold(target, undone.errors);
        // The backup is as good as before.
        const Output back = runJettison(source.endpoint(), {u"undo"_s});
        QVERIFY2(back.exitCode == 0, qPrintable(back.errors));
    }

    void exportsNames_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addRow("to classic") << u"docker20"_s;
        QTest::addRow("to containerd") << u"docker28-containerd"_s;
        QTest::addRow("to Podman") << u"podman43"_s;
    }

    // An engine reads names from the list that it knows.
    void exportsNames()
    {
        QFETCH(QString, to);
        ContainerEngine source(*EngineKind::named(u"docker28-containerd"_s));
        ContainerEngine target(*EngineKind::named(to));
        for (ContainerEngine *engine : {&source, &target}) {
            if (const QString reason = engine->start(); !reason.isEmpty()) {
                QSKIP(qPrintable(reason));
            }
        }
        Scene scene(source, {});
        QCOMPARE(
            scene.setUp(u"image base: base:1 [x=5000]\nimage app: app:2 app:3 [y=100] on base"_s), QString());
        const Output removed =
            runJettison(source.endpoint(), {u"rm"_s, u"--backup"_s, u"--force"_s, u"--all"_s});
        QVERIFY2(removed.exitCode == 0, qPrintable(removed.errors));
        const BackupFolder folder(backupFolder());
        const Result<Backup> backup = folder.find(onlyBackup());
        REQUIRE_VALUE(backup);
        const QTemporaryDir place;
        const QString path = place.filePath(u"out.tar"_s);
        REQUIRE_VALUE(exportBackup(*backup, folder, path, {}, [](const BackupProgress &) { }));
        const Output loaded = target.docker({u"load"_s, u"-i"_s, path});
        QVERIFY2(loaded.exitCode == 0, qPrintable(loaded.errors));
        const QStringList images = StoreState::of(target).text();
        QCOMPARE(images.size(), 2);
        for (const QString &name : {u"app:2"_s, u"app:3"_s, u"base:1"_s}) {
            QVERIFY2(images.filter(name).size() == 1, qPrintable(images.join(u'\n')));
        }
    }

private:
    static void importsAsTold(const ContainerEngine &target, const QString &errors)
    {
        const QRegularExpression command(u"\"jettison import ([^\"]+)\""_s);
        const QString archive = command.match(errors).captured(1);
        const Output imported = runJettison(target.endpoint(), {u"import"_s, archive});
        QVERIFY2(imported.exitCode == 0, qPrintable(imported.errors));
        const QStringList images = StoreState::of(target).text();
        QCOMPARE(images.size(), 2);
        QCOMPARE(images.filter(u"app:2"_s).size(), 1);
        QCOMPARE(images.filter(u"base:1"_s).size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_OtherIds)
#include "tst_otherids.moc"
