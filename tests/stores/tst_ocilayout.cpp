// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/ocilayout.h"

#include "stores/archive/openedarchive.h"
#include "stores/archivefixture.h"
#include "stores/resulttext.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

const fixture::Image App{.names = {u"app:1"_s, u"app:latest"_s}, .layers = {u"base"_s, u"app"_s}};
const fixture::Image Tool{.names = {u"latest"_s}, .layers = {u"base"_s, u"tool"_s}};
const fixture::Image Nameless{.layers = {u"base"_s}};

QStringList names(const ArchivedImage &image)
{
    QStringList names;
    for (const Reference &reference : image.references) {
        names << reference.text();
    }
    return names;
}

QJsonObject indexOf(const FixtureFiles &files)
{
    return QJsonDocument::fromJson(fixture::find(files, u"index.json"_s)->content).object();
}

FixtureFiles withRoots(const FixtureFiles &files, const QJsonArray &roots)
{
    return fixture::with(files,
        {u"index.json"_s, fixture::json(QJsonObject{{u"schemaVersion"_s, 2}, {u"manifests"_s, roots}})});
}

FixtureFiles withBlob(const FixtureFiles &files, const QByteArray &blob)
{
    return fixture::with(files, {fixture::blobPath(blob), blob});
}

} // namespace

class TestOciLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFolderAndTar();
    void readsPlatforms();
    void marksAbsentPlatforms();
    void readsNestedIndexes();
    void endsIndexesThatNameEachOther();
    void showsWhatIsBesideImages();
    void takesNamesFromBothKeys();
    void readsSha512();
    void letsForeignLayersBeAbsent();
    void refuses_data();
    void refuses();
    void followsNoLinkOutOfTheFolder();

private:
    Result<OpenedArchive> open(const FixtureFiles &files, Digests digests = Digests::Computed);

    QTemporaryDir m_folder;
    int m_count = 0;
};

Result<OpenedArchive> TestOciLayout::open(const FixtureFiles &files, Digests digests)
{
    const QString folder = m_folder.filePath(QString::number(++m_count));
    return fixture::writeFolder(folder, files) ? openArchive(folder, digests)
                                               : fail(ErrorCode::FileFailed, folder);
}

void TestOciLayout::readsFolderAndTar()
{
    const FixtureFiles files = fixture::layout({App, Tool, Nameless}, u"gzip"_s);
    const QString tar = m_folder.filePath(u"layout.tar"_s);
    QVERIFY(fixture::write(tar, fixture::tar(files)));
    for (const Result<OpenedArchive> &archive : {open(files), openArchive(tar, Digests::Computed)}) {
        REQUIRE_VALUE(archive);
        QCOMPARE(archive->format, ArchiveFormat::Layout);
        QCOMPARE(archive->images.size(), 3);
        const ArchivedImage &image = archive->images[0];
        QCOMPARE(image.id.text(), fixture::digestOf(fixture::manifestOf(App, u"gzip"_s)));
        QCOMPARE(image.kind, ArchivedKind::Image);
        QCOMPARE(names(image), App.names);
        QCOMPARE(names(archive->images[1]), Tool.names);
        QCOMPARE(names(archive->images[2]), QStringList());
        QCOMPARE(image.platforms.size(), 1);
        const ArchivedPlatform &platform = image.platforms[0];
        QCOMPARE(platform.name, u"linux/amd64"_s);
        QCOMPARE(platform.configDigest, fixture::idOf(App));
        QCOMPARE(platform.layers.size(), 2);
        QCOMPARE(platform.layers[1].diffId.text(), fixture::digestOf(fixture::layer(u"app"_s)));
        QCOMPARE(image.paths.size(), 4);
        REQUIRE_VALUE(verifyImages(archive->catalog, archive->images, {image.id}));
    }
}

void TestOciLayout::readsPlatforms()
{
    fixture::Image arm = App;
    arm.platform = u"linux/arm64"_s;
    const Result<OpenedArchive> archive = open(fixture::platforms({App, arm}));
    REQUIRE_VALUE(archive);
    QCOMPARE(archive->images.size(), 1);
    QCOMPARE(archive->images[0].platforms.size(), 2);
    QCOMPARE(archive->images[0].platforms[1].name, u"linux/arm64"_s);
    QVERIFY(archive->images[0].platforms[1].isPresent);
    // an index, two manifests, two configurations, two layers that both share
    QCOMPARE(archive->images[0].paths.size(), 7);
}

void TestOciLayout::marksAbsentPlatforms()
{
    fixture::Image arm{.names = App.names, .layers = {u"arm"_s}, .platform = u"linux/arm64"_s};
    fixture::Image riscv{.names = App.names, .layers = {u"riscv"_s}, .platform = u"linux/riscv64"_s};
    FixtureFiles files = fixture::platforms({App, arm, riscv}, {u"linux/arm64"_s});
    files = fixture::without(files, fixture::blobPath(fixture::layer(u"riscv"_s)));
    const Result<OpenedArchive> archive = open(files);
    REQUIRE_VALUE(archive);
    const QList<ArchivedPlatform> &platforms = archive->images[0].platforms;
    QCOMPARE(platforms.size(), 3);
    QVERIFY(platforms[0].isPresent);
    QVERIFY(!platforms[1].isPresent);
    QCOMPARE(platforms[1].name, u"linux/arm64"_s);
    QCOMPARE(platforms[1].kind, ArchivedKind::Image);
    QVERIFY(!platforms[2].isPresent);
    QCOMPARE(platforms[2].configDigest, fixture::idOf(riscv));
}

void TestOciLayout::readsNestedIndexes()
{
    FixtureFiles files = fixture::platforms({App});
    for (int depth = 0; depth < 5; ++depth) {
        const QByteArray index = fixture::find(files, u"index.json"_s)->content;
        files = withBlob(files, index);
        files =
            withRoots(files, {fixture::descriptorOf(u"application/vnd.oci.image.index.v1+json"_s, index)});
    }
    const Result<OpenedArchive> archive = open(files);
    REQUIRE_VALUE(archive);
    QCOMPARE(archive->images.size(), 1);
    QCOMPARE(archive->images[0].platforms.size(), 1);
    QCOMPARE(archive->images[0].paths.size(), 10);
}

// Digests make that impossible, but they need not be right.
void TestOciLayout::endsIndexesThatNameEachOther()
{
    constexpr qsizetype Size = 1000;
    const auto digest = [](char digit) { return "other:"_L1 + QString(64, QLatin1Char(digit)); };
    const auto descriptor = [&](char digit) {
        return QJsonObject{{u"mediaType"_s, u"application/vnd.oci.image.index.v1+json"_s},
            {u"digest"_s, digest(digit)}, {u"size"_s, Size}};
    };
    FixtureFiles files = withRoots({}, {descriptor('a')});
    for (const auto &[name, next] : {std::pair('a', 'b'), std::pair('b', 'a')}) {
        const QByteArray index =
            fixture::json(QJsonObject{{u"manifests"_s, QJsonArray{descriptor(next), descriptor(name)}}});
        files << FixtureFile{"blobs/"_L1 + digest(name).replace(u':', u'/'), index.leftJustified(Size)};
    }
    const Result<OpenedArchive> archive = open(files);
    REQUIRE_VALUE(archive);
    QCOMPARE(archive->images.size(), 1);
    QCOMPARE(archive->images[0].platforms.size(), 0);
    QCOMPARE(archive->images[0].paths.size(), 2);
}

void TestOciLayout::showsWhatIsBesideImages()
{
    const QByteArray chart("chart");
    const QByteArray helm = fixture::json(QJsonObject{
        {u"config"_s, fixture::descriptorOf(u"application/vnd.cncf.helm.config.v1+json"_s, "{}")},
        {u"layers"_s,
            QJsonArray{fixture::descriptorOf(u"application/vnd.cncf.helm.chart.content.v1.tar"_s, chart)}},
    });
    const QByteArray statement("in-toto");
    const QByteArray attestation = fixture::json(QJsonObject{
        {u"config"_s, fixture::descriptorOf(u"application/vnd.oci.image.config.v1+json"_s, "{}")},
        {u"layers"_s, QJsonArray{fixture::descriptorOf(u"application/vnd.in-toto+json"_s, statement)}},
    });
    QJsonObject beside = fixture::descriptorOf(u"application/vnd.oci.image.manifest.v1+json"_s, attestation);
    beside["annotations"_L1] = QJsonObject{{u"vnd.docker.reference.type"_s, u"attestation-manifest"_s}};
    FixtureFiles files = fixture::layout({App});
    for (const QByteArray &blob : {chart, helm, statement, attestation, QByteArray("{}")}) {
        files = withBlob(files, blob);
    }
    QJsonArray roots = indexOf(files)["manifests"_L1].toArray();
    roots << fixture::descriptorOf(u"application/vnd.oci.image.manifest.v1+json"_s, helm) << beside
          << fixture::descriptorOf(u"text/plain"_s, chart);
    const Result<OpenedArchive> archive = open(withRoots(files, roots));
    REQUIRE_VALUE(archive);
    QCOMPARE(archive->images.size(), 4);
    QCOMPARE(archive->images[0].kind, ArchivedKind::Image);
    QCOMPARE(archive->images[1].kind, ArchivedKind::Artifact);
    QCOMPARE(archive->images[1].platforms[0].mediaType, u"application/vnd.cncf.helm.config.v1+json"_s);
    QCOMPARE(archive->images[1].paths.size(), 3);
    QCOMPARE(archive->images[2].kind, ArchivedKind::Attestation);
    QCOMPARE(archive->images[2].paths.size(), 3);
    QCOMPARE(archive->images[3].kind, ArchivedKind::Artifact);
    QCOMPARE(archive->images[3].platforms[0].mediaType, u"text/plain"_s);
    QCOMPARE(archive->images[3].paths, QSet<QString>{fixture::blobPath(chart)});
}

void TestOciLayout::takesNamesFromBothKeys()
{
    FixtureFiles files = fixture::layout({Nameless});
    const QJsonObject root = indexOf(files)["manifests"_L1].toArray()[0].toObject();
    const auto named = [&](const QString &name, const QString &tag) {
        QJsonObject descriptor = root;
        descriptor["annotations"_L1] =
            QJsonObject{{u"io.containerd.image.name"_s, name}, {u"org.opencontainers.image.ref.name"_s, tag}};
        return descriptor;
    };
    const Result<OpenedArchive> archive = open(withRoots(files,
        {named(u"docker.io/library/app:1"_s, u"1"_s), named(u"docker.io/library/app:2"_s, u"app:2"_s),
            named(u"docker.io/library/app:2"_s, u"app:2"_s), named(u"quay.io/app:3"_s, u"app:3"_s)}));
    REQUIRE_VALUE(archive);
    QCOMPARE(archive->images.size(), 1);
    QCOMPARE(names(archive->images[0]),
        (QStringList{u"docker.io/library/app:1"_s, u"app:2"_s, u"quay.io/app:3"_s}));
}

void TestOciLayout::readsSha512()
{
    const auto hex = [](const QByteArray &bytes) {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha512).toHex());
    };
    const auto descriptor = [&](const QString &type, const QByteArray &bytes) {
        return QJsonObject{
            {u"mediaType"_s, type}, {u"digest"_s, "sha512:"_L1 + hex(bytes)}, {u"size"_s, bytes.size()}};
    };
    const QByteArray layer = fixture::layer(u"base"_s);
    const QByteArray config = fixture::json(QJsonObject{
        {u"rootfs"_s, QJsonObject{{u"diff_ids"_s, QJsonArray{QString("sha512:"_L1 + hex(layer))}}}}});
    const QByteArray manifest = fixture::json(QJsonObject{
        {u"config"_s, descriptor(u"application/vnd.oci.image.config.v1+json"_s, config)},
        {u"layers"_s, QJsonArray{descriptor(u"application/vnd.oci.image.layer.v1.tar"_s, layer)}},
    });
    FixtureFiles files =
        withRoots({}, {descriptor(u"application/vnd.oci.image.manifest.v1+json"_s, manifest)});
    for (const QByteArray &blob : {layer, config, manifest}) {
        files << FixtureFile{"blobs/sha512/"_L1 + hex(blob), blob};
    }
    const Result<OpenedArchive> archive = open(files);
    REQUIRE_VALUE(archive);
    REQUIRE_VALUE(verifyImages(archive->catalog, archive->images, {archive->images[0].id}));
    QCOMPARE(archive->images[0].paths.size(), 3);
    files[1].content[600] = 'x';
    const Result<OpenedArchive> damaged = open(files);
    REQUIRE_ERROR(damaged, ErrorCode::BrokenArchive);
}

void TestOciLayout::letsForeignLayersBeAbsent()
{
    FixtureFiles files = fixture::layout({App});
    const QByteArray layer = fixture::layer(u"base"_s);
    QJsonObject manifest = QJsonDocument::fromJson(fixture::manifestOf(App)).object();
    QJsonArray layers = manifest["layers"_L1].toArray();
    QJsonObject foreign = layers[0].toObject();
    foreign["urls"_L1] = QJsonArray{u"https://example.org/layer"_s};
    layers[0] = foreign;
    manifest["layers"_L1] = layers;
    const QByteArray blob = fixture::json(manifest);
    files = fixture::without(withBlob(files, blob), fixture::blobPath(layer));
    const Result<OpenedArchive> archive = open(
        withRoots(files, {fixture::descriptorOf(u"application/vnd.oci.image.manifest.v1+json"_s, blob)}));
    REQUIRE_VALUE(archive);
    const ArchivedPlatform &platform = archive->images[0].platforms[0];
    QVERIFY(platform.isPresent);
    QCOMPARE(platform.layers[0].path, QString());
    QCOMPARE(platform.layers[0].size, layer.size());
}

void TestOciLayout::refuses_data()
{
    QTest::addColumn<FixtureFiles>("files");
    QTest::addColumn<QString>("detail");
    const FixtureFiles files = fixture::layout({App});
    const QString layer = fixture::blobPath(fixture::layer(u"app"_s));
    const QString manifest = fixture::blobPath(fixture::manifestOf(App));
    const QString config = fixture::blobPath(fixture::configOf(App));
    QTest::addRow("no layer") << fixture::without(files, layer) << layer;
    QTest::addRow("no configuration") << fixture::without(files, config) << config;
    QTest::addRow("no manifest") << fixture::without(files, manifest) << manifest;
    QTest::addRow("size that lies") << fixture::with(files, {layer, "short"}) << layer;
    QTest::addRow("changed layer") << fixture::with(
        files, {layer, QByteArray(fixture::layer(u"app"_s).size(), 'x')})
                                   << layer;
    QByteArray changed = fixture::manifestOf(App);
    changed.replace("schemaVersion", "schemaverSion");
    QTest::addRow("changed manifest") << fixture::with(files, {manifest, changed}) << manifest;
    QTest::addRow("no JSON") << fixture::with(files, {u"index.json"_s, "{"}) << u"index.json"_s;
    QTest::addRow("deep JSON") << fixture::with(
        files, {u"index.json"_s, QByteArray(10000, '[') + QByteArray(10000, ']')})
                               << u"index.json"_s;
    QJsonObject outside = fixture::descriptorOf(u"application/vnd.oci.image.manifest.v1+json"_s, "{}");
    outside["digest"_L1] = u"sha256:../../index.json"_s;
    QTest::addRow("digest that is a path") << withRoots(files, {outside}) << u"sha256:../../index.json"_s;
}

void TestOciLayout::refuses()
{
    QFETCH(FixtureFiles, files);
    QFETCH(QString, detail);
    const Result<OpenedArchive> archive = open(files);
    REQUIRE_ERROR(archive, ErrorCode::BrokenArchive);
    QVERIFY2(archive.error().detail.contains(detail), qPrintable(archive.error().detail));
}

void TestOciLayout::followsNoLinkOutOfTheFolder()
{
    const QByteArray layer = fixture::layer(u"app"_s);
    const QString outside = m_folder.filePath(u"outside"_s);
    QVERIFY(fixture::write(outside, layer));
    FixtureFiles files = fixture::layout({App});
    files = fixture::with(files, {fixture::blobPath(layer), {}, outside});
    const Result<OpenedArchive> archive = open(files);
    REQUIRE_ERROR(archive, ErrorCode::BrokenArchive);
    QVERIFY(archive.error().detail.contains(fixture::blobPath(layer)));

    files = fixture::with(files, {u"inside"_s, layer});
    files = fixture::with(files, {fixture::blobPath(layer), {}, u"../../inside"_s});
    const Result<OpenedArchive> linked = open(files);
    REQUIRE_VALUE(linked);
    QVERIFY(linked->images[0].paths.contains(u"inside"_s));
}

QTEST_GUILESS_MAIN(TestOciLayout)
#include "tst_ocilayout.moc"
