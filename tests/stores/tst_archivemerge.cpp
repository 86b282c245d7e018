// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archivemerge.h"

#include "stores/archivefixture.h"
#include "stores/resulttext.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

const fixture::Image App{.names = {u"app:1"_s, u"app:latest"_s}, .layers = {u"base=5000"_s, u"app=70000"_s}};
const fixture::Image Tool{.names = {u"tool:1"_s}, .layers = {u"base=5000"_s, u"tool=3000"_s}};
const fixture::Image Newer{.names = {u"app:latest"_s}, .layers = {u"base=5000"_s, u"newer=3000"_s}};

QList<WantedImage> everythingOf(const OpenedArchive &archive)
{
    QList<WantedImage> wanted;
    for (const ArchivedImage &image : archive.images) {
        wanted << WantedImage{.id = image.id, .references = image.references};
    }
    return wanted;
}

// What images are called by their configurations, with their names, whatever the form.
QMap<QString, QStringList> summaryOf(const OpenedArchive &archive)
{
    QMap<QString, QStringList> summary;
    for (const ArchivedImage &image : archive.images) {
        QStringList names;
        for (const Reference &reference : image.references) {
            names << reference.text();
        }
        names.sort();
        summary.insert(image.platforms.first().configDigest, names);
    }
    return summary;
}

QStringList diffIdsIn(const OpenedArchive &archive, const QString &config)
{
    QStringList diffIds;
    for (const ArchivedImage &image : archive.images) {
        if (image.platforms.first().configDigest == config) {
            for (const ArchivedLayer &layer : image.platforms.first().layers) {
                diffIds << layer.diffId.text();
            }
        }
    }
    return diffIds;
}

FixtureFiles filesOf(const QString &form, const QList<fixture::Image> &images)
{
    if (form.startsWith("old docker"_L1)) {
        return fixture::oldDocker(images);
    }
    if (form.startsWith("new docker"_L1)) {
        return fixture::newDocker(images);
    }
    return fixture::layout(images, form.section(u' ', 2));
}

// Layouts call images by their manifests, and these name layers as they are packed.
bool isPackedOtherwise(const QString &targetForm, const QString &sourceForm)
{
    return targetForm.startsWith("layout"_L1) && sourceForm.startsWith("layout tar "_L1);
}

} // namespace

class TestArchiveMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void merges_data();
    void merges();
    void exports_data();
    void exports();
    void unpacksLayersOfOtherKinds();
    void sharesLayersThatAreThere();
    void addsNamesAlone_data();
    void addsNamesAlone();
    void choosesAPlatform_data();
    void choosesAPlatform();
    void keepsAllPlatformsInALayout();
    void addsAPlatformToAnImageInALayout();
    void refusesArtifacts();
    void refusesDamagedSources();
    void refusesAFolderThatIsNotEmpty();
    void keepsParents();
    void writesToADevice();
    void countsNewLayers();
    void leavesBareTagsBare();
    void namesForEngines_data();
    void namesForEngines();

private:
    QString make(const QString &form, const QList<fixture::Image> &images);
    Result<OpenedArchive> open(const FixtureFiles &files);

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_count = 0;
};

void TestArchiveMerge::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestArchiveMerge::make(const QString &form, const QList<fixture::Image> &images)
{
    const FixtureFiles files = filesOf(form, images);
    const QString path = m_folder->filePath(u"archive%1"_s.arg(++m_count));
    const bool isMade = form.contains("folder"_L1) ? fixture::writeFolder(path, files)
                                                   : fixture::write(path, fixture::tar(files));
    return isMade ? path : QString();
}

Result<OpenedArchive> TestArchiveMerge::open(const FixtureFiles &files)
{
    const QString path = m_folder->filePath(u"archive%1"_s.arg(++m_count));
    return fixture::write(path, fixture::tar(files)) ? openArchive(path, Digests::Computed)
                                                     : fail(ErrorCode::FileFailed, path);
}

void TestArchiveMerge::merges_data()
{
    QTest::addColumn<QString>("targetForm");
    QTest::addColumn<QString>("sourceForm");
    const QStringList sources{u"old docker"_s, u"new docker"_s, u"layout tar"_s, u"layout tar gzip"_s,
        u"layout tar zstd"_s, u"layout folder"_s};
    for (const char *target : {"old docker", "new docker", "layout tar", "layout folder"}) {
        for (const QString &source : sources) {
            QTest::addRow("%s into %s", qPrintable(source), target) << QString::fromLatin1(target) << source;
        }
    }
}

void TestArchiveMerge::merges()
{
    QFETCH(QString, targetForm);
    QFETCH(QString, sourceForm);
    const QString path = make(targetForm, {App, Tool});
    const Result<OpenedArchive> target = openArchive(path, Digests::Computed);
    const Result<OpenedArchive> source = openArchive(make(sourceForm, {Newer, Tool}), Digests::Computed);
    REQUIRE_VALUE(target);
    REQUIRE_VALUE(source);
    const Result<Merge> merge = planMerge(*target, *source, everythingOf(*source));
    REQUIRE_VALUE(merge);
    QCOMPARE(merge->moved.size(), isPackedOtherwise(targetForm, sourceForm) ? 2 : 1);
    QCOMPARE(merge->moved[0].reference, Reference(u"app:latest"_s));
    QCOMPARE(merge->moved[0].from, target->images[0].id);
    REQUIRE_VALUE(rewriteArchive(*target, merge->rewrite, &*source));
    const Result<OpenedArchive> after = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(after);
    QMap<QString, QStringList> expected{
        {fixture::idOf(App), {u"app:1"_s}},
        {fixture::idOf(Newer), {u"app:latest"_s}},
        {fixture::idOf(Tool), {u"tool:1"_s}},
    };
    QCOMPARE(summaryOf(*after), expected);
    const QStringList layers = diffIdsIn(*after, fixture::idOf(Newer));
    QCOMPARE(layers,
        (QStringList{fixture::digestOf(fixture::layer(u"base=5000"_s)),
            fixture::digestOf(fixture::layer(u"newer=3000"_s))}));
    for (const ArchivedImage &image : after->images) {
        REQUIRE_VALUE(verifyImages(after->catalog, after->images, {image.id}));
    }
    QVERIFY(!after->catalog.files.value(u"repositories"_s).json.contains("latest"));
}

void TestArchiveMerge::exports_data()
{
    QTest::addColumn<ArchiveFormat>("format");
    QTest::addColumn<bool>("isFolder");
    QTest::addColumn<Compression>("compression");
    QTest::addColumn<QString>("sourceForm");
    const QStringList sources{
        u"old docker"_s, u"new docker"_s, u"layout tar gzip"_s, u"layout folder"_s, u"layout tar zstd"_s};
    for (const QString &source : sources) {
        const auto add = [&](const char *name, ArchiveFormat format, bool isFolder, Compression kind) {
            QTest::addRow("%s to %s", qPrintable(source), name) << format << isFolder << kind << source;
        };
        add("docker", ArchiveFormat::Docker, false, Compression::None);
        add("packed docker", ArchiveFormat::Docker, false, Compression::Zstd);
        add("layout folder", ArchiveFormat::Layout, true, Compression::None);
        add("layout tar", ArchiveFormat::Layout, false, Compression::Gzip);
    }
}

void TestArchiveMerge::exports()
{
    QFETCH(ArchiveFormat, format);
    QFETCH(bool, isFolder);
    QFETCH(Compression, compression);
    QFETCH(QString, sourceForm);
    const Result<OpenedArchive> source = openArchive(make(sourceForm, {App, Tool}), Digests::Computed);
    REQUIRE_VALUE(source);
    const OpenedArchive empty = emptyArchive(format);
    const Result<Merge> merge = planMerge(empty, *source, {everythingOf(*source).first()});
    REQUIRE_VALUE(merge);
    const QString path = m_folder->filePath(u"export"_s);
    REQUIRE_VALUE(isFolder ? writeArchiveFolder(path, empty, merge->rewrite, *source)
                           : writeArchiveFile(path, compression, empty, merge->rewrite, *source));
    const Result<OpenedArchive> written = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(written);
    QCOMPARE(written->format, format);
    QCOMPARE(written->compression, compression);
    QCOMPARE(written->images.size(), 1);
    QCOMPARE(written->images[0].id, merge->ids[source->images[0].id]);
    QCOMPARE(summaryOf(*written), (QMap<QString, QStringList>{{fixture::idOf(App), App.names}}));
    REQUIRE_VALUE(verifyImages(written->catalog, written->images, {written->images[0].id}));
    QVERIFY(written->catalog.find(u"oci-layout"_s));
    if (format == ArchiveFormat::Docker) {
        QCOMPARE(written->images[0].id.text(), fixture::idOf(App));
        QCOMPARE(written->images[0].aliases.size(), 1);
    } else if (source->format == ArchiveFormat::Layout) {
        QCOMPARE(written->images[0].id, source->images[0].id);
    }
}

// Layouts have no media type for them.
void TestArchiveMerge::unpacksLayersOfOtherKinds()
{
    const QStringList kinds{u"gzip"_s, u"zstd"_s, u"xz"_s, u"bzip2"_s};
    fixture::Image image{.names = {u"mixed:1"_s}};
    for (const QString &kind : kinds) {
        image.layers << kind + "=9000"_L1;
    }
    FixtureFiles files = fixture::oldDocker({image});
    for (const QString &kind : kinds) {
        for (FixtureFile &file : files) {
            if (file.content == fixture::layer(kind + "=9000"_L1)) {
                file.content = fixture::packed(file.content, kind);
            }
        }
    }
    const Result<OpenedArchive> source = open(files);
    REQUIRE_VALUE(source);
    const OpenedArchive empty = emptyArchive(ArchiveFormat::Layout);
    const Result<Merge> merge = planMerge(empty, *source, everythingOf(*source));
    REQUIRE_VALUE(merge);
    const QString path = m_folder->filePath(u"export"_s);
    REQUIRE_VALUE(writeArchiveFolder(path, empty, merge->rewrite, *source));
    const Result<OpenedArchive> written = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(written);
    QStringList types;
    for (const ArchivedLayer &layer : written->images[0].platforms[0].layers) {
        types << layer.mediaType.section(u'.', -1);
    }
    QCOMPARE(types, (QStringList{u"tar+gzip"_s, u"tar+zstd"_s, u"tar"_s, u"tar"_s}));
    REQUIRE_VALUE(verifyImages(written->catalog, written->images, {written->images[0].id}));
}

void TestArchiveMerge::sharesLayersThatAreThere()
{
    const Result<OpenedArchive> target = open(fixture::oldDocker({App}));
    const Result<OpenedArchive> source = open(fixture::layout({Newer}, u"gzip"_s));
    REQUIRE_VALUE(target);
    REQUIRE_VALUE(source);
    const Result<Merge> merge = planMerge(*target, *source, everythingOf(*source));
    REQUIRE_VALUE(merge);
    QCOMPARE(merge->rewrite.added.size(), 1);
    QCOMPARE(addedBytes(merge->rewrite), fixture::layer(u"newer=3000"_s).size());
}

void TestArchiveMerge::addsNamesAlone_data()
{
    merges_data();
}

void TestArchiveMerge::addsNamesAlone()
{
    QFETCH(QString, targetForm);
    QFETCH(QString, sourceForm);
    fixture::Image nameless = App;
    nameless.names.clear();
    const QString path = make(targetForm, {nameless});
    const Result<OpenedArchive> target = openArchive(path, Digests::Computed);
    const Result<OpenedArchive> source = openArchive(make(sourceForm, {App}), Digests::Computed);
    REQUIRE_VALUE(target);
    REQUIRE_VALUE(source);
    const Result<Merge> merge = planMerge(*target, *source, everythingOf(*source));
    REQUIRE_VALUE(merge);
    if (isPackedOtherwise(targetForm, sourceForm)) {
        QVERIFY(!merge->rewrite.added.isEmpty());
        return;
    }
    QCOMPARE(merge->rewrite.added.size(), 0);
    REQUIRE_VALUE(rewriteArchive(*target, merge->rewrite, &*source));
    const Result<OpenedArchive> after = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(after);
    QCOMPARE(after->images.size(), 1);
    QCOMPARE(after->images[0].id, target->images[0].id);
    QCOMPARE(summaryOf(*after).first(), App.names);
}

void TestArchiveMerge::choosesAPlatform_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("chosen");
    QTest::addRow("asked for") << u"linux/s390x"_s << u"linux/s390x"_s;
    QTest::addRow("first asked for") << u"linux/riscv64"_s << u"linux/riscv64"_s;
    QTest::addRow("absent") << u"linux/mips"_s << QString();
    QTest::addRow("unknown") << u"plan9/amd64"_s << QString();
}

void TestArchiveMerge::choosesAPlatform()
{
    QFETCH(QString, wanted);
    QFETCH(QString, chosen);
    const auto image = [](const QString &platform) {
        return fixture::Image{.names = {u"app:1"_s}, .layers = {platform}, .platform = platform};
    };
    const Result<OpenedArchive> source = open(fixture::platforms(
        {image(u"linux/riscv64"_s), image(u"linux/s390x"_s), image(u"linux/mips"_s)}, {u"linux/mips"_s}));
    REQUIRE_VALUE(source);
    const Result<Merge> merge = planMerge(emptyArchive(ArchiveFormat::Docker), *source,
        {{.id = source->images[0].id, .references = {}, .platform = wanted}});
    if (chosen.isEmpty()) {
        REQUIRE_ERROR(merge, ErrorCode::NotFound);
        return;
    }
    REQUIRE_VALUE(merge);
    QCOMPARE(merge->ids[source->images[0].id].text(), fixture::idOf(image(chosen)));
}

void TestArchiveMerge::keepsAllPlatformsInALayout()
{
    fixture::Image arm = App;
    arm.platform = u"linux/arm64"_s;
    const Result<OpenedArchive> source = open(fixture::platforms({App, arm}, {u"linux/arm64"_s}));
    REQUIRE_VALUE(source);
    const OpenedArchive empty = emptyArchive(ArchiveFormat::Layout);
    const Result<Merge> merge = planMerge(empty, *source, everythingOf(*source));
    REQUIRE_VALUE(merge);
    const QString path = m_folder->filePath(u"export"_s);
    REQUIRE_VALUE(writeArchiveFile(path, Compression::None, empty, merge->rewrite, *source));
    const Result<OpenedArchive> written = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(written);
    QCOMPARE(written->images[0].id, source->images[0].id);
    QCOMPARE(written->images[0].platforms.size(), 2);
    QVERIFY(!written->images[0].platforms[1].isPresent);
}

void TestArchiveMerge::addsAPlatformToAnImageInALayout()
{
    fixture::Image arm = App;
    arm.platform = u"linux/arm64"_s;
    arm.layers = QStringList(u"arm=3000"_s);
    const Result<OpenedArchive> target = open(fixture::platforms({App, arm}, {u"linux/arm64"_s}));
    const Result<OpenedArchive> source = open(fixture::platforms({App, arm}, {u"linux/amd64"_s}));
    REQUIRE_VALUE(target);
    REQUIRE_VALUE(source);
    QCOMPARE(target->images[0].id, source->images[0].id);
    const Result<Merge> merge = planMerge(*target, *source, everythingOf(*source));
    REQUIRE_VALUE(merge);
    REQUIRE_VALUE(rewriteArchive(*target, merge->rewrite, &*source));
    const Result<OpenedArchive> written = openArchive(target->path, Digests::Computed);
    REQUIRE_VALUE(written);
    QCOMPARE(written->images.size(), 1);
    QCOMPARE(written->images[0].platforms.size(), 2);
    QVERIFY(std::ranges::all_of(written->images[0].platforms, &ArchivedPlatform::isPresent));
    QCOMPARE(written->images[0].references, target->images[0].references);
}

void TestArchiveMerge::refusesArtifacts()
{
    const QByteArray chart = fixture::json(
        QJsonObject{{u"config"_s, fixture::descriptorOf(u"application/vnd.cncf.helm.config.v1+json"_s, "{}")},
            {u"layers"_s, QJsonArray()}});
    const QJsonArray roots{fixture::descriptorOf(u"application/vnd.oci.image.manifest.v1+json"_s, chart)};
    const Result<OpenedArchive> source =
        open({{u"index.json"_s, fixture::json(QJsonObject{{u"manifests"_s, roots}})},
            {fixture::blobPath(chart), chart}, {fixture::blobPath("{}"), "{}"}});
    REQUIRE_VALUE(source);
    const Result<Merge> merge =
        planMerge(emptyArchive(ArchiveFormat::Docker), *source, everythingOf(*source));
    REQUIRE_ERROR(merge, ErrorCode::BadRequest);
    QVERIFY(merge.error().detail.contains("helm"_L1));
    REQUIRE_VALUE(planMerge(emptyArchive(ArchiveFormat::Layout), *source, everythingOf(*source)));
}

void TestArchiveMerge::refusesDamagedSources()
{
    FixtureFiles files = fixture::oldDocker({App});
    for (FixtureFile &file : files) {
        if (file.content == fixture::layer(u"app=70000"_s)) {
            file.content[1000] = '!';
        }
    }
    const Result<OpenedArchive> source = open(files);
    REQUIRE_VALUE(source);
    for (const ArchiveFormat format : {ArchiveFormat::Docker, ArchiveFormat::Layout}) {
        REQUIRE_ERROR(
            planMerge(emptyArchive(format), *source, everythingOf(*source)), ErrorCode::BrokenArchive);
    }
}

void TestArchiveMerge::refusesAFolderThatIsNotEmpty()
{
    const Result<OpenedArchive> source = open(fixture::oldDocker({App}));
    REQUIRE_VALUE(source);
    const OpenedArchive empty = emptyArchive(ArchiveFormat::Layout);
    const Result<Merge> merge = planMerge(empty, *source, everythingOf(*source));
    REQUIRE_VALUE(merge);
    const QString path = m_folder->filePath(u"export"_s);
    QVERIFY(fixture::write(path + "/mine"_L1, "mine"));
    REQUIRE_ERROR(writeArchiveFolder(path, empty, merge->rewrite, *source), ErrorCode::Conflict);
    QCOMPARE(QDir(path).entryList(QDir::Files), QStringList{u"mine"_s});
}

void TestArchiveMerge::keepsParents()
{
    const FixtureFiles files = fixture::oldDocker({App, Tool});
    FixtureFile manifest = *fixture::find(files, u"manifest.json"_s);
    const QByteArray parent = "\"Parent\":\"" + fixture::idOf(App).toLatin1() + "\",";
    manifest.content.insert(manifest.content.lastIndexOf("\"RepoTags\""), parent);
    const Result<OpenedArchive> source = open(fixture::with(files, manifest));
    REQUIRE_VALUE(source);
    const OpenedArchive empty = emptyArchive(ArchiveFormat::Docker);
    const QList<WantedImage> both = everythingOf(*source);
    for (const bool hasParent : {true, false}) {
        const Result<Merge> merge =
            planMerge(empty, *source, hasParent ? QList{both[1], both[0]} : QList{both[1]});
        REQUIRE_VALUE(merge);
        QCOMPARE(merge->rewrite.replaced[u"manifest.json"_s].contains("Parent"), hasParent);
    }
}

void TestArchiveMerge::writesToADevice()
{
    const Result<OpenedArchive> source = open(fixture::layout({App}));
    REQUIRE_VALUE(source);
    const OpenedArchive empty = emptyArchive(ArchiveFormat::Docker);
    const Result<Merge> merge = planMerge(empty, *source, everythingOf(*source));
    REQUIRE_VALUE(merge);
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    qint64 told = 0;
    REQUIRE_VALUE(writeArchive(buffer, empty, merge->rewrite, *source, {}, [&](qint64 done, qint64 all) {
        QVERIFY(done <= all);
        told = done;
    }));
    QCOMPARE(told, addedBytes(merge->rewrite));
    const QString path = m_folder->filePath(u"export"_s);
    QVERIFY(fixture::write(path, buffer.data()));
    const Result<OpenedArchive> written = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(written);
    QCOMPARE(written->images[0].id.text(), fixture::idOf(App));
}

void TestArchiveMerge::countsNewLayers()
{
    const Result<OpenedArchive> source = open(fixture::oldDocker({App, Tool, Newer}));
    const Result<OpenedArchive> target = open(fixture::layout({Tool}, u"gzip"_s));
    REQUIRE_VALUE(source);
    REQUIRE_VALUE(target);
    const NewLayers all = newLayers(source->images, {});
    QCOMPARE(all.layers.size(), 4);
    const NewLayers news = newLayers(source->images, diffIdsOf(target->images));
    QCOMPARE(news.layers.size(), 2);
    QCOMPARE(news.bytes, fixture::layer(u"app=70000"_s).size() + fixture::layer(u"newer=3000"_s).size());
}

// What containerd takes for a name has to be one.
void TestArchiveMerge::leavesBareTagsBare()
{
    fixture::Image bare = App;
    bare.names = {u"latest"_s};
    const Result<OpenedArchive> source = open(fixture::layout({bare}));
    REQUIRE_VALUE(source);
    const Result<Merge> layout =
        planMerge(emptyArchive(ArchiveFormat::Layout), *source, everythingOf(*source));
    REQUIRE_VALUE(layout);
    const QByteArray index = layout->rewrite.replaced[u"index.json"_s];
    QVERIFY(index.contains("\"org.opencontainers.image.ref.name\":\"latest\""));
    QVERIFY(!index.contains("io.containerd.image.name"));
    const Result<Merge> docker =
        planMerge(emptyArchive(ArchiveFormat::Docker), *source, everythingOf(*source));
    REQUIRE_VALUE(docker);
    QVERIFY(docker->rewrite.replaced[u"manifest.json"_s].contains(":latest\""));
}

void TestArchiveMerge::namesForEngines_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    QTest::addRow("full name") << u"app:1"_s << u"/tmp/x"_s << u"app:1"_s;
    QTest::addRow("with a registry") << u"quay.io:5000/a/b:1"_s << u"/tmp/x"_s << u"quay.io:5000/a/b:1"_s;
    QTest::addRow("tag alone") << u"latest"_s << u"/tmp/My App.oci"_s << u"my-app:latest"_s;
    QTest::addRow("nothing to go by") << u"1.0"_s << u"/tmp/__"_s << u"image:1.0"_s;
    QTest::addRow("no tag at all") << u"a b/c"_s << u"/tmp/x"_s << u"x:a-b-c"_s;
    QTest::addRow("digest") << "app@sha256:"_L1 + QString(64, u'0') << u"/tmp/x"_s << QString();
}

void TestArchiveMerge::namesForEngines()
{
    QFETCH(QString, reference);
    QFETCH(QString, path);
    QFETCH(QString, name);
    QCOMPARE(engineReference(Reference(reference), path).text(), name);
}

QTEST_GUILESS_MAIN(TestArchiveMerge)
#include "tst_archivemerge.moc"
