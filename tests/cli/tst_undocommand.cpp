// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/undobench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;
using cli::ExitStatus;

namespace {

using Bench = UndoBench;

} // namespace

class tst_UndoCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesAndUndoes()
    {
        Bench bench;
        const Printed removed = bench.run(u"rm --backup app:1 app:2"_s);
        QCOMPARE(removed.status, ExitStatus::Done);
        QVERIFY2(removed.error.contains("was made: 1 image(s)"_L1), qPrintable(removed.error));
        QCOMPARE(bench.now->images().size(), 1);
        const Printed undone = bench.run(u"undo"_s);
        QCOMPARE(undone.status, ExitStatus::Done);
        QCOMPARE(undone.out, u"Loaded: %1\nTagged: app:1\nTagged: app:2\n"_s.arg(bench.id(u"app:1"_s)));
        QVERIFY2(undone.error.contains("1 image(s) brought back"_L1), qPrintable(undone.error));
        QCOMPARE(bench.now->images().size(), 2);
    }

    void undoesTheNewestThatWasNotUndone()
    {
        Bench bench;
        bench.run(u"rm app:1"_s);
        bench.run(u"rm --backup --force old:1"_s);
        QVERIFY(bench.run(u"undo"_s).out.contains("Tagged: old:1"_L1));
        QCOMPARE(bench.run(u"undo"_s).out, u"Tagged: app:1\n"_s);
        const Printed nothing = bench.run(u"undo"_s);
        QCOMPARE(nothing.status, ExitStatus::Incomplete);
        QVERIFY2(nothing.error.contains("Nothing to undo"_L1), qPrintable(nothing.error));
    }

    void foretellsAndChangesNothing()
    {
        Bench bench;
        bench.run(u"rm --backup app:1 app:2"_s);
        const Printed foretold = bench.run(u"undo --dry-run"_s);
        QCOMPARE(foretold.status, ExitStatus::Done);
        QVERIFY2(foretold.error.contains("(app:1, app:2) comes back from the backup\n"_L1),
            qPrintable(foretold.error));
        QVERIFY2(foretold.error.contains("brings back: 1 image(s), 2 name(s). Nothing"_L1),
            qPrintable(foretold.error));
        QCOMPARE(bench.now->images().size(), 1);
        QCOMPARE(bench.run(u"undo"_s).out, foretold.out);
        bench.run(u"rm --force old:1"_s);
        const Printed pulled = bench.run(u"undo --dry-run"_s);
        QVERIFY2(pulled.error.contains("is pulled again by its digest\n"_L1), qPrintable(pulled.error));
        QCOMPARE(bench.now->images().size(), 1);
        QCOMPARE(bench.run(u"undo"_s).out, pulled.out);
    }

    void showsAWayAroundWhatCannotBeUndoneNow()
    {
        Bench bench;
        bench.run(u"rm app:1"_s);
        const QString first = bench.backups().first()["id"_L1].toString();
        bench.run(u"rm --backup --force old:1"_s);
        const QString second = bench.backups().first()["id"_L1].toString();
        QVERIFY(QFile::remove(bench.rules.folder + u'/' + second + "/images.tar.zst"_L1));
        for (int i = 0; i < 2; ++i) {
            const Printed stuck = bench.run(u"undo"_s);
            QCOMPARE(stuck.status, ExitStatus::Incomplete);
            QVERIFY2(
                stuck.error.contains("\"jettison undo %1\" undoes"_L1.arg(first)), qPrintable(stuck.error));
        }
        QCOMPARE(bench.run(u"undo "_s + first).out, u"Tagged: app:1\n"_s);
    }

    void tellsOfBackupsThatCannotBeRead()
    {
        Bench bench;
        bench.run(u"rm app:1"_s);
        bench.run(u"rm --backup --force old:1"_s);
        const QString id = bench.backups().first()["id"_L1].toString();
        QFile file(bench.rules.folder + u'/' + id + "/backup.json"_L1);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("{");
        file.close();
        const Printed listed = bench.run(u"undo --list"_s);
        QCOMPARE(listed.status, ExitStatus::Incomplete);
        QVERIFY2(listed.error.contains(id), qPrintable(listed.error));
        QVERIFY(!listed.out.contains(id));
        // Another removal is undone, which nobody may have meant.
        const Printed undone = bench.run(u"undo"_s);
        QVERIFY2(undone.error.contains(id), qPrintable(undone.error));
    }

    void pullsWithoutABackup()
    {
        Bench bench;
        const Printed removed = bench.run(u"rm --force old:1"_s);
        QVERIFY2(removed.error.contains("Undo gives back 1 image(s) from a registry"_L1),
            qPrintable(removed.error));
        QCOMPARE(bench.backups().first()["pullable"_L1][0]["id"_L1].toString(), bench.id(u"old:1"_s));
        QCOMPARE(bench.now->images().size(), 1);
        const Printed undone = bench.run(u"undo"_s);
        QCOMPARE(undone.status, ExitStatus::Done);
        const QString digest = bench.images.snapshot->images().last().references.last().text();
        QCOMPARE(undone.out, u"Pulled: %1\nTagged: old:1\n"_s.arg(digest));
        QVERIFY2(undone.error.contains("1 image(s) will be pulled again from a registry"_L1),
            qPrintable(undone.error));
        QVERIFY2(undone.error.contains("1 image(s) brought back"_L1), qPrintable(undone.error));
        QCOMPARE(bench.now->image(bench.images.idOf(u"old:1"_s))->references.size(), 2);
    }

    void theSettingCounts_data()
    {
        QTest::addColumn<bool>("always");
        QTest::addColumn<QString>("option");
        QTest::addColumn<bool>("kept");
        QTest::addRow("never") << false << QString() << false;
        QTest::addRow("asked for") << false << u"--backup "_s << true;
        QTest::addRow("always") << true << QString() << true;
        QTest::addRow("always, but not now") << true << u"--no-backup "_s << false;
    }

    void theSettingCounts()
    {
        QFETCH(bool, always);
        QFETCH(QString, option);
        QFETCH(bool, kept);
        Bench bench;
        bench.rules.always = always;
        const Printed removed = bench.run(u"rm --format json "_s + option + bench.id(u"app:1"_s));
        const QJsonValue backup = QJsonDocument::fromJson(removed.out.toUtf8())["backup"_L1];
        QCOMPARE(backup.isString(), kept);
        QCOMPARE(bench.backups().size(), kept ? 1 : 0);
        QCOMPARE(backup.toString(), bench.backups().first()["id"_L1].toString());
    }

    void aFailedBackupRemovesNothing()
    {
        Bench bench;
        bench.rules.folder = u"/dev/null/backups"_s;
        const Printed removed = bench.run(u"rm --backup app:1 app:2"_s);
        QCOMPARE(removed.status, ExitStatus::Incomplete);
        QCOMPARE(removed.out, QString());
        QVERIFY2(removed.error.contains("nothing was removed"_L1), qPrintable(removed.error));
        QCOMPARE(bench.now, bench.images.snapshot);
    }

    void listsBackupsWithoutAStore()
    {
        Bench bench;
        QVERIFY(bench.run(u"undo --list"_s).out.startsWith("ID "_L1));
        bench.run(u"rm --backup --force old:1"_s);
        bench.isDown = true;
        const Printed listed = bench.run(u"undo --list"_s);
        QCOMPARE(listed.status, ExitStatus::Done);
        QCOMPARE(listed.out.trimmed().split(u'\n').size(), 2);
        QVERIFY2(listed.out.contains(bench.endpoint), qPrintable(listed.out));
        const QJsonValue backup = bench.backups().first();
        QCOMPARE(backup["images"_L1][0]["id"_L1].toString(), bench.id(u"old:1"_s));
        QCOMPARE(backup["containers"_L1], QJsonArray{u"web"_s});
        QVERIFY(backup["undone"_L1].isNull());
        QCOMPARE(bench.run(u"undo"_s).status, ExitStatus::Unreachable);
    }

    void loadsElsewhereIfToldTo()
    {
        Bench bench;
        bench.run(u"rm --backup app:1 app:2"_s);
        bench.endpoint = u"unix:///other"_s;
        QCOMPARE(bench.run(u"undo"_s).status, ExitStatus::Incomplete);
        const Printed undone = bench.run(u"undo "_s + bench.backups().first()["id"_L1].toString());
        QCOMPARE(undone.status, ExitStatus::Done);
        QVERIFY2(undone.error.contains("made at unix:///fake; it is loaded into unix:///other"_L1),
            qPrintable(undone.error));
    }

    void printsJson()
    {
        Bench bench;
        bench.run(u"rm --backup app:1 app:2"_s);
        const auto undone = QJsonDocument::fromJson(bench.run(u"undo --format json"_s).out.toUtf8());
        QCOMPARE(undone["restored"_L1], QJsonArray{bench.id(u"app:1"_s)});
        QCOMPARE(undone["tagged"_L1], QJsonArray({u"app:1"_s, u"app:2"_s}));
        QCOMPARE(undone["missing"_L1], QJsonArray());
        QCOMPARE(undone["failed"_L1], QJsonArray());
        QVERIFY(undone["error"_L1].isNull());
    }

    void noSuchBackup()
    {
        Bench bench;
        const Printed undone = bench.run(u"undo 20000101-000000"_s);
        QCOMPARE(undone.status, ExitStatus::Incomplete);
        QVERIFY2(undone.error.contains("20000101-000000"_L1), qPrintable(undone.error));
    }
};

QTEST_GUILESS_MAIN(tst_UndoCommand)
#include "tst_undocommand.moc"
