// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/backup.h"

#include "fakes/savingstore.h"
#include "jobs/undoableremoval.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

const QString Images = u"app:1 app:2 app@d1 [debian python]\nold:1 [debian perl]\nweb = app:1 exited"_s;

RemovalPlan planFor(const SavedImages &images, const QStringList &references, bool backup = true)
{
    QList<RemovalTarget> targets;
    for (const QString &reference : references) {
        targets << RemovalTarget{.image = images.idOf(reference)};
    }
    return RemovalPlan::make(images.snapshot, targets, {.force = true, .backup = backup});
}

/// A place for backups, and what was told of the last one.
struct Bench
{
    QTemporaryDir directory;
    BackupFolder folder{directory.filePath(u"backups"_s)};
    CancelToken cancel;
    QList<BackupProgress> told;

    Result<Backup> make(const RemovalPlan &plan, Store &store)
    {
        return makeBackup(plan, store, folder, cancel, [this](const BackupProgress &now) { told << now; });
    }

    RemovalReport remove(const RemovalPlan &plan, Store &store, const BackupLimits &limits = {})
    {
        return runUndoableRemoval(plan, store, {.folder = folder.path(), .limits = limits},
            {.cancel = cancel, .abort = {}},
            {.started = [](int) {}, .ended = [](int, const StepOutcome &) {}},
            [this](const BackupProgress &now) { told << now; });
    }

    QStringList files() const
    {
        return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
};

QByteArray cut(const QByteArray &archive)
{
    return archive.first(archive.size() / 2);
}

} // namespace

class tst_Backup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEverything()
    {
        const SavedImages images(Images);
        SavingStore store(images);
        Bench bench;
        const Result<Backup> backup = bench.make(planFor(images, {u"app:1"_s, u"old:1"_s}), store);
        QVERIFY(backup);
        QCOMPARE(backup->images.size(), 2);
        QCOMPARE(backup->images.first().references.size(), 3);
        QCOMPARE(backup->digests().size(), 1);
        QCOMPARE(backup->containers.size(), 1);
        QVERIFY(backup->size > 0);
        QVERIFY(verifyKept(*backup, bench.folder, {}, [](const BackupProgress &) { }));
        const Result<Backup> read = bench.folder.find(backup->id);
        QVERIFY(read);
        QCOMPARE(read->images.first().id, backup->images.first().id);
        QCOMPARE(read->containers.first().container.name, u"web"_s);
        QCOMPARE(read->lines, backup->lines);
        QCOMPARE(store.requests, QStringList(u"save"_s));
    }

    void tellsHowFarItIs()
    {
        const SavedImages images(Images);
        SavingStore store(images);
        Bench bench;
        QVERIFY(bench.make(planFor(images, {u"app:1"_s}), store));
        QCOMPARE(bench.told.first().phase, BackupProgress::Phase::Saving);
        QCOMPARE(bench.told.first().expected, images.snapshot->images().first().size);
        QCOMPARE(bench.told.last().phase, BackupProgress::Phase::Verifying);
        QCOMPARE(bench.told.last().expected, images.archive({images.idOf(u"app:1"_s).text()}).size());
    }

    void tellsOfBytesWithinALayer()
    {
        const SavedImages images("app:1 ["_L1 + QString(100, u'd') + u']');
        SavingStore store(images);
        Bench bench;
        const Result<Backup> backup = bench.make(planFor(images, {u"app:1"_s}), store);
        QVERIFY(backup);
        QList<qint64> told;
        QVERIFY(verifyBackup(
            *backup, bench.folder.archivePath(backup->id), {}, [&](qint64 bytes) { told << bytes; }));
        QCOMPARE(told.last(), images.archive({images.idOf(u"app:1"_s).text()}).size());
        qint64 before = 0;
        for (const qint64 bytes : std::as_const(told)) {
            QVERIFY(bytes > before && bytes - before <= 64 * 1024);
            before = bytes;
        }
    }

    void incompleteArchiveRemovesNothing_data()
    {
        using Damage = std::function<QByteArray(const QByteArray &)>;
        QTest::addColumn<Damage>("damage");
        QTest::addColumn<QString>("reason");
        const auto replaced = [](const QByteArray &from, const QByteArray &to) {
            return Damage([=](QByteArray archive) { return archive.replace(from, to); });
        };
        QTest::addRow("nothing") << Damage([](const QByteArray &) { return QByteArray(); }) << QString();
        QTest::addRow("cut short") << Damage(cut) << QString();
        QTest::addRow("an error instead of the end")
            << Damage([](const QByteArray &archive) { return cut(archive) + R"({"message":"no space"})"; })
            << QString();
        QTest::addRow("a layer is missing")
            << replaced("python/layer.tar\0"_ba, "xython/layer.tar\0"_ba) << QString();
        QTest::addRow("a layer is damaged") << Damage([](QByteArray archive) {
            archive[archive.indexOf("pythonpython") + 600] = 'x';
            return archive;
        }) << u"damaged"_s;
        QTest::addRow("a configuration is damaged")
            << replaced("\"comment\"", "\"komment\"") << u"is damaged"_s;
    }

    void incompleteArchiveRemovesNothing()
    {
        using Damage = std::function<QByteArray(const QByteArray &)>;
        QFETCH(Damage, damage);
        QFETCH(QString, reason);
        const SavedImages images(Images);
        SavingStore store(images);
        store.damage = damage;
        Bench bench;
        const RemovalReport report = bench.remove(planFor(images, {u"app:1"_s}), store);
        QVERIFY(report.backupError);
        QVERIFY(report.backupError->code == ErrorCode::BrokenArchive
            || report.backupError->code == ErrorCode::NotAnArchive);
        QVERIFY2(report.backupError->detail.contains(reason), qPrintable(report.backupError->detail));
        QVERIFY(!report.backup);
        QVERIFY(!report.isComplete());
        QCOMPARE(report.count(StepOutcome::State::NotStarted), int(report.plan.steps.size()));
        QCOMPARE(store.requests, QStringList(u"save"_s));
        QCOMPARE(store.snapshot, images.snapshot);
        QCOMPARE(bench.files(), QStringList());
    }

    void refusedRemovesNothing()
    {
        const SavedImages images(Images);
        FakeStore store(images.snapshot);
        Bench bench;
        const RemovalReport report = bench.remove(planFor(images, {u"app:1"_s}), store);
        QCOMPARE(report.backupError->code, ErrorCode::Denied);
        QCOMPARE(store.requests, QStringList());
        QCOMPARE(bench.files(), QStringList());
    }

    void namesTheImageWithoutLayers()
    {
        const SavedImages images(u"app:1 [debian]\nbare:1 []"_s);
        SavingStore store(images);
        Bench bench;
        const RemovalReport report = bench.remove(planFor(images, {u"app:1"_s, u"bare:1"_s}), store);
        QCOMPARE(report.backupError->code, ErrorCode::NoLayers);
        QVERIFY(report.backupError->detail.contains(images.idOf(u"bare:1"_s).text()));
        QCOMPARE(store.requests, QStringList());
    }

    void cancelledRemovesNothing_data()
    {
        QTest::addColumn<bool>("whileSaving");
        QTest::addRow("while it is saved") << true;
        QTest::addRow("while it is verified") << false;
    }

    void cancelledRemovesNothing()
    {
        QFETCH(bool, whileSaving);
        const SavedImages images(Images);
        SavingStore store(images);
        Bench bench;
        const auto progress = [&](const BackupProgress &now) {
            if (!whileSaving && now.phase == BackupProgress::Phase::Verifying) {
                bench.cancel.request();
            }
        };
        store.onPiece = [&](qint64 bytes) {
            if (whileSaving && bytes > 10'000) {
                bench.cancel.request();
            }
        };
        const RemovalReport report = runUndoableRemoval(planFor(images, {u"app:1"_s}), store,
            {.folder = bench.folder.path()}, {.cancel = bench.cancel, .abort = {}},
            {.started = [](int) { }, .ended = [](int, const StepOutcome &) { }}, progress);
        QVERIFY(report.cancelled);
        QCOMPARE(report.backupError->code, ErrorCode::Cancelled);
        QCOMPARE(store.requests, QStringList(u"save"_s));
        QCOMPARE(bench.files(), QStringList());
    }

    void removesAfterTheBackup()
    {
        const SavedImages images(Images);
        SavingStore store(images);
        Bench bench;
        const RemovalReport report = bench.remove(planFor(images, {u"app:1"_s}), store);
        QVERIFY(report.isComplete());
        QCOMPARE(report.backup->images.size(), 1);
        QCOMPARE(store.requests.first(), u"save"_s);
        QVERIFY(!store.snapshot->image(images.idOf(u"app:1"_s)));
        QCOMPARE(bench.folder.list().size(), 1);
    }

    void remembersNamesWithoutABackup()
    {
        const SavedImages images(Images);
        SavingStore store(images);
        Bench bench;
        const auto plan = RemovalPlan::make(
            images.snapshot, {{.image = images.idOf(u"app:1"_s), .references = {Reference(u"app:1"_s)}}}, {});
        const RemovalReport report = bench.remove(plan, store);
        QVERIFY(report.isComplete());
        QVERIFY(!report.backup->hasArchive());
        QCOMPARE(report.backup->untagged.first().references, QList{Reference(u"app:1"_s)});
        QCOMPARE(bench.remove(planFor(images, {u"old:1"_s}, false), store).backup.has_value(), false);
    }

    void aRecordThatFailsStopsNothing()
    {
        const SavedImages images(Images);
        SavingStore store(images);
        Bench bench;
        QFile file(bench.folder.path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto plan = RemovalPlan::make(
            images.snapshot, {{.image = images.idOf(u"app:1"_s), .references = {Reference(u"app:1"_s)}}}, {});
        const RemovalReport report = bench.remove(plan, store);
        QCOMPARE(report.backupError->code, ErrorCode::FileFailed);
        QVERIFY(report.isComplete());
        QCOMPARE(store.requests, QStringList(u"rmi app:1"_s));
    }

    void limitsDeleteOldOnes()
    {
        const SavedImages images(Images);
        SavingStore store(images);
        Bench bench;
        const Result<Backup> first = bench.make(planFor(images, {u"app:1"_s}), store);
        const RemovalReport report = bench.remove(planFor(images, {u"old:1"_s}), store, {.size = 1});
        QCOMPARE(report.discarded.size(), 1);
        QCOMPARE(report.discarded.first().id, first->id);
        QCOMPARE(bench.folder.list().size(), 1);
        QCOMPARE(bench.folder.list().first().id, report.backup->id);
        // One that fails costs no other.
        store.damage = cut;
        QVERIFY(!bench.remove(planFor(images, {u"app:1"_s}), store, {.size = 1}).backup);
        QCOMPARE(bench.folder.list().size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_Backup)
#include "tst_backup.moc"
