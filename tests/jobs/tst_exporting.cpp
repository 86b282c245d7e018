// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/exporting.h"

#include "fakes/savingstore.h"
#include "jobs/scan.h"
#include "stores/archive/openedarchive.h"
#include "stores/archivefixture.h"
#include "stores/resulttext.h"
#include "stores/storefactory.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace jettison;
using Existing = ExportRequest::Existing;
using Format = ExportRequest::Format;

namespace {

const fixture::Image App{.names = {u"app:1"_s, u"app:latest"_s}, .layers = {u"base=5000"_s, u"app=70000"_s}};
const fixture::Image Tool{.names = {u"tool:1"_s}, .layers = {u"base=5000"_s, u"tool=3000"_s}};
const fixture::Image Newer{.names = {u"app:latest"_s}, .layers = {u"base=5000"_s, u"newer=3000"_s}};

QStringList sorted(QStringList texts)
{
    texts.sort();
    return texts;
}

// What images are called by their configurations, with their names, whatever the form.
QMap<QString, QStringList> imagesIn(const QString &path)
{
    QMap<QString, QStringList> images;
    const Result<OpenedArchive> archive = openArchive(path, Digests::Computed);
    for (const ArchivedImage &image : archive ? archive->images : QList<ArchivedImage>()) {
        QStringList names;
        std::ranges::transform(image.references, std::back_inserter(names), &Reference::text);
        images.insert(image.platforms.first().configDigest, sorted(names));
    }
    return images;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A store in a file, and a folder to export into.
struct Bench
{
    QTemporaryDir folder;
    std::unique_ptr<Store> store;
    SnapshotPtr snapshot;
    CancelToken cancel;
    QList<BackupProgress> told;
    std::function<void(const BackupProgress &)> onProgress = [](const BackupProgress &) { };

    Bench() { QDir(folder.path()).mkdir(u"out"_s); }

    QString path(const QString &name) const { return folder.filePath("out/"_L1 + name); }
    QStringList files() const
    {
        return QDir(folder.filePath(u"out"_s))
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    void open(const FixtureFiles &files)
    {
        const QString source = folder.filePath(u"source.tar"_s);
        QVERIFY(fixture::write(source, fixture::tar(files)));
        store = endpointOfFile(source).and_then(makeStore).value();
        LayerReader reader{ContentCache()};
        snapshot = scan(*store, reader, {}).value();
    }

    ExportReport write(const QStringList &names, const QString &to, std::optional<Format> format = {},
        Existing existing = Existing::Refuse)
    {
        ExportRequest request{.snapshot = snapshot, .path = path(to), .format = format, .existing = existing};
        for (const QString &name : names) {
            request.targets << findTarget(*snapshot, name).value();
        }
        return exportImages(request, *store, cancel, [this](const BackupProgress &now) {
            told << now;
            onProgress(now);
        });
    }
};

} // namespace

class TestExporting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void takesAllNamesOfAnId();
    void namesBareTagsAfterTheStore();
    void refusesWhatIsThere();
    void replacesNoPipe();
    void adds_data();
    void adds();
    void replacesAFile();
    void replacesALayoutAndLeavesOtherFiles();
    void writesIntoAnEmptyFolder();
    void refusesAFolderOfOtherThings();
    void refusesItself();
    void refusesArtifacts();
    void refusesImagesWithoutLayers();
    void noticesThatANameMoved();
    void noticesADamagedArchive();
    void cancelLeavesNothing_data();
    void cancelLeavesNothing();
    void cancelLeavesWhatWasThere_data();
    void cancelLeavesWhatWasThere();
    void aKilledRunsDraftGoes();
    void twoDoNotWriteToOneTarget();
    void tellsHowFarItIs();
};

void TestExporting::writes_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("name");
    QTest::addColumn<std::optional<Format>>("format");
    QTest::addColumn<ArchiveFormat>("written");
    QTest::addColumn<ArchiveCarrier>("carrier");
    QTest::addColumn<Compression>("compression");
    constexpr std::optional<Format> Any;
    constexpr auto Tar = ArchiveCarrier::Tar;
    constexpr auto Folder = ArchiveCarrier::Folder;
    for (const char *form : {"docker", "new docker", "layout", "packed layout"}) {
        const QString source = QString::fromLatin1(form);
        const auto row = [&](const char *name, std::optional<Format> format, ArchiveFormat written,
                             ArchiveCarrier carrier, Compression compression) {
            QTest::addRow("%s to %s %d", form, name, format ? int(*format) : -1)
                << source << QString::fromLatin1(name) << format << written << carrier << compression;
        };
        row("a.tar", Any, ArchiveFormat::Docker, Tar, Compression::None);
        row("a", Any, ArchiveFormat::Docker, Tar, Compression::None);
        row("a.tar.gz", Any, ArchiveFormat::Docker, Tar, Compression::Gzip);
        row("a.tar.zst", Format::Docker, ArchiveFormat::Docker, Tar, Compression::Zstd);
        row("a", Format::Layout, ArchiveFormat::Layout, Folder, Compression::None);
        row("a/", Any, ArchiveFormat::Layout, Folder, Compression::None);
        row("a.tar", Format::Layout, ArchiveFormat::Layout, Tar, Compression::None);
        row("a.tar.zst", Format::Layout, ArchiveFormat::Layout, Tar, Compression::Zstd);
    }
}

void TestExporting::writes()
{
    QFETCH(QString, source);
    QFETCH(QString, name);
    QFETCH(std::optional<Format>, format);
    QFETCH(ArchiveFormat, written);
    QFETCH(ArchiveCarrier, carrier);
    QFETCH(Compression, compression);
    Bench bench;
    bench.open(source == "docker"_L1 ? fixture::oldDocker({App, Tool})
            : source == "new docker"_L1
            ? fixture::newDocker({App, Tool})
            : fixture::layout({App, Tool}, source == "layout"_L1 ? QString() : u"gzip"_s));
    const ExportReport report = bench.write({u"app:1"_s, u"tool:1"_s}, name, format);
    QVERIFY2(!report.error, report.error ? qPrintable(report.error->detail) : "");
    QCOMPARE(report.images, 2);
    QVERIFY(report.size > 0);
    const Result<OpenedArchive> archive = openArchive(bench.path(name), Digests::Omitted);
    QVERIFY(archive.has_value());
    QCOMPARE(archive->format, written);
    QCOMPARE(archive->carrier, carrier);
    QCOMPARE(archive->compression, compression);
    const QMap<QString, QStringList> expected{
        {fixture::idOf(App), {u"app:1"_s}}, {fixture::idOf(Tool), {u"tool:1"_s}}};
    QCOMPARE(imagesIn(bench.path(name)), expected);
    QCOMPARE(bench.files().size(), 1);
}

void TestExporting::takesAllNamesOfAnId()
{
    Bench bench;
    bench.open(fixture::oldDocker({App, Tool}));
    QVERIFY(!bench.write({fixture::idOf(App), u"app:1"_s}, u"a.tar"_s).error);
    const QMap<QString, QStringList> expected{{fixture::idOf(App), {u"app:1"_s, u"app:latest"_s}}};
    QCOMPARE(imagesIn(bench.path(u"a.tar"_s)), expected);
}

void TestExporting::namesBareTagsAfterTheStore()
{
    Bench bench;
    bench.open(fixture::layout({{.names = {u"latest"_s}, .layers = {u"x"_s}}}));
    QVERIFY(!bench.write({u"latest"_s}, u"a.tar"_s).error);
    QCOMPARE(imagesIn(bench.path(u"a.tar"_s)).values(), QList<QStringList>{{u"source:latest"_s}});
}

void TestExporting::refusesWhatIsThere()
{
    Bench bench;
    bench.open(fixture::oldDocker({App}));
    QVERIFY(fixture::write(bench.path(u"a.tar"_s), "mine"));
    QCOMPARE(bench.write({u"app:1"_s}, u"a.tar"_s).error.value_or(Error()).code, ErrorCode::TargetExists);
    QCOMPARE(contentOf(bench.path(u"a.tar"_s)), QByteArray("mine"));
    QCOMPARE(bench.files(), QStringList(u"a.tar"_s));
}

void TestExporting::replacesNoPipe()
{
    Bench bench;
    bench.open(fixture::oldDocker({App}));
    if (QProcess::execute(u"mkfifo"_s, {bench.path(u"pipe"_s)}) != 0) {
        QSKIP("mkfifo is not installed");
    }
    for (const Existing existing : {Existing::Add, Existing::Replace}) {
        const ExportReport report = bench.write({u"app:1"_s}, u"pipe"_s, {}, existing);
        QCOMPARE(report.error.value_or(Error()).code, ErrorCode::FileFailed);
        QVERIFY(!QFileInfo(bench.path(u"pipe"_s)).isFile());
        QVERIFY(QFileInfo::exists(bench.path(u"pipe"_s)));
    }
    // To read one is to wait for its writer.
    REQUIRE_ERROR(openArchive(bench.path(u"pipe"_s), Digests::Omitted), ErrorCode::NotAnArchive);
}

void TestExporting::adds_data()
{
    QTest::addColumn<QString>("form");
    for (const char *form : {"docker", "layout", "folder"}) {
        QTest::addRow("%s", form) << QString::fromLatin1(form);
    }
}

void TestExporting::adds()
{
    QFETCH(QString, form);
    Bench bench;
    bench.open(fixture::oldDocker({App, Tool}));
    const QString path = bench.path(u"a.tar"_s);
    QVERIFY(form == "folder"_L1 ? fixture::writeFolder(path, fixture::layout({Newer}))
                                : fixture::write(path,
                                      fixture::tar(form == "docker"_L1 ? fixture::oldDocker({Newer})
                                                                       : fixture::layout({Newer}))));
    const ExportReport report = bench.write({fixture::idOf(App)}, u"a.tar"_s, {}, Existing::Add);
    QVERIFY(!report.error);
    const QMap<QString, QStringList> expected{
        {fixture::idOf(App), {u"app:1"_s, u"app:latest"_s}}, {fixture::idOf(Newer), {}}};
    QCOMPARE(imagesIn(path), expected);
    QCOMPARE(report.moved.size(), 1);
    QCOMPARE(report.moved.first().reference.text(), u"app:latest"_s);
    QCOMPARE(report.format, form == "docker"_L1 ? Format::Docker : Format::Layout);
    QCOMPARE(bench.files(), QStringList(u"a.tar"_s));
}

void TestExporting::replacesAFile()
{
    Bench bench;
    bench.open(fixture::oldDocker({App, Tool}));
    const QString path = bench.path(u"a.tar"_s);
    QVERIFY(fixture::write(path, fixture::tar(fixture::oldDocker({Newer}))));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(!bench.write({u"tool:1"_s}, u"a.tar"_s, {}, Existing::Replace).error);
    QCOMPARE(imagesIn(path).keys(), QStringList(fixture::idOf(Tool)));
    QVERIFY(!QFile::permissions(path).testFlag(QFile::ReadOther));
    QCOMPARE(bench.files(), QStringList(u"a.tar"_s));
}

void TestExporting::replacesALayoutAndLeavesOtherFiles()
{
    Bench bench;
    bench.open(fixture::oldDocker({App, Tool}));
    const QString path = bench.path(u"a"_s);
    QVERIFY(fixture::writeFolder(path, fixture::layout({Newer})));
    QVERIFY(fixture::write(path + "/README"_L1, "mine"));
    const ExportReport report = bench.write({u"tool:1"_s}, u"a"_s, Format::Layout, Existing::Replace);
    QVERIFY(!report.error);
    QCOMPARE(imagesIn(path).keys(), QStringList(fixture::idOf(Tool)));
    QCOMPARE(contentOf(path + "/README"_L1), QByteArray("mine"));
    // The layers of the one that went are gone as well: a base layer, one of its own and its configuration.
    QCOMPARE(QDir(path + "/blobs/sha256"_L1).entryList(QDir::Files).size(), 4);
}

void TestExporting::writesIntoAnEmptyFolder()
{
    Bench bench;
    bench.open(fixture::oldDocker({App}));
    QVERIFY(QDir(bench.folder.path()).mkdir(u"out/a"_s));
    QVERIFY(!bench.write({u"app:1"_s}, u"a"_s).error);
    QCOMPARE(imagesIn(bench.path(u"a"_s)).keys(), QStringList(fixture::idOf(App)));
}

void TestExporting::refusesAFolderOfOtherThings()
{
    Bench bench;
    bench.open(fixture::oldDocker({App}));
    QVERIFY(fixture::writeFolder(bench.path(u"a"_s), {{.path = u"letter"_s, .content = "mine"}}));
    for (const Existing existing : {Existing::Add, Existing::Replace}) {
        const ExportReport report = bench.write({u"app:1"_s}, u"a"_s, {}, existing);
        QCOMPARE(report.error.value_or(Error()).code, ErrorCode::NotAnArchive);
        QCOMPARE(contentOf(bench.path(u"a/letter"_s)), QByteArray("mine"));
    }
}

void TestExporting::refusesItself()
{
    Bench bench;
    bench.open(fixture::oldDocker({App, Tool}));
    for (const Existing existing : {Existing::Refuse, Existing::Add, Existing::Replace}) {
        const ExportReport report = bench.write({u"app:1"_s}, u"../source.tar"_s, {}, existing);
        QCOMPARE(report.error.value_or(Error()).code, ErrorCode::SameFile);
    }
    QCOMPARE(imagesIn(bench.folder.filePath(u"source.tar"_s)).size(), 2);
}

void TestExporting::refusesArtifacts()
{
    Bench bench;
    bench.open(fixture::oldDocker({App, Tool}));
    QList<Image> images = bench.snapshot->images();
    images[0].variants = {{.kind = ImageVariant::Kind::Foreign, .name = u"application/helm"_s}};
    bench.snapshot = std::make_shared<const Snapshot>(bench.snapshot->store(), images, QList<Container>());
    const ExportReport report = bench.write({images[0].id.text(), images[1].id.text()}, u"a.tar"_s);
    QCOMPARE(report.error.value_or(Error()).code, ErrorCode::LayoutOnly);
    QCOMPARE(report.error->detail, images[0].references.first().text());
    QCOMPARE(bench.files(), QStringList());
}

void TestExporting::refusesImagesWithoutLayers()
{
    const SavedImages images(u"app:1 [debian]\nbare:1 []\nempty:1 []"_s);
    Bench bench;
    bench.store = std::make_unique<SavingStore>(images);
    bench.snapshot = images.snapshot;
    const ExportReport report = bench.write({u"app:1"_s, u"bare:1"_s, u"empty:1"_s}, u"a.tar"_s);
    QCOMPARE(report.error.value_or(Error()).code, ErrorCode::NoLayers);
    QVERIFY(report.error->detail.contains(u"bare:1"_s) && report.error->detail.contains(u"empty:1"_s));
    QVERIFY(!report.error->detail.contains(u"app:1"_s));
    QCOMPARE(bench.files(), QStringList());
}

void TestExporting::noticesThatANameMoved()
{
    const SavedImages images(u"app:1 [debian]\nother:1 [perl]"_s);
    Bench bench;
    auto store = std::make_unique<SavingStore>(images);
    QVERIFY(store->tag(images.idOf(u"other:1"_s), Reference(u"app:1"_s), {}).has_value());
    bench.store = std::move(store);
    bench.snapshot = images.snapshot;
    const ExportReport report = bench.write({u"app:1"_s}, u"a.tar"_s);
    QCOMPARE(report.error.value_or(Error()).code, ErrorCode::ReferenceMoved);
    QCOMPARE(bench.files(), QStringList());
}

void TestExporting::noticesADamagedArchive()
{
    const SavedImages images(u"app:1 [debian perl]"_s);
    for (const qsizetype lost : {qsizetype(2000), qsizetype(30'000)}) {
        Bench bench;
        auto store = std::make_unique<SavingStore>(images);
        store->damage = [&](const QByteArray &archive) { return archive.first(archive.size() - lost); };
        bench.store = std::move(store);
        bench.snapshot = images.snapshot;
        const ExportReport report = bench.write({u"app:1"_s}, u"a.tar"_s);
        QCOMPARE(report.error.value_or(Error()).code, ErrorCode::BrokenArchive);
        QCOMPARE(bench.files(), QStringList());
    }
}

void TestExporting::cancelLeavesNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Format>("format");
    QTest::addColumn<BackupProgress::Phase>("phase");
    using Phase = BackupProgress::Phase;
    for (const auto &[text, phase] : {std::pair("saving", Phase::Saving),
             std::pair("verifying", Phase::Verifying), std::pair("converting", Phase::Copying)}) {
        QTest::addRow("%s to a folder", text) << u"a"_s << Format::Layout << phase;
        QTest::addRow("%s to a layout", text) << u"a.tar.gz"_s << Format::Layout << phase;
        if (phase != Phase::Copying) {
            QTest::addRow("%s to an archive", text) << u"a.tar.gz"_s << Format::Docker << phase;
        }
    }
}

void TestExporting::cancelLeavesNothing()
{
    QFETCH(QString, name);
    QFETCH(Format, format);
    QFETCH(BackupProgress::Phase, phase);
    const SavedImages images(u"app:1 [debian perl]"_s);
    Bench bench;
    bench.store = std::make_unique<SavingStore>(images);
    bench.snapshot = images.snapshot;
    bool isReached = false;
    bench.onProgress = [&](const BackupProgress &now) {
        if (now.phase == phase) {
            isReached = true;
            bench.cancel.request();
        }
    };
    const ExportReport report = bench.write({u"app:1"_s}, name, format);
    QVERIFY(isReached);
    QCOMPARE(report.error.value_or(Error()).code, ErrorCode::Cancelled);
    QCOMPARE(bench.files(), QStringList());
}

void TestExporting::cancelLeavesWhatWasThere_data()
{
    QTest::addColumn<bool>("isFolder");
    QTest::addColumn<Existing>("existing");
    QTest::addRow("adding to a folder") << true << Existing::Add;
    QTest::addRow("replacing a folder") << true << Existing::Replace;
    QTest::addRow("adding to a file") << false << Existing::Add;
    QTest::addRow("replacing a file") << false << Existing::Replace;
}

void TestExporting::cancelLeavesWhatWasThere()
{
    QFETCH(bool, isFolder);
    QFETCH(Existing, existing);
    Bench bench;
    bench.open(fixture::oldDocker({App, Tool}));
    const QString path = bench.path(u"a"_s);
    QVERIFY(isFolder ? fixture::writeFolder(path, fixture::layout({Newer}))
                     : fixture::write(path, fixture::tar(fixture::layout({Newer}))));
    const QStringList blobs = QDir(path + "/blobs/sha256"_L1).entryList(QDir::Files);
    const QByteArray content = contentOf(path);
    bench.onProgress = [&](const BackupProgress &now) {
        if (now.phase == BackupProgress::Phase::Copying) {
            bench.cancel.request();
        }
    };
    const ExportReport report =
        bench.write({u"app:1"_s}, u"a"_s, isFolder ? Format::Layout : Format::Docker, existing);
    if (!isFolder && existing == Existing::Replace) {
        // What was saved is renamed at once.
        QVERIFY(!report.error);
        return;
    }
    QCOMPARE(report.error.value_or(Error()).code, ErrorCode::Cancelled);
    QCOMPARE(QDir(path + "/blobs/sha256"_L1).entryList(QDir::Files), blobs);
    QCOMPARE(contentOf(path), content);
    QCOMPARE(imagesIn(path).keys(), QStringList(fixture::idOf(Newer)));
    QCOMPARE(bench.files(), QStringList(u"a"_s));
}

void TestExporting::aKilledRunsDraftGoes()
{
    Bench bench;
    bench.open(fixture::oldDocker({App}));
    QVERIFY(fixture::write(bench.path(u".a.tar.jettison-part"_s), "half"));
    QVERIFY(fixture::writeFolder(
        bench.path(u".a.tar.jettison-part.d"_s), {{.path = u"blobs/sha256/1"_s, .content = "half"}}));
    QVERIFY(!bench.write({u"app:1"_s}, u"a.tar"_s).error);
    QCOMPARE(bench.files(), QStringList(u"a.tar"_s));
}

void TestExporting::twoDoNotWriteToOneTarget()
{
    Bench bench;
    bench.open(fixture::oldDocker({App}));
    const QString draft = bench.path(u".a.tar.jettison-part"_s);
    QVERIFY(fixture::write(draft, "half"));
    QLockFile lock(draft + ".lock"_L1);
    QVERIFY(lock.tryLock());
    QCOMPARE(bench.write({u"app:1"_s}, u"a.tar"_s).error.value_or(Error()).code, ErrorCode::Conflict);
    QVERIFY(QFile::exists(draft));
    lock.unlock();
    QVERIFY(!bench.write({u"app:1"_s}, u"a.tar"_s).error);
}

void TestExporting::tellsHowFarItIs()
{
    Bench bench;
    bench.open(fixture::oldDocker({App, Tool}));
    QVERIFY(!bench.write({u"app:1"_s}, u"a"_s, Format::Layout).error);
    QList<BackupProgress::Phase> phases;
    for (const BackupProgress &now : bench.told) {
        if (phases.isEmpty() || phases.last() != now.phase) {
            phases << now.phase;
        }
    }
    QCOMPARE(phases,
        (QList{BackupProgress::Phase::Saving, BackupProgress::Phase::Verifying,
            BackupProgress::Phase::Copying}));
    // Both layers of one image, and no other's.
    QCOMPARE_GE(bench.told.first().expected, 75'000);
    QCOMPARE_LT(bench.told.first().expected, 79'000);
}

QTEST_GUILESS_MAIN(TestExporting)
#include "tst_exporting.moc"
