// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/backupfolder.h"

#include "fakes/storetext.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

const QDateTime Start(QDate(2026, 2, 3), QTime(4, 5, 6), QTimeZone::utc());

class Bench
{
public:
    QTemporaryDir directory;
    BackupFolder folder{directory.filePath(u"backups"_s)};

    /// With an archive of so many bytes; without one it is a record.
    Backup keep(const QDateTime &time, qint64 archive, const QString &endpoint = u"unix:///a"_s)
    {
        Result<BackupFolder::Draft> draft = folder.begin(time);
        const Image image = storeFromText(u"a: app:1 app@d1"_s)->images().first();
        Backup backup{.id = {},
            .time = time,
            .store = {.endpoint = endpoint, .name = u"Docker"_s, .version = u"20"_s, .apiVersion = {}},
            .images = {},
            .untagged = {},
            .containers = {},
            .lines = {{RemovalLine::Kind::Untagged, u"app:1"_s}},
            .undone = {}};
        (archive > 0 ? backup.images : backup.untagged) << image;
        if (archive > 0) {
            QFile file(draft->archivePath());
            file.open(QIODevice::WriteOnly);
            file.write(QByteArray(archive, 'x'));
        }
        return *draft->keep(backup);
    }

    /// A record of a removal that cannot be undone.
    void keepLoss(const QDateTime &time, const QString &endpoint = u"unix:///a"_s)
    {
        Backup backup;
        backup.time = time;
        backup.store.endpoint = endpoint;
        backup.goneImages = storeFromText(u"own: own:1"_s)->images();
        QVERIFY(folder.begin(time)->keep(backup));
    }

    QStringList files() const
    {
        return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    /// What a program that was killed leaves behind.
    void leaveBehind(const QString &name, const QByteArray &pid)
    {
        QDir(folder.path()).mkpath(name + u".draft"_s);
        QFile lock(folder.path() + u'/' + name + u".draft.lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write(pid + "\nno such program\n" + QSysInfo::machineHostName().toUtf8() + '\n');
    }
};

QStringList idsOf(const QList<Backup> &backups)
{
    QStringList ids;
    std::ranges::transform(backups, std::back_inserter(ids), &Backup::id);
    return ids;
}

} // namespace

class tst_BackupFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheNewestFirst()
    {
        Bench bench;
        QCOMPARE(bench.folder.list().size(), 0);
        const Backup old = bench.keep(Start, 10);
        const Backup late = bench.keep(Start.addDays(1), 10);
        const Backup twin = bench.keep(Start, 10);
        QCOMPARE(old.id, u"20260203-040506"_s);
        QCOMPARE(idsOf(bench.folder.list()), QStringList({late.id, twin.id, old.id}));
        QVERIFY(late.size > 10);
        QCOMPARE(bench.folder.list().first().images, late.images);
        QCOMPARE(bench.folder.list().first().lines, late.lines);
    }

    void onlyTheOwnerMayRead()
    {
        Bench bench;
        bench.keep(Start, 10);
        QVERIFY(!(QFile::permissions(bench.folder.path()) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void passesOverWhatItCannotRead()
    {
        Bench bench;
        const Backup good = bench.keep(Start, 10);
        const Backup bad = bench.keep(Start.addDays(1), 10);
        QFile file(bench.folder.path() + u'/' + bad.id + u"/backup.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("{}");
        file.close();
        QDir(bench.folder.path()).mkpath(u"something else"_s);
        QCOMPARE(idsOf(bench.folder.list()), QStringList(good.id));
        QCOMPARE(bench.folder.find(bad.id).error().code, ErrorCode::BrokenArchive);
        QVERIFY(bench.folder.remove(bad.id));
        QCOMPARE(bench.folder.find(bad.id).error().code, ErrorCode::NoBackup);
    }

    void findsNothingElsewhere_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id :
            {"", ".", "..", "../backups/20260203-040506", "20260203-040506.draft", "none"}) {
            QTest::addRow("%s", id) << QString::fromLatin1(id);
        }
    }

    void findsNothingElsewhere()
    {
        QFETCH(QString, id);
        Bench bench;
        bench.keep(Start, 10);
        QCOMPARE(bench.folder.find(id).error().code, ErrorCode::NoBackup);
        QCOMPARE(bench.folder.remove(id).error().code, ErrorCode::NoBackup);
        QCOMPARE(bench.folder.list().size(), 1);
    }

    void aDraftLeavesNothing()
    {
        Bench bench;
        {
            Result<BackupFolder::Draft> draft = bench.folder.begin(Start);
            QVERIFY(draft);
            QCOMPARE(bench.files().size(), 2);
            QCOMPARE(bench.folder.list().size(), 0);
        }
        QCOMPARE(bench.files(), QStringList());
    }

    void sweepsWhatTheDeadLeft()
    {
        Bench bench;
        bench.leaveBehind(u"20250101-000000"_s, "999999999");
        QCOMPARE(bench.files().size(), 2);
        const Backup kept = bench.keep(Start, 10);
        QCOMPARE(bench.files(), QStringList(kept.id));
    }

    void sparesWhatTheLivingMake()
    {
        Bench bench;
        Result<BackupFolder::Draft> mine = bench.folder.begin(Start);
        QVERIFY(mine);
        bench.keep(Start.addDays(1), 10);
        QCOMPARE(bench.files().size(), 3);
        QVERIFY(QFileInfo::exists(QFileInfo(mine->archivePath()).path()));
    }

    void remembersThatItWasUndone()
    {
        Bench bench;
        Backup backup = bench.keep(Start, 10);
        backup.undone = Start;
        QVERIFY(bench.folder.save(backup));
        QCOMPARE(bench.folder.find(backup.id)->undone, Start);
    }

    void excess_data()
    {
        QTest::addColumn<BackupLimits>("limits");
        QTest::addColumn<int>("count");
        QTest::addRow("off") << BackupLimits{} << 0;
        QTest::addRow("all fit") << BackupLimits{.size = 100'000, .days = 100} << 0;
        QTest::addRow("two fit") << BackupLimits{.size = 8'000} << 2;
        QTest::addRow("none fits") << BackupLimits{.size = 1} << 3;
        QTest::addRow("all too old") << BackupLimits{.days = 1} << 3;
        QTest::addRow("two too old") << BackupLimits{.days = 25} << 2;
    }

    void excess()
    {
        QFETCH(BackupLimits, limits);
        QFETCH(int, count);
        Bench bench;
        QStringList ids;
        for (int i = 0; i < 4; ++i) {
            ids << bench.keep(Start.addDays(i * 10), 3'000).id;
        }
        bench.keep(Start.addDays(-100), 0);
        const QList<Backup> excess = bench.folder.excess(limits, Start.addDays(40));
        QCOMPARE(idsOf(excess), ids.first(count));
    }

    void recordsBecomeNotMoreAndMore()
    {
        Bench bench;
        const Backup archive = bench.keep(Start.addDays(-1), 10);
        QStringList ids;
        for (int i = 0; i < 105; ++i) {
            ids << bench.keep(Start.addSecs(i), 0).id;
        }
        bench.folder.dropOldRecords();
        const QStringList left = idsOf(bench.folder.list());
        QCOMPARE(left.size(), 101);
        QVERIFY(left.contains(archive.id));
        QVERIFY(!left.contains(ids[4]));
        QVERIFY(left.contains(ids[5]));
    }

    void whatCannotBeUndoneTakesNoPlace()
    {
        Bench bench;
        QStringList ids;
        for (int i = 0; i < 100; ++i) {
            ids << bench.keep(Start.addSecs(i), 0).id;
        }
        for (int i = 100; i < 205; ++i) {
            bench.keepLoss(Start.addSecs(i));
        }
        bench.folder.dropOldRecords();
        QCOMPARE(bench.folder.list().size(), 100);
        QList<Backup> hopeless = bench.folder.all();
        hopeless.removeIf([](const Backup &backup) { return !backup.isHopeless(); });
        QCOMPARE(hopeless.size(), 100);
        QCOMPARE(hopeless.last().time, Start.addSecs(105));
        QCOMPARE(hopeless.last().goneImages.first().references.first(), Reference(u"own:1"_s));
    }

    void knowsTheFreeSpaceBeforeItIsMade()
    {
        const Bench bench;
        QVERIFY(bench.folder.freeSpace().value_or(0) > 0);
    }

    void withoutAFolderNothingIsKept()
    {
        const BackupFolder folder;
        QCOMPARE(folder.list().size(), 0);
        QVERIFY(!folder.begin(Start));
        QCOMPARE(folder.find(u"x"_s).error().code, ErrorCode::NoBackup);
    }
};

QTEST_GUILESS_MAIN(tst_BackupFolder)
#include "tst_backupfolder.moc"
