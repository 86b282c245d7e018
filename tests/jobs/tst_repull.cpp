// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/repull.h"

#include "fakes/savingstore.h"
#include "fakes/storetext.h"
#include "jobs/backupjson.h"
#include "jobs/undo.h"
#include "jobs/undoableremoval.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

/// Images that were removed without a backup: some of a registry, one that no registry ever had.
struct PullBench
{
    SavedImages images{u"app:1 app:2 app@d1 app@d2 [debian python]\nold:1 old@d3 [debian perl]\n"
                       "own:1 [debian own]\nweb:1 web:2 [debian web]"_s};
    SavingStore store{images};
    QTemporaryDir directory;
    BackupFolder folder{directory.filePath(u"backups"_s)};
    CancelToken cancel;
    QList<BackupProgress> told;
    Backup record;

    PullBench()
    {
        for (const Image &image : images.snapshot->images()) {
            for (const Reference &reference : image.references) {
                store.registry.insert(reference, image);
            }
        }
        const auto plan = RemovalPlan::make(images.snapshot,
            {{.image = id(u"app:1"_s)}, {.image = id(u"old:1"_s)}, {.image = id(u"own:1"_s)},
                {.image = id(u"web:1"_s), .references = {Reference(u"web:1"_s)}}},
            {});
        const RemovalReport removed = runUndoableRemoval(plan, store, {.folder = folder.path()},
            {.cancel = {}, .abort = {}}, {.started = [](int) { }, .ended = [](int, const StepOutcome &) { }},
            [](const BackupProgress &) { });
        // As another program would read it.
        record = *folder.find(removed.backup->id);
        store.requests.clear();
    }

    ImageId id(const QString &name) const { return images.idOf(name); }
    QList<Reference> namesOf(const QString &name) const
    {
        const Image *image = store.snapshot->image(id(name));
        QList<Reference> names = image ? image->references : QList<Reference>();
        std::ranges::sort(names, {}, &Reference::text);
        return names;
    }
    QList<Reference> namesBefore(const QString &name) const
    {
        QList<Reference> names = images.snapshot->image(id(name))->references;
        std::ranges::sort(names, {}, &Reference::text);
        return names;
    }
    void failPulls(const QString &digest, const std::function<Error()> &failing)
    {
        store.intercept = [=](const QString &request) {
            return request == "pull "_L1 + referenceOf(digest).text() ? std::optional(failing())
                                                                      : std::nullopt;
        };
    }
    UndoReport undo()
    {
        return jettison::undo(
            record, store, folder, {}, cancel, [this](const BackupProgress &now) { told << now; });
    }
};

} // namespace

// An undo of what a registry had.
class tst_Repull : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pullsWhatARegistryHad()
    {
        PullBench bench;
        QCOMPARE(bench.store.snapshot->images().size(), 1);
        QVERIFY(!bench.record.hasArchive());
        const UndoReport report = bench.undo();
        QVERIFY(report.isComplete());
        QCOMPARE(report.restored, QList({bench.id(u"app:1"_s), bench.id(u"old:1"_s)}));
        QCOMPARE(report.pulled.size(), 3);
        for (const QString &name : {u"app:1"_s, u"old:1"_s, u"web:1"_s}) {
            QCOMPARE(bench.namesOf(name), bench.namesBefore(name));
        }
        QVERIFY(!bench.store.snapshot->image(bench.id(u"own:1"_s)));
        QCOMPARE(bench.record.goneForGood(), QList({RemovalLine{RemovalLine::Kind::Untagged, u"own:1"_s}}));
        QCOMPARE(bench.told.first().phase, BackupProgress::Phase::Pulling);
        QVERIFY(bench.folder.find(bench.record.id)->undone.isValid());
    }

    void pullsNothingThatIsThere()
    {
        PullBench bench;
        bench.undo();
        bench.store.requests.clear();
        const UndoReport report = bench.undo();
        QCOMPARE(report.present.size(), 2);
        QCOMPARE(bench.store.requests, QStringList());
        QVERIFY(bench.undo().isComplete());
    }

    void goesOnAfterAFailedPull()
    {
        PullBench bench;
        bench.failPulls(u"old@d3"_s, [] { return Error{.code = ErrorCode::NotFound}; });
        const UndoReport report = bench.undo();
        QVERIFY(!report.error);
        QVERIFY(!report.isComplete());
        QCOMPARE(report.missing, QList{bench.id(u"old:1"_s)});
        QCOMPARE(report.untagged.size(), 1);
        QCOMPARE(report.untagged.first().reference, referenceOf(u"old@d3"_s));
        QCOMPARE(report.untagged.first().error.code, ErrorCode::NotFound);
        QCOMPARE(bench.namesOf(u"app:1"_s), bench.namesBefore(u"app:1"_s));
        // What could not be had may be there tomorrow.
        QVERIFY(!bench.folder.find(bench.record.id)->undone.isValid());
        bench.store.intercept = {};
        QVERIFY(bench.undo().isComplete());
        QCOMPARE(bench.namesOf(u"old:1"_s), bench.namesBefore(u"old:1"_s));
    }

    void oneOfTwoDigestsIsEnoughForTheImage()
    {
        PullBench bench;
        bench.failPulls(u"app@d1"_s, [] { return Error{.code = ErrorCode::EngineFailed}; });
        const UndoReport report = bench.undo();
        QCOMPARE(report.missing, QList<ImageId>());
        QCOMPARE(report.untagged.size(), 1);
        QVERIFY(!report.isComplete());
        QCOMPARE(bench.namesOf(u"app:1"_s).size(), 3);
    }

    void givesAnotherImageNoName()
    {
        PullBench bench;
        bench.store.registry[referenceOf(u"old@d3"_s)] = *bench.images.snapshot->image(bench.id(u"own:1"_s));
        const UndoReport report = bench.undo();
        QCOMPARE(report.missing, QList{bench.id(u"old:1"_s)});
        QCOMPARE(report.untagged.first().error.code, ErrorCode::OtherImage);
        QCOMPARE(report.untagged.first().error.detail, bench.id(u"own:1"_s).text());
        QCOMPARE(bench.namesOf(u"own:1"_s), QList{referenceOf(u"old@d3"_s)});
        // The registry has it no more, whenever it is asked.
        QVERIFY(bench.folder.find(bench.record.id)->undone.isValid());
    }

    void cancelsPulls()
    {
        PullBench bench;
        bench.failPulls(u"old@d3"_s, [&] {
            bench.cancel.request();
            return Error{.code = ErrorCode::Cancelled};
        });
        const UndoReport report = bench.undo();
        QCOMPARE(report.error->code, ErrorCode::Cancelled);
        QCOMPARE(report.restored, QList{bench.id(u"app:1"_s)});
        QCOMPARE(report.untagged.size(), 0);
        QCOMPARE(report.tagged.size(), 0);
        QVERIFY(!bench.folder.find(bench.record.id)->undone.isValid());
    }

    void asksRepositoriesOnlyUntilOneHasIt()
    {
        for (const bool isThere : {true, false}) {
            SavedImages images{u"mine:1 r.io/app:1 s.io/app:1 [debian python]"_s};
            SavingStore store(images);
            StoreInfo info = images.snapshot->store();
            info.traits = containerdTraits();
            store.snapshot = std::make_shared<const Snapshot>(
                info, images.snapshot->images(), QList<Container>(), store.contents);
            const Image image = store.snapshot->images().first();
            if (isThere) {
                store.registry.insert(Reference("s.io/app@"_L1 + image.id.text()), image);
            }
            store.intercept = [&](const QString &request) {
                return request.startsWith("pull r.io/"_L1)
                    ? std::optional(Error{.code = ErrorCode::EngineFailed})
                    : std::nullopt;
            };
            const QTemporaryDir directory;
            const BackupFolder folder(directory.filePath(u"backups"_s));
            const RemovalPlan plan = RemovalPlan::make(store.snapshot, {{.image = image.id}}, {});
            const RemovalReport removed =
                runUndoableRemoval(plan, store, {.folder = folder.path()}, {.cancel = {}, .abort = {}},
                    {.started = [](int) { }, .ended = [](int, const StepOutcome &) { }},
                    [](const BackupProgress &) { });
            QVERIFY(removed.backup);
            store.requests.clear();
            const UndoReport report = jettison::undo(
                *folder.find(removed.backup->id), store, folder, {}, {}, [](const BackupProgress &) { });
            const QStringList pulls = store.requests.filter(u"pull "_s);
            QCOMPARE(pulls.size(), isThere ? 2 : 3);
            QVERIFY(pulls[0].startsWith(u"pull r.io/"_s));
            QVERIFY(pulls[1].startsWith(u"pull s.io/"_s));
            QCOMPARE(report.isComplete(), isThere);
            QCOMPARE(report.untagged.size(), isThere ? 0 : 3);
            QCOMPARE(report.tagged.size(), isThere ? 3 : 0);
        }
    }

    void readsARecordOfAnEarlierVersion()
    {
        PullBench bench;
        QJsonObject json = QJsonDocument::fromJson(backupToJson(bench.record)).object();
        QCOMPARE(json.take(u"pullable"_s).toArray().size(), 2);
        const Result<Backup> read = backupFromJson(QJsonDocument(json).toJson());
        QVERIFY(read);
        QCOMPARE(read->pullable.size(), 0);
        QCOMPARE(read->untagged.size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_Repull)
#include "tst_repull.moc"
