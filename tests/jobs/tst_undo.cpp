// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/undo.h"

#include "fakes/savingstore.h"
#include "jobs/backupexport.h"
#include "jobs/undoableremoval.h"
#include "stores/archive/openedarchive.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

/// Images that were removed with a backup.
struct Bench
{
    SavedImages images{
        u"app:1 app:2 app@d1 [debian python]\nold:1 [debian perl]\nweb = app:1 exited\ndb = app:1 exited"_s};
    SavingStore store{images};
    QTemporaryDir directory;
    BackupFolder folder{directory.filePath(u"backups"_s)};
    CancelToken cancel;
    QList<BackupProgress> told;
    Backup backup;

    Bench()
    {
        const auto plan = RemovalPlan::make(images.snapshot,
            {{.image = images.idOf(u"app:1"_s)}, {.image = images.idOf(u"old:1"_s)}},
            {.force = true, .backup = true});
        backup = *runUndoableRemoval(plan, store, {.folder = folder.path()}, {.cancel = {}, .abort = {}},
            {.started = [](int) { }, .ended = [](int, const StepOutcome &) { }}, [](const BackupProgress &) {
            }).backup;
        store.requests.clear();
    }

    UndoReport undo(const UndoOptions &options = {})
    {
        return jettison::undo(
            backup, store, folder, options, cancel, [this](const BackupProgress &now) { told << now; });
    }

    void breakArchive() const
    {
        QFile file(folder.archivePath(backup.id));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() / 2));
    }
};

} // namespace

class tst_Undo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsImagesAndTagsBack()
    {
        Bench bench;
        QCOMPARE(bench.store.snapshot->images().size(), 0);
        const UndoReport report = bench.undo();
        QVERIFY(report.isComplete());
        QCOMPARE(report.restored.size(), 2);
        QCOMPARE(report.tagged.size(), 3);
        QCOMPARE(report.recreated.size(), 0);
        QVERIFY(bench.folder.find(bench.backup.id)->undone.isValid());
        QCOMPARE(bench.store.snapshot->image(bench.images.idOf(u"app:1"_s))->references.size(), 2);
        QCOMPARE(bench.told.first().phase, BackupProgress::Phase::Verifying);
        QCOMPARE(bench.told.last().phase, BackupProgress::Phase::Loading);
        QVERIFY(bench.told.last().expected > 0);
    }

    void doesItAgainWithoutLoading()
    {
        Bench bench;
        bench.undo();
        bench.store.requests.clear();
        const UndoReport report = bench.undo();
        QVERIFY(report.isComplete());
        QCOMPARE(report.present.size(), 2);
        QCOMPARE(report.restored.size(), 0);
        QCOMPARE(bench.store.requests, QStringList());
    }

    void makesContainersAnewIfAsked()
    {
        Bench bench;
        bench.store.intercept = [](const QString &request) -> std::optional<Error> {
            return request == "create db"_L1
                ? std::optional(Error{.code = ErrorCode::Conflict, .detail = u"taken"_s})
                : std::nullopt;
        };
        const UndoReport report = bench.undo({.containers = true});
        QCOMPARE(report.recreated, QStringList(u"web"_s));
        QCOMPARE(report.notRecreated.size(), 1);
        QCOMPARE(report.notRecreated.first().name, u"db"_s);
        QVERIFY(!report.isComplete());
        QCOMPARE(bench.store.snapshot->containers().first().image, bench.images.idOf(u"app:1"_s));
    }

    void takesNoNameFromOthers()
    {
        Bench bench;
        bench.undo();
        QVERIFY(bench.store.tag(bench.images.idOf(u"old:1"_s), Reference(u"app:2"_s), {}));
        const UndoReport report = bench.undo();
        QCOMPARE(report.taken.size(), 1);
        QCOMPARE(report.taken.first().reference, Reference(u"app:2"_s));
        QCOMPARE(report.taken.first().holder, bench.images.idOf(u"old:1"_s));
        QVERIFY(!report.isComplete());
    }

    void isNotUndoneWithoutAllNames()
    {
        Bench bench;
        bench.store.intercept = [](const QString &request) {
            return request == "tag app:2"_L1 ? std::optional(Error{.code = ErrorCode::TimedOut})
                                             : std::nullopt;
        };
        QCOMPARE(bench.undo().untagged.size(), 1);
        QVERIFY(!bench.folder.find(bench.backup.id)->undone.isValid());
        bench.store.intercept = {};
        QVERIFY(bench.undo().isComplete());
        QVERIFY(bench.folder.find(bench.backup.id)->undone.isValid());
    }

    void foretellsAndChangesNothing()
    {
        Bench bench;
        const UndoReport foretold = bench.undo({.containers = true, .dryRun = true});
        QVERIFY(foretold.isComplete());
        QVERIFY(foretold.isDryRun);
        QCOMPARE(bench.store.requests, QStringList());
        QCOMPARE(bench.store.snapshot->images().size(), 0);
        QVERIFY(!bench.folder.find(bench.backup.id)->undone.isValid());
        const UndoReport done = bench.undo({.containers = true});
        QCOMPARE(foretold.restored, done.restored);
        QCOMPARE(foretold.tagged, done.tagged);
        QCOMPARE(foretold.recreated, done.recreated);
        const UndoReport again = bench.undo({.containers = true, .dryRun = true});
        QCOMPARE(again.present.size(), 2);
        QCOMPARE(again.tagged.size(), 0);
        QCOMPARE(again.notRecreated.first().error.code, ErrorCode::TargetExists);
    }

    void foretellsThatTheArchiveIsDamaged()
    {
        Bench bench;
        bench.breakArchive();
        QCOMPARE(bench.undo({.dryRun = true}).error->code, ErrorCode::BrokenArchive);
    }

    void namesOfImagesThatAreGoneAreLost()
    {
        Bench bench;
        bench.undo();
        const auto plan = RemovalPlan::make(bench.store.snapshot,
            {{.image = bench.images.idOf(u"app:1"_s), .references = {Reference(u"app:1"_s)}}}, {});
        bench.backup = *runUndoableRemoval(plan, bench.store, {.folder = bench.folder.path()},
            {.cancel = {}, .abort = {}}, {.started = [](int) { }, .ended = [](int, const StepOutcome &) { }},
            [](const BackupProgress &) {
            }).backup;
        QVERIFY(bench.store.removeReference(Reference(u"app:2"_s), {}));
        for (const bool isDryRun : {true, false}) {
            const UndoReport report = bench.undo({.dryRun = isDryRun});
            QVERIFY(!report.isComplete());
            QVERIFY(report.isSettled);
            QCOMPARE(report.lost.size(), 1);
            QCOMPARE(report.lost.first().reference, Reference(u"app:1"_s));
            QCOMPARE(report.lost.first().image, bench.images.idOf(u"app:1"_s));
            QCOMPARE(bench.folder.find(bench.backup.id)->undone.isValid(), !isDryRun);
        }
    }

    void namesOfImagesInLaterBackupsAreNotLost()
    {
        Bench bench;
        bench.undo();
        const auto remove = [&](const RemovalTarget &target, bool backup) {
            const auto plan = RemovalPlan::make(bench.store.snapshot, {target}, {.backup = backup});
            return *runUndoableRemoval(plan, bench.store, {.folder = bench.folder.path()},
                {.cancel = {}, .abort = {}},
                {.started = [](int) { }, .ended = [](int, const StepOutcome &) { }},
                [](const BackupProgress &) {
                }).backup;
        };
        const ImageId app = bench.images.idOf(u"app:1"_s);
        const Backup name = remove({.image = app, .references = {Reference(u"app:1"_s)}}, false);
        const Backup image = remove({.image = app}, true);
        bench.backup = name;
        const UndoReport early = bench.undo();
        QVERIFY(!early.isSettled);
        QCOMPARE(early.lost.size(), 0);
        QCOMPARE(early.untagged.first().error.code, ErrorCode::NotFound);
        bench.backup = image;
        QVERIFY(bench.undo().isComplete());
        bench.backup = name;
        QVERIFY(bench.undo().isComplete());
        QCOMPARE(bench.store.snapshot->image(app)->references.size(), 2);
    }

    void loadsNothingOfADamagedArchive()
    {
        Bench bench;
        bench.breakArchive();
        const UndoReport report = bench.undo();
        QCOMPARE(report.error->code, ErrorCode::BrokenArchive);
        QCOMPARE(report.missing.size(), 2);
        QCOMPARE(bench.store.requests, QStringList());
        QVERIFY(!bench.folder.find(bench.backup.id)->undone.isValid());
    }

    void namesWhatIsThereThoughTheLoadFailed()
    {
        Bench bench;
        // One image was pulled again meanwhile, without its names.
        QList<Image> images{*bench.images.snapshot->image(bench.images.idOf(u"old:1"_s))};
        images.first().references.clear();
        bench.store.snapshot = std::make_shared<const Snapshot>(
            bench.store.snapshot->store(), images, QList<Container>(), bench.store.contents);
        bench.breakArchive();
        const UndoReport report = bench.undo();
        QCOMPARE(report.error->code, ErrorCode::BrokenArchive);
        QCOMPARE(report.tagged, QList{Reference(u"old:1"_s)});
        QCOMPARE(report.missing.size(), 1);
    }

    void cancels()
    {
        Bench bench;
        bench.store.onPiece = [&](qint64) { bench.cancel.request(); };
        const UndoReport report = bench.undo();
        QCOMPARE(report.error->code, ErrorCode::Cancelled);
        QCOMPARE(report.tagged.size(), 0);
        QCOMPARE(bench.store.requests, QStringList(u"load"_s));
        QVERIFY(!bench.folder.find(bench.backup.id)->undone.isValid());
    }

    void tellsThatTheStoreIsLost()
    {
        Bench bench;
        bench.store.interceptReading = [] { return Error{.code = ErrorCode::NotRunning}; };
        const UndoReport report = bench.undo();
        QCOMPARE(report.error->code, ErrorCode::NotRunning);
        QCOMPARE(bench.store.requests, QStringList());
    }

    void exportsWithNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addRow("tar") << u"out.tar"_s;
        QTest::addRow("packed") << u"out.tar.zst"_s;
    }

    void exportsWithNames()
    {
        QFETCH(QString, name);
        Bench bench;
        const QString path = bench.directory.filePath(name);
        QVERIFY(exportBackup(bench.backup, bench.folder, path, {}, [](const BackupProgress &) { }));
        const Result<OpenedArchive> opened = openArchive(path, Digests::Computed);
        QVERIFY(opened);
        QCOMPARE(opened->compression, name.endsWith(".zst"_L1) ? Compression::Zstd : Compression::None);
        QCOMPARE(opened->images.size(), 2);
        QCOMPARE(opened->images.first().references, QList({Reference(u"app:1"_s), Reference(u"app:2"_s)}));
        QVERIFY(verifyImages(
            opened->catalog, opened->images, {bench.images.idOf(u"app:1"_s), bench.images.idOf(u"old:1"_s)}));
        QVERIFY(!QFile::exists(path + u".part"_s));
    }

    void exportLeavesNoHalf()
    {
        Bench bench;
        const QString path = bench.directory.filePath(u"out.tar"_s);
        bench.cancel.request();
        QVERIFY(
            !exportBackup(bench.backup, bench.folder, path, bench.cancel, [](const BackupProgress &) { }));
        QVERIFY(!QFile::exists(path));
        QVERIFY(!QFile::exists(path + u".part"_s));
        QVERIFY(!exportBackup(
            bench.backup, bench.folder, u"/nowhere/out.tar"_s, {}, [](const BackupProgress &) { }));
    }
};

QTEST_GUILESS_MAIN(tst_Undo)
#include "tst_undo.moc"
