// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/importing.h"

#include "fakes/savingstore.h"
#include "jobs/scan.h"
#include "stores/archivefixture.h"
#include "stores/storefactory.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

const fixture::Image App{.names = {u"app:1"_s, u"app:latest"_s}, .layers = {u"base=5000"_s, u"app=70000"_s}};
const fixture::Image Tool{.names = {u"tool:1"_s}, .layers = {u"base=5000"_s, u"tool=3000"_s}};
const fixture::Image Newer{.names = {u"app:latest"_s}, .layers = {u"base=5000"_s, u"newer=3000"_s}};
const fixture::Image Moved{.names = {u"moved:1"_s}, .layers = {u"other=100"_s, u"tool=3000"_s}};

constexpr auto Forms = {"docker", "new docker", "layout", "packed layout"};

FixtureFiles filesOf(const QString &form, const QList<fixture::Image> &images)
{
    if (form == "docker"_L1) {
        return fixture::oldDocker(images);
    }
    return form == "new docker"_L1 ? fixture::newDocker(images)
                                   : fixture::layout(images, form == "layout"_L1 ? QString() : u"gzip"_s);
}

// Bytes of the files that layers of images are in, and how many there are.
std::pair<qint64, int> layersIn(const QString &path)
{
    QHash<QString, qint64> sizes;
    const Result<OpenedArchive> archive = openArchive(path, Digests::Computed);
    for (const ArchivedImage &image : archive ? archive->images : QList<ArchivedImage>()) {
        for (const ArchivedLayer &layer : image.platforms.first().layers) {
            sizes.insert(layer.path, layer.size);
        }
    }
    qint64 bytes = 0;
    for (const qint64 size : sizes) {
        bytes += size;
    }
    return {bytes, int(sizes.size())};
}

QStringList textsOf(const QList<Reference> &references)
{
    QStringList texts;
    std::ranges::transform(references, std::back_inserter(texts), &Reference::text);
    texts.sort();
    return texts;
}

/// An archive, and a store to take it in.
struct Bench
{
    QTemporaryDir folder;
    std::unique_ptr<Store> store;
    SnapshotPtr snapshot;
    CancelToken cancel;

    QString source() const { return folder.filePath(u"source.tar"_s); }
    QString target() const { return folder.filePath(u"target.tar"_s); }

    void write(const FixtureFiles &files) const { QVERIFY(fixture::write(source(), fixture::tar(files))); }
    void openFile(const FixtureFiles &files)
    {
        QVERIFY(fixture::write(target(), fixture::tar(files)));
        store = endpointOfFile(target()).and_then(makeStore).value();
        refresh();
    }
    void refresh()
    {
        LayerReader reader{ContentCache()};
        snapshot = scan(*store, reader, {}).value();
    }
    // What an archive holds, as if an engine had loaded it.
    void asEngine()
    {
        ImageContents contents;
        for (const Image &image : snapshot->images()) {
            contents.insert(image.id, store->content(image.id, {}).value());
        }
        snapshot =
            std::make_shared<const Snapshot>(StoreInfo{}, snapshot->images(), QList<Container>(), contents);
    }
    Result<ReadImport> read() const
    {
        return readForImport(source(), *snapshot, cancel, [](const BackupProgress &) { });
    }
    ImportReport import(const ReadImport &read, const QList<RemovalTarget> &targets) const
    {
        return importImages({.path = source(), .targets = targets}, read.archive, *store, cancel,
            [](const BackupProgress &) { });
    }
};

} // namespace

class TestImporting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsToAFileWhatItSaid_data();
    void addsToAFileWhatItSaid();
    void countsWhatIsNewInAnEngine();
    void knowsHowPodmanCallsAndCounts();
    void takesTheChosenImagesAlone();
    void tellsWhoLosesAName();
    void whatIsThereAddsNothing();
    void findsAnImageInAnotherForm();
    void sumsUpEachLayerOnce();
    void loadsIntoAnEngine();
    void keepsArtifactsFromEngines();
    void sendsNothingOfADamagedArchive_data();
    void sendsNothingOfADamagedArchive();
    void noticesThatTheFileChanged();
    void cancelEndsTheLoading();
};

void TestImporting::addsToAFileWhatItSaid_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("source");
    for (const char *target : Forms) {
        for (const char *source : Forms) {
            QTest::addRow("%s into %s", source, target)
                << QString::fromLatin1(target) << QString::fromLatin1(source);
        }
    }
}

void TestImporting::addsToAFileWhatItSaid()
{
    QFETCH(QString, target);
    QFETCH(QString, source);
    Bench bench;
    bench.openFile(filesOf(target, {Newer}));
    bench.write(filesOf(source, {App, Tool}));
    const Result<ReadImport> read = bench.read();
    QVERIFY(read.has_value());
    const ImportPreview::Sum sum = read->preview.sumOf(read->preview.everything());
    const auto [bytesBefore, layersBefore] = layersIn(bench.target());
    const ImportReport report = bench.import(*read, read->preview.everything());
    QVERIFY2(report.isComplete(), report.error ? qPrintable(report.error->detail) : "names");
    const auto [bytes, layers] = layersIn(bench.target());
    QCOMPARE(sum.images, 2);
    QCOMPARE(sum.layers, 3);
    QCOMPARE(sum.newLayers, layers - layersBefore);
    QCOMPARE(sum.bytes, (ByteCount{.bytes = bytes - bytesBefore}));
    QCOMPARE(report.imported.size(), 2);
    QCOMPARE(textsOf(report.tagged), (QStringList{u"app:1"_s, u"app:latest"_s, u"tool:1"_s}));
    // What the preview called them is what they are called.
    bench.refresh();
    for (const ImportPreview::Entry &entry : read->preview.images) {
        QVERIFY(bench.snapshot->image(entry.ids.first()));
    }
}

void TestImporting::countsWhatIsNewInAnEngine()
{
    Bench bench;
    bench.openFile(fixture::oldDocker({Newer, Tool}));
    bench.asEngine();
    for (const char *form : Forms) {
        bench.write(filesOf(QString::fromLatin1(form), {App, Tool, Moved}));
        const Result<ReadImport> read = bench.read();
        QVERIFY(read.has_value());
        // The layer of the tool is there, but not on another one: an engine keeps it twice.
        const ImportPreview::Sum sum = read->preview.sumOf(read->preview.everything());
        QCOMPARE(sum.layers, 5);
        QCOMPARE(sum.newLayers, 3);
        QCOMPARE(sum.bytes, (ByteCount{.bytes = 70'000 + 100 + 3000}));
        QStringList states;
        for (const ImportPreview::Entry &entry : read->preview.images) {
            states << (entry.isComplete() ? u"complete"_s : entry.isPresent() ? u"there"_s : u"new"_s);
            QCOMPARE(entry.platforms, QStringList(u"linux/amd64"_s));
        }
        states.sort();
        QCOMPARE(states, (QStringList{u"complete"_s, u"new"_s, u"new"_s}));
    }
}

void TestImporting::knowsHowPodmanCallsAndCounts()
{
    Bench bench;
    bench.write(fixture::layout(
        {{.names = {u"app:1"_s, u"quay.io/app:1"_s, u"me/app:1"_s}, .layers = {u"x=600"_s}}}));
    bench.snapshot = std::make_shared<const Snapshot>(
        StoreInfo{.endpoint = {}, .name = {}, .version = {}, .apiVersion = {}, .traits = podmanTraits()},
        QList<Image>(), QList<Container>(), ImageContents());
    const Result<ReadImport> read = bench.read();
    QVERIFY(read.has_value());
    QStringList names;
    for (const ImportPreview::Name &name : read->preview.images.first().names) {
        names << name.inStore.text();
    }
    names.sort();
    QCOMPARE(names, (QStringList{u"localhost/app:1"_s, u"localhost/me/app:1"_s, u"quay.io/app:1"_s}));
    // It tells the size of the whole layer, heads and padding included.
    QCOMPARE(read->preview.sumOf(read->preview.everything()).bytes,
        (ByteCount{.bytes = fixture::layer(u"x=600"_s).size()}));
}

void TestImporting::takesTheChosenImagesAlone()
{
    Bench bench;
    bench.openFile(fixture::oldDocker({Newer}));
    bench.write(fixture::oldDocker({App, Tool}));
    const Result<ReadImport> read = bench.read();
    const RemovalTarget chosen{.image = ImageId(fixture::idOf(App)), .references = {Reference(u"app:1"_s)}};
    const ImportReport report = bench.import(*read, {chosen});
    QVERIFY(report.isComplete());
    QCOMPARE(textsOf(report.tagged), QStringList(u"app:1"_s));
    QVERIFY(report.moved.isEmpty());
    bench.refresh();
    QCOMPARE(bench.snapshot->images().size(), 2);
    QVERIFY(!bench.snapshot->image(ImageId(fixture::idOf(Tool))));
    QCOMPARE(textsOf(bench.snapshot->image(ImageId(fixture::idOf(Newer)))->references),
        QStringList(u"app:latest"_s));
}

void TestImporting::tellsWhoLosesAName()
{
    Bench bench;
    bench.openFile(fixture::oldDocker({Newer}));
    bench.write(fixture::oldDocker({App}));
    const Result<ReadImport> read = bench.read();
    const QList<MovedName> moved{{.reference = Reference(u"app:latest"_s),
        .from = ImageId(fixture::idOf(Newer)),
        .to = ImageId(fixture::idOf(App))}};
    QCOMPARE(read->preview.movedBy(read->preview.everything()), moved);
    const RemovalTarget first{.image = moved[0].to, .references = {Reference(u"app:1"_s)}};
    QVERIFY(read->preview.movedBy({first}).isEmpty());
    QCOMPARE(bench.import(*read, read->preview.everything()).moved, moved);
}

void TestImporting::whatIsThereAddsNothing()
{
    for (const char *form : Forms) {
        Bench bench;
        bench.openFile(filesOf(QString::fromLatin1(form), {App, Tool}));
        bench.write(filesOf(QString::fromLatin1(form), {App}));
        const Result<ReadImport> read = bench.read();
        QVERIFY(read->preview.images.first().isComplete());
        const ImportPreview::Sum sum = read->preview.sumOf(read->preview.everything());
        QCOMPARE(sum.newLayers, 0);
        QCOMPARE(sum.bytes, ByteCount());
        const ImportReport report = bench.import(*read, read->preview.everything());
        QVERIFY(report.isComplete());
        QCOMPARE(report.present.size(), 1);
        QVERIFY(report.imported.isEmpty() && report.tagged.isEmpty());
    }
}

void TestImporting::findsAnImageInAnotherForm()
{
    Bench bench;
    bench.openFile(fixture::layout({App}, u"gzip"_s));
    bench.write(fixture::oldDocker({App}));
    const Result<ReadImport> read = bench.read();
    QVERIFY(read->preview.images.first().isComplete());
    QCOMPARE(read->preview.images.first().presentId, bench.snapshot->images().first().id);
}

void TestImporting::sumsUpEachLayerOnce()
{
    Image first;
    first.id = ImageId(u"a"_s);
    Image second;
    second.id = ImageId(u"b"_s);
    const ImportPreview preview{
        .images = {{.image = first, .layers = {0, 1}}, {.image = second, .layers = {0, 2}}},
        .layers = {{.size = 10}, {.size = 20, .isNew = false}, {.size = 40, .isEstimate = true}}};
    const RemovalTarget a{.image = ImageId(u"a"_s)};
    const RemovalTarget b{.image = ImageId(u"b"_s)};
    QCOMPARE(preview.sumOf({}), ImportPreview::Sum());
    QCOMPARE(preview.sumOf({a, a}),
        (ImportPreview::Sum{.images = 1, .layers = 2, .newLayers = 1, .bytes = {.bytes = 10}}));
    QCOMPARE(preview.sumOf({a, b}),
        (ImportPreview::Sum{
            .images = 2, .layers = 3, .newLayers = 2, .bytes = {.bytes = 50, .isEstimate = true}}));
}

void TestImporting::loadsIntoAnEngine()
{
    const SavedImages images(u"app:1 [debian perl]\ntool:1 [debian]"_s);
    Bench bench;
    QVERIFY(fixture::write(bench.source(), images.archive({u"app:1"_s, u"tool:1"_s})));
    auto store = std::make_unique<SavingStore>(images);
    QVERIFY(store->removeReference(Reference(u"app:1"_s), {}).has_value());
    bench.store = std::move(store);
    bench.refresh();
    const Result<ReadImport> read = bench.read();
    QVERIFY(read.has_value());
    const ImportReport report = bench.import(*read, read->preview.everything());
    QCOMPARE(report.imported, QList{images.idOf(u"app:1"_s)});
    QCOMPARE(report.present, QList{images.idOf(u"tool:1"_s)});
    // This store gives no names, and says that all went well.
    QCOMPARE(report.untagged, QList{ImportReport::LostName{.reference = Reference(u"app:1"_s)}});
    QVERIFY(!report.isComplete());
}

void TestImporting::keepsArtifactsFromEngines()
{
    Bench bench;
    const QByteArray config = "{}";
    const QByteArray chart = "chart";
    const QByteArray manifest = fixture::json({{u"schemaVersion"_s, 2},
        {u"config"_s, fixture::descriptorOf(u"application/vnd.cncf.helm.config.v1+json"_s, config)},
        {u"layers"_s,
            QJsonArray{
                fixture::descriptorOf(u"application/vnd.cncf.helm.chart.content.v1.tar+gzip"_s, chart)}}});
    const QString type = u"application/vnd.oci.image.manifest.v1+json"_s;
    bench.write({{.path = u"oci-layout"_s, .content = R"({"imageLayoutVersion":"1.0.0"})"},
        {.path = u"index.json"_s,
            .content = fixture::json({{u"schemaVersion"_s, 2},
                {u"manifests"_s, QJsonArray{fixture::descriptorOf(type, manifest)}}})},
        {.path = fixture::blobPath(manifest), .content = manifest},
        {.path = fixture::blobPath(config), .content = config},
        {.path = fixture::blobPath(chart), .content = chart}});
    bench.openFile(fixture::oldDocker({App}));
    const bool engine[]{true, false};
    for (const bool isEngine : engine) {
        if (isEngine) {
            bench.asEngine();
        } else {
            bench.refresh();
        }
        const Result<ReadImport> read = bench.read();
        QVERIFY(read.has_value());
        QVERIFY(!read->preview.images.first().isPossible);
        QVERIFY(read->preview.everything().isEmpty());
    }
    bench.openFile(fixture::layout({App}));
    const Result<ReadImport> read = bench.read();
    QCOMPARE(read->preview.everything().size(), 1);
    QVERIFY(bench.import(*read, read->preview.everything()).isComplete());
}

void TestImporting::sendsNothingOfADamagedArchive_data()
{
    QTest::addColumn<QByteArray>("archive");
    const QByteArray whole = fixture::tar(fixture::oldDocker({App, Tool}));
    QTest::addRow("cut short") << whole.first(whole.size() / 2);
    QByteArray flipped = whole;
    const qsizetype at = whole.indexOf("app=70000app=70000") + 1000;
    flipped[at] = char(flipped[at] ^ 1);
    QTest::addRow("a flipped bit") << flipped;
    FixtureFiles files = fixture::oldDocker({App, Tool});
    for (FixtureFile &file : files) {
        file.content.replace("\"app:1\"", "\"app:1");
    }
    QTest::addRow("no JSON") << fixture::tar(files);
}

void TestImporting::sendsNothingOfADamagedArchive()
{
    QFETCH(QByteArray, archive);
    const SavedImages images(u"app:1 [debian]"_s);
    Bench bench;
    QVERIFY(fixture::write(bench.source(), archive));
    auto store = std::make_unique<SavingStore>(images);
    const SavingStore &sent = *store;
    bench.store = std::move(store);
    bench.snapshot = images.snapshot;
    const Result<ReadImport> read = bench.read();
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BrokenArchive);
    // Whoever does not look first gets no further.
    const Result<OpenedArchive> opened = openArchive(bench.source(), Digests::Computed);
    if (opened) {
        QList<RemovalTarget> all;
        for (const ArchivedImage &image : opened->images) {
            all << RemovalTarget{.image = image.id};
        }
        const ImportReport report = bench.import({.archive = *opened}, all);
        QCOMPARE(report.error.value_or(Error()).code, ErrorCode::BrokenArchive);
    }
    QVERIFY(!sent.requests.contains(u"load"_s));
}

void TestImporting::noticesThatTheFileChanged()
{
    const SavedImages images(u"app:1 [debian]\ntool:1 [perl]"_s);
    Bench bench;
    QVERIFY(fixture::write(bench.source(), images.archive({u"app:1"_s})));
    auto store = std::make_unique<SavingStore>(images);
    QVERIFY(store->removeReference(Reference(u"app:1"_s), {}).has_value());
    bench.store = std::move(store);
    bench.refresh();
    const Result<ReadImport> read = bench.read();
    QVERIFY(fixture::write(bench.source(), images.archive({u"tool:1"_s, u"app:1"_s})));
    const ImportReport report = bench.import(*read, read->preview.everything());
    QCOMPARE(report.error.value_or(Error()).code, ErrorCode::Conflict);
    QCOMPARE(report.missing.size(), 1);
    QVERIFY(report.imported.isEmpty());
}

void TestImporting::cancelEndsTheLoading()
{
    const SavedImages images(u"app:1 [debian perl]"_s);
    Bench bench;
    QVERIFY(fixture::write(bench.source(), images.archive({u"app:1"_s})));
    auto store = std::make_unique<SavingStore>(images);
    QVERIFY(store->removeReference(Reference(u"app:1"_s), {}).has_value());
    store->onPiece = [&](qint64) { bench.cancel.request(); };
    bench.store = std::move(store);
    bench.refresh();
    const Result<ReadImport> read = bench.read();
    QVERIFY(read.has_value());
    const ImportReport report = bench.import(*read, read->preview.everything());
    QCOMPARE(report.error.value_or(Error()).code, ErrorCode::Cancelled);
    QVERIFY(report.mayGoOn);
    QCOMPARE(report.missing.size(), 1);
}

QTEST_GUILESS_MAIN(TestImporting)
#include "tst_importing.moc"
