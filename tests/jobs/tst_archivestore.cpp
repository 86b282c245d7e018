// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archivestore.h"

#include "jobs/backup.h"
#include "jobs/removal.h"
#include "jobs/scan.h"
#include "jobs/undo.h"
#include "jobs/undoableremoval.h"
#include "stores/archive/openedarchive.h"
#include "stores/archive/samplestore.h"
#include "stores/archivefixture.h"
#include "stores/resulttext.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

const fixture::Image App{.names = {u"app:1"_s, u"app:latest"_s}, .layers = {u"base=5000"_s, u"app=70000"_s}};
const fixture::Image Tool{.names = {u"tool:1"_s}, .layers = {u"base=5000"_s, u"tool=3000"_s}};
const fixture::Image Twin{.names = {u"twin:1"_s}, .layers = {u"other=4000"_s, u"tool=3000"_s}};
const fixture::Image Nameless{.layers = {u"other=4000"_s}};
const QList<fixture::Image> All{App, Tool, Twin, Nameless};

constexpr auto Forms = {"old", "old.gz", "new", "new.zst", "folder", "layout", "layout.xz", "packed"};

Call forever()
{
    return {.deadline = QDeadlineTimer(QDeadlineTimer::Forever), .cancel = {}};
}

FixtureFiles filesOf(const QString &form, const QList<fixture::Image> &images)
{
    if (form.startsWith(u"old"_s)) {
        return fixture::oldDocker(images);
    }
    return form.startsWith(u"new"_s) ? fixture::newDocker(images)
                                     : fixture::layout(images, form == "packed"_L1 ? u"gzip"_s : QString());
}

qint64 bytesIn(const QString &path)
{
    qint64 bytes = QFileInfo(path).isDir() ? 0 : QFileInfo(path).size();
    for (QDirIterator files(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        files.hasNext();) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

/// A store on a file or folder in one of the forms.
struct OnDisk
{
    QTemporaryDir folder;
    QString path;
    std::unique_ptr<ArchiveStore> store;

    explicit OnDisk(const QString &form, const FixtureFiles &files)
        : path(folder.filePath(u"images"_s))
    {
        const bool isFolder = form == "folder"_L1 || form == "packed"_L1;
        const QString packing =
            form.section(u'.', 1).replace(u"gz"_s, u"gzip"_s).replace(u"zst"_s, u"zstd"_s);
        const QByteArray tar = isFolder ? QByteArray() : fixture::tar(files);
        const bool written = isFolder
            ? fixture::writeFolder(path, files)
            : fixture::write(path, packing.isEmpty() ? tar : fixture::packed(tar, packing));
        if (!written) {
            qFatal("the archive cannot be written");
        }
        reopen();
    }

    void reopen()
    {
        store = std::make_unique<ArchiveStore>(path, "archive:"_L1 + path, StoreInfo::Kind::Archive);
    }

    SnapshotPtr snapshot() const
    {
        LayerReader reader{ContentCache()};
        const Result<SnapshotPtr> scanned = scan(*store, reader, {});
        return scanned ? *scanned : nullptr;
    }
    RemovalPlan plan(const QStringList &names) const
    {
        const SnapshotPtr now = snapshot();
        QList<RemovalTarget> targets;
        for (const QString &name : names) {
            targets << findTarget(*now, name).value();
        }
        return RemovalPlan::make(now, targets, {});
    }
    RemovalReport remove(const RemovalPlan &plan, const CancelToken &cancel = {})
    {
        return runRemoval(plan, *store, {.cancel = cancel, .abort = {}},
            {.started = [](int) { }, .ended = [](int, const StepOutcome &) { }});
    }
    /// A line for each image: its ID and its names.
    QStringList listing() const
    {
        QStringList lines;
        const SnapshotPtr now = snapshot();
        for (const Image &image : now->images()) {
            QStringList names;
            std::ranges::transform(image.references, std::back_inserter(names), &Reference::text);
            names.sort();
            lines << image.id.text() + u' ' + names.join(u' ');
        }
        lines.sort();
        return lines;
    }
};

} // namespace

class TestArchiveStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesWhatThePlanSays_data();
    void doesWhatThePlanSays();
    void undoBringsAllBack_data();
    void undoBringsAllBack();
    void untagsWithoutTouchingLayers();
    void keepsContentsThatOthersHave();
    void showsPlatforms();
    void tellsHowFarItIs();
    void leavesAChangedFileAlone();
    void cancelledLeavesTheFileAlone();
    void forgetsWhatWasNotCommitted();
    void movesNames();
    void hasNoContainers();
    void saysWhatIsNoArchive();
    void tellsThatTheFileChanges();
    void samplesShareLayers();
};

void TestArchiveStore::doesWhatThePlanSays_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QStringList>("names");
    const QList<QStringList> selections{{u"app:1"_s}, {u"app:1"_s, u"app:latest"_s}, {u"tool:1"_s},
        {u"twin:1"_s}, {u"app:1"_s, u"app:latest"_s, u"tool:1"_s, u"twin:1"_s}};
    for (const char *form : Forms) {
        for (const QStringList &names : selections) {
            QTest::addRow("%s, %s", form, qPrintable(names.join(u' '))) << QString::fromLatin1(form) << names;
        }
    }
}

void TestArchiveStore::doesWhatThePlanSays()
{
    QFETCH(QString, form);
    QFETCH(QStringList, names);
    OnDisk archive(form, filesOf(form, All));
    const QStringList before = archive.listing();
    const qint64 bytesBefore = bytesIn(archive.path);
    const RemovalPlan plan = archive.plan(names);
    const bool isPacked = form.contains(u'.');
    QCOMPARE(plan.freedBytes()->isEstimate, isPacked && plan.deletedImages() > 0);
    const RemovalReport report = archive.remove(plan);
    QCOMPARE(report.reportedLines(), plan.predictedLines());
    QVERIFY(report.isComplete());
    QCOMPARE(report.freedBytes()->bytes, plan.freedBytes()->bytes);
    if (isPacked) {
        // What the file itself lost.
        QCOMPARE(report.measurement.byStore.value_or(0),
            plan.deletedImages() > 0 ? bytesBefore - bytesIn(archive.path) : 0);
    } else {
        QVERIFY(!report.freedOtherwise());
        QCOMPARE(report.measurement.byStore.value_or(0), plan.freedBytes()->bytes);
        // Configurations and manifests go as well.
        QCOMPARE_GE(bytesBefore - bytesIn(archive.path), plan.freedBytes()->bytes);
        QCOMPARE_LT(bytesBefore - bytesIn(archive.path), plan.freedBytes()->bytes + 16'384);
    }

    archive.reopen();
    QStringList expected = before;
    for (QString &line : expected) {
        for (const QString &name : names) {
            line.replace(
                QRegularExpression(u" %1(?= |$)"_s.arg(QRegularExpression::escape(name))), QString());
        }
    }
    const QSet<QString> nameless{before.filter(QRegularExpression(u" $"_s)).value(0).trimmed()};
    expected.removeIf([&](const QString &line) { return !line.contains(u' ') && !nameless.contains(line); });
    QCOMPARE(archive.listing(), expected);
    QCOMPARE(openArchive(archive.path, Digests::Computed)->images.size(), expected.size());
}

void TestArchiveStore::undoBringsAllBack_data()
{
    QTest::addColumn<QString>("form");
    for (const char *form : Forms) {
        QTest::addRow("%s", form) << QString::fromLatin1(form);
    }
}

void TestArchiveStore::undoBringsAllBack()
{
    QFETCH(QString, form);
    OnDisk archive(form, filesOf(form, All));
    const BackupFolder backups(archive.folder.filePath(u"backups"_s));
    const QStringList before = archive.listing();
    const RemovalPlan plan = archive.plan({u"app:1"_s, u"tool:1"_s, u"twin:1"_s});
    const Result<Backup> backup =
        makeBackup(plan, *archive.store, backups, {}, [](const BackupProgress &) { });
    REQUIRE_VALUE(backup);
    QVERIFY(archive.remove(plan).isComplete());
    QVERIFY(archive.listing() != before);

    const UndoReport report = undo(*backup, *archive.store, backups, {}, {}, [](const BackupProgress &) { });
    QVERIFY2(!report.error, qPrintable(report.error.value_or(Error()).detail));
    QVERIFY(report.isComplete());
    QCOMPARE(archive.listing(), before);
}

void TestArchiveStore::untagsWithoutTouchingLayers()
{
    OnDisk archive(u"folder"_s, filesOf(u"folder"_s, All));
    const qint64 blobs = bytesIn(archive.path + "/blobs"_L1);
    const RemovalReport report = archive.remove(archive.plan({u"app:1"_s}));
    QCOMPARE(report.freedBytes()->bytes, 0);
    QCOMPARE(bytesIn(archive.path + "/blobs"_L1), blobs);
}

void TestArchiveStore::keepsContentsThatOthersHave()
{
    OnDisk archive(u"folder"_s, filesOf(u"folder"_s, All));
    const RemovalPlan plan = archive.plan({u"tool:1"_s});
    QCOMPARE(plan.freedBytes()->bytes, 0); // `base` stays for app:1, `tool` for twin:1
    QVERIFY(archive.remove(plan).isComplete());
    QVERIFY(openArchive(archive.path, Digests::Computed).has_value());
}

void TestArchiveStore::showsPlatforms()
{
    const QString name = u"multi:1"_s;
    const QList<fixture::Image> images{{.names = {name}, .layers = {u"base=5000"_s, u"amd=900"_s}},
        {.names = {name}, .layers = {u"base=5000"_s, u"arm=800"_s}, .platform = u"linux/arm64"_s},
        {.names = {name}, .layers = {u"s390=700"_s}, .platform = u"linux/s390x"_s}};
    OnDisk archive(u"folder"_s, fixture::platforms(images, {u"linux/s390x"_s}));
    const SnapshotPtr snapshot = archive.snapshot();
    QCOMPARE(snapshot->images().size(), 1);
    const QList<ImageVariant> &variants = snapshot->images().first().variants;
    QCOMPARE(variants.size(), 3);
    QCOMPARE(variants[1].name, u"linux/arm64"_s);
    QVERIFY(variants[1].isPresent);
    QVERIFY(!variants[2].isPresent);
    QCOMPARE(snapshot->layers().layers().size(), size_t(3));
    QCOMPARE(snapshot->layers().totalSize(), snapshot->images().first().size);
    const RemovalPlan plan = archive.plan({name});
    QCOMPARE(plan.freedBytes()->bytes, snapshot->layers().totalSize());
    QVERIFY(archive.remove(plan).isComplete());
    QVERIFY(archive.listing().isEmpty());
}

void TestArchiveStore::tellsHowFarItIs()
{
    OnDisk archive(u"old"_s, filesOf(u"old"_s, All));
    const RemovalPlan plan = archive.plan({u"tool:1"_s});
    QList<BackupProgress> told;
    const RemovalReport report =
        runUndoableRemoval(plan, *archive.store, {.folder = archive.folder.filePath(u"backups"_s)}, {},
            {.started = [](int) {}, .ended = [](int, const StepOutcome &) {}},
            [&](const BackupProgress &progress) { told << progress; });
    QVERIFY(report.isComplete());
    QVERIFY(std::ranges::any_of(told, [](const BackupProgress &progress) {
        return progress.phase == BackupProgress::Phase::Rewriting && progress.expected > 0;
    }));
}

void TestArchiveStore::leavesAChangedFileAlone()
{
    for (const QString &form : {u"old"_s, u"folder"_s}) {
        OnDisk archive(form, filesOf(form, All));
        const RemovalPlan plan = archive.plan({u"tool:1"_s});
        REQUIRE_VALUE(archive.store->removeReference(Reference(u"tool:1"_s), forever()));
        OnDisk other(form, filesOf(form, {App, Tool}));
        const QString changed = form == "old"_L1 ? archive.path : archive.path + "/index.json"_L1;
        const QString source = form == "old"_L1 ? other.path : other.path + "/index.json"_L1;
        QVERIFY(QFile::remove(changed) && QFile::copy(source, changed));
        REQUIRE_ERROR(archive.store->commit({}, forever()), ErrorCode::Conflict);
        archive.reopen();
        QCOMPARE(archive.snapshot()->images().size(), 2);
    }
}

void TestArchiveStore::cancelledLeavesTheFileAlone()
{
    OnDisk archive(u"old.gz"_s, filesOf(u"old"_s, All));
    const QStringList before = archive.listing();
    const RemovalPlan plan = archive.plan({u"tool:1"_s, u"app:1"_s});
    const CancelToken cancel;
    cancel.request();
    const RemovalReport report = archive.remove(plan, cancel);
    QVERIFY(report.cancelled);
    QCOMPARE(archive.listing(), before);
    QCOMPARE(QDir(archive.folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList{u"images"_s});
}

void TestArchiveStore::forgetsWhatWasNotCommitted()
{
    OnDisk archive(u"old"_s, filesOf(u"old"_s, All));
    const QStringList before = archive.listing();
    REQUIRE_VALUE(archive.store->removeReference(Reference(u"tool:1"_s), forever()));
    REQUIRE_ERROR(archive.store->image(Reference(u"tool:1"_s), forever()), ErrorCode::NotFound);
    REQUIRE_VALUE(archive.store->open(forever()));
    QCOMPARE(archive.listing(), before);
}

void TestArchiveStore::movesNames()
{
    for (const char *form : Forms) {
        OnDisk archive(QString::fromLatin1(form), filesOf(QString::fromLatin1(form), All));
        const ImageId tool = archive.store->image(Reference(u"tool:1"_s), forever())->id;
        REQUIRE_VALUE(archive.store->tag(tool, Reference(u"app:latest"_s), forever()));
        REQUIRE_VALUE(archive.store->commit({}, forever()));
        archive.reopen();
        QCOMPARE(archive.store->image(Reference(u"app:latest"_s), forever())->id, tool);
        QCOMPARE(archive.store->image(Reference(u"app:1"_s), forever())->references.size(), 1);
    }
}

void TestArchiveStore::hasNoContainers()
{
    OnDisk archive(u"old"_s, filesOf(u"old"_s, All));
    QCOMPARE(archive.store->containers(forever()), QList<Container>());
    REQUIRE_ERROR(archive.store->createContainer(u"web"_s, "{}", forever()), ErrorCode::NoEngine);
    REQUIRE_ERROR(archive.store->pull(Reference(u"app:1"_s), {}, forever()), ErrorCode::NoEngine);
}

void TestArchiveStore::saysWhatIsNoArchive()
{
    const QTemporaryDir folder;
    const QString text = folder.filePath(u"text"_s);
    QVERIFY(fixture::write(text, QByteArray(4'000, 'x')));
    const auto open = [](const QString &path) {
        return ArchiveStore(path, path, StoreInfo::Kind::Archive).open(forever());
    };
    REQUIRE_ERROR(open(text), ErrorCode::NotAnArchive);
    REQUIRE_ERROR(open(folder.path()), ErrorCode::NotAnArchive);
    REQUIRE_ERROR(open(folder.filePath(u"none"_s)), ErrorCode::FileFailed);
}

void TestArchiveStore::tellsThatTheFileChanges()
{
    OnDisk archive(u"folder"_s, filesOf(u"folder"_s, All));
    const CancelToken cancel;
    QObject heard;
    QSignalSpy spy(&heard, &QObject::objectNameChanged);
    int count = 0;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        ArchiveStore watching(archive.path, archive.path, StoreInfo::Kind::Layout);
        const Result<void> end = watching.watch(
            [&] {
                QMetaObject::invokeMethod(&heard, [&] { heard.setObjectName(QString::number(++count)); });
            },
            {.deadline = QDeadlineTimer(QDeadlineTimer::Forever), .cancel = cancel});
        QVERIFY(!end && end.error().code == ErrorCode::Cancelled);
    }));
    thread->start();
    QTRY_COMPARE(spy.size(), 1);
    QVERIFY(archive.remove(archive.plan({u"tool:1"_s})).isComplete());
    QTRY_COMPARE(spy.size(), 2);
    cancel.request();
    QVERIFY(thread->wait(5'000));
}

void TestArchiveStore::samplesShareLayers()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"data/sample"_s);
    REQUIRE_VALUE(makeSampleStore(path));
    REQUIRE_VALUE(openArchive(path, Digests::Computed));
    ArchiveStore store(path, path, StoreInfo::Kind::Sample);
    LayerReader reader{ContentCache()};
    const SnapshotPtr snapshot = scan(store, reader, {}).value();
    QCOMPARE(snapshot->images().size(), 5);
    QCOMPARE(snapshot->layers().roots().size(), size_t(1));
    QCOMPARE(snapshot->store().kind, StoreInfo::Kind::Sample);
    // What was removed from it stays away.
    REQUIRE_VALUE(store.removeReference(Reference(u"sample/tools:2"_s), forever()));
    REQUIRE_VALUE(store.commit({}, forever()));
    REQUIRE_VALUE(makeSampleStore(path));
    QCOMPARE(store.images(forever())->size(), 4);
    QCOMPARE(QDir(folder.filePath(u"data"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
}

QTEST_GUILESS_MAIN(TestArchiveStore)
#include "tst_archivestore.moc"
