// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archivemerge.h"

#include "stores/archivefixture.h"
#include "stores/resulttext.h"
#include "support/containerengine.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <unistd.h>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

const fixture::Image App{.names = {u"app:1"_s, u"app:latest"_s}, .layers = {u"base=5000"_s, u"app=70000"_s}};
const fixture::Image Tool{.names = {u"tool:1"_s}, .layers = {u"base=5000"_s, u"tool=3000"_s}};

/// What an engine says of its images: by ID, their names and layers.
using Contents = QMap<QString, std::pair<QStringList, QStringList>>;

Output run(const QString &program, const QStringList &arguments)
{
    return runProgram(program, arguments, QProcessEnvironment::systemEnvironment());
}

QByteArray wordsOf(const Output &output)
{
    return output.exitCode == 0 ? QByteArray() : output.errors.toUtf8() + output.text.toUtf8() + ' ';
}

#define REQUIRE_SUCCESS(output)                                                                              \
    do {                                                                                                     \
        const QByteArray words = wordsOf(output);                                                            \
        QVERIFY2(words.isEmpty(), words.constData());                                                        \
    } while (false)

#define REQUIRE_PROGRAM(name)                                                                                \
    do {                                                                                                     \
        if (QStandardPaths::findExecutable(name).isEmpty()) {                                                \
            QSKIP(qPrintable(name + " is not installed"_L1));                                                \
        }                                                                                                    \
    } while (false)

Contents contentsOf(const QByteArray &inspection)
{
    Contents contents;
    const QJsonArray images = QJsonDocument::fromJson(inspection).array();
    const auto texts = [](const QJsonValue &value) {
        QStringList list;
        const QJsonArray array = value.toArray();
        for (const QJsonValue entry : array) {
            list << entry.toString();
        }
        return list;
    };
    for (const QJsonValue image : images) {
        QStringList names = texts(image["RepoTags"_L1]);
        names.sort();
        contents.insert(image["Id"_L1].toString(), {names, texts(image["RootFS"_L1]["Layers"_L1])});
    }
    return contents;
}

Contents contentsOf(const QList<fixture::Image> &images)
{
    Contents contents;
    for (const fixture::Image &image : images) {
        QStringList names = image.names;
        names.sort();
        QStringList layers;
        for (const QString &layer : image.layers) {
            layers << fixture::digestOf(fixture::layer(layer));
        }
        contents.insert(fixture::idOf(image), {names, layers});
    }
    return contents;
}

QList<WantedImage> everythingOf(const OpenedArchive &archive)
{
    QList<WantedImage> wanted;
    for (const ArchivedImage &image : archive.images) {
        wanted << WantedImage{.id = image.id, .references = image.references};
    }
    return wanted;
}

Result<void> exportTo(const QString &path, ArchiveFormat format, const QString &from,
    Compression compression = Compression::None)
{
    const Result<OpenedArchive> source = openArchive(from, Digests::Computed);
    if (!source) {
        return tl::unexpected(source.error());
    }
    const OpenedArchive empty = emptyArchive(format);
    const Result<Merge> merge = planMerge(empty, *source, everythingOf(*source));
    if (!merge) {
        return tl::unexpected(merge.error());
    }
    return format == ArchiveFormat::Layout && compression == Compression::None
        ? writeArchiveFolder(path, empty, merge->rewrite, *source)
        : writeArchiveFile(path, compression, empty, merge->rewrite, *source);
}

Result<void> remove(const QString &path, const QList<qsizetype> &positions)
{
    const Result<OpenedArchive> archive = openArchive(path, Digests::Packed);
    if (!archive) {
        return tl::unexpected(archive.error());
    }
    ImageReferences staying;
    for (qsizetype i = 0; i < archive->images.size(); ++i) {
        if (!positions.contains(i)) {
            staying.insert(archive->images[i].id, archive->images[i].references);
        }
    }
    return planRemoval(*archive, staying).and_then([&](const Rewrite &rewrite) {
        return rewriteArchive(*archive, rewrite);
    });
}

fixture::Image randomImage(int number, QRandomGenerator &random)
{
    fixture::Image image;
    const int depth = random.bounded(1, 5);
    for (int i = 0; i < depth; ++i) {
        image.layers << u"layer%1-%2=%3"_s.arg(i).arg(random.bounded(3)).arg(random.bounded(1, 4) * 1000);
    }
    // Engines call images of the same content the same.
    image.layers << u"own%1"_s.arg(number);
    const int names = random.bounded(3);
    for (int i = 0; i < names; ++i) {
        image.names << u"image%1:%2"_s.arg(number).arg(i);
    }
    return image;
}

} // namespace

/// What other programs wrote is read, and they read what was written here.
class TestArchiveInterop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void readsWhatSkopeoWrote_data();
    void readsWhatSkopeoWrote();
    void readsWhatUmociWrote();
    void readsWhatDockerWrote();
    void readsWhatPodmanWrote();
    void skopeoReads_data();
    void skopeoReads();
    void umociReads();
    void dockerLoads_data();
    void dockerLoads();
    void podmanLoads();
    void whatIsLeftLoads_data();
    void whatIsLeftLoads();

private:
    QString write(const QString &name, const FixtureFiles &files);
    QString path(const QString &name) const { return m_folder->path(name); }
    Contents loaded(const QString &archive);

    ContainerEngine m_docker;
    QString m_noDocker;
    std::unique_ptr<ScratchFolder> m_folder;
};

void TestArchiveInterop::initTestCase()
{
    m_noDocker = m_docker.start();
}

void TestArchiveInterop::init()
{
    m_folder = std::make_unique<ScratchFolder>();
    if (m_noDocker.isEmpty()) {
        QCOMPARE(m_docker.reset(), QString());
    }
}

QString TestArchiveInterop::write(const QString &name, const FixtureFiles &files)
{
    return fixture::write(path(name), fixture::tar(files)) ? path(name) : QString();
}

Contents TestArchiveInterop::loaded(const QString &archive)
{
    const Output output = m_docker.docker({u"load"_s, u"--input"_s, archive});
    if (output.exitCode != 0) {
        qWarning("%s", qPrintable(output.errors));
        return {};
    }
    const QStringList ids = m_docker.docker({u"image"_s, u"ls"_s, u"-aq"_s, u"--no-trunc"_s}).lines();
    return ids.isEmpty()
        ? Contents()
        : contentsOf(m_docker.docker(QStringList{u"image"_s, u"inspect"_s} + ids).text.toUtf8());
}

void TestArchiveInterop::readsWhatSkopeoWrote_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("format");
    QTest::addRow("docker-archive") << u"docker-archive:%1:app:1"_s << u"v2s2"_s;
    QTest::addRow("oci") << u"oci:%1:app:1"_s << u"oci"_s;
    QTest::addRow("oci-archive") << u"oci-archive:%1:app:1"_s << u"oci"_s;
}

void TestArchiveInterop::readsWhatSkopeoWrote()
{
    REQUIRE_PROGRAM(u"skopeo"_s);
    QFETCH(QString, target);
    QFETCH(QString, format);
    const QString source = write(u"source"_s, fixture::oldDocker({App, Tool}));
    REQUIRE_SUCCESS(run(u"skopeo"_s,
        {u"copy"_s, u"--insecure-policy"_s, u"--format"_s, format, u"docker-archive:%1:app:1"_s.arg(source),
            target.arg(path(u"target"_s))}));
    const Result<OpenedArchive> archive = openArchive(path(u"target"_s), Digests::Computed);
    REQUIRE_VALUE(archive);
    QCOMPARE(archive->images.size(), 1);
    const ArchivedImage &image = archive->images[0];
    REQUIRE_VALUE(verifyImages(archive->catalog, archive->images, {image.id}));
    QCOMPARE(Reference(image.references.value(0)).canonical(), u"docker.io/library/app:1"_s);
    QCOMPARE(image.platforms[0].layers.size(), 2);
    QCOMPARE(image.platforms[0].layers[1].diffId.text(), fixture::digestOf(fixture::layer(App.layers[1])));
}

void TestArchiveInterop::readsWhatUmociWrote()
{
    REQUIRE_PROGRAM(u"umoci"_s);
    const QString layout = path(u"layout"_s);
    const QString image = layout + ":first"_L1;
    QVERIFY(fixture::write(path(u"file"_s), "content"));
    REQUIRE_SUCCESS(run(u"umoci"_s, {u"init"_s, u"--layout"_s, layout}));
    REQUIRE_SUCCESS(run(u"umoci"_s, {u"new"_s, u"--image"_s, image}));
    REQUIRE_SUCCESS(run(u"umoci"_s, {u"insert"_s, u"--image"_s, image, path(u"file"_s), u"/file"_s}));
    REQUIRE_SUCCESS(run(u"umoci"_s, {u"tag"_s, u"--image"_s, image, u"second"_s}));
    REQUIRE_SUCCESS(run(u"umoci"_s, {u"insert"_s, u"--image"_s, image, path(u"file"_s), u"/more"_s}));
    const Result<OpenedArchive> archive = openArchive(layout, Digests::Computed);
    REQUIRE_VALUE(archive);
    QCOMPARE(archive->images.size(), 2);
    for (const ArchivedImage &found : archive->images) {
        REQUIRE_VALUE(verifyImages(archive->catalog, archive->images, {found.id}));
        const bool isFirst = found.references == QList<Reference>{Reference(u"first"_s)};
        QCOMPARE(found.platforms[0].layers.size(), isFirst ? 2 : 1);
    }
    // umoci goes on with what is left.
    const bool isFirst = archive->images[0].references[0].text() == "first"_L1;
    REQUIRE_VALUE(remove(layout, {isFirst ? 0 : 1}));
    REQUIRE_SUCCESS(run(u"umoci"_s, {u"unpack"_s, u"--image"_s, layout + ":second"_L1, path(u"bundle"_s)}));
    QVERIFY(QFile::exists(path(u"bundle/rootfs/file"_s)));
    REQUIRE_SUCCESS(run(u"umoci"_s, {u"gc"_s, u"--layout"_s, layout}));
    REQUIRE_VALUE(openArchive(layout, Digests::Computed));
}

void TestArchiveInterop::readsWhatDockerWrote()
{
    if (!m_noDocker.isEmpty()) {
        QSKIP(qPrintable(m_noDocker));
    }
    QCOMPARE(loaded(write(u"source"_s, fixture::oldDocker({App, Tool}))), contentsOf({App, Tool}));
    REQUIRE_SUCCESS(m_docker.docker(
        {u"save"_s, u"--output"_s, path(u"saved"_s), u"app:1"_s, u"app:latest"_s, u"tool:1"_s}));
    REQUIRE_SUCCESS(m_docker.docker({u"image"_s, u"rm"_s, u"app:1"_s, u"app:latest"_s, u"tool:1"_s}));
    const Result<OpenedArchive> archive = openArchive(path(u"saved"_s), Digests::Computed);
    REQUIRE_VALUE(archive);
    QCOMPARE(archive->images.size(), 2);
    const qsizetype app = archive->images[0].id.text() == fixture::idOf(App) ? 0 : 1;
    REQUIRE_VALUE(remove(path(u"saved"_s), {app}));
    QCOMPARE(loaded(path(u"saved"_s)), contentsOf({Tool}));
}

void TestArchiveInterop::readsWhatPodmanWrote()
{
    REQUIRE_PROGRAM(u"podman"_s);
    if (geteuid() != 0) {
        QSKIP("podman wants to be root for this");
    }
    const QStringList podman{
        u"--root"_s, path(u"root"_s), u"--runroot"_s, path(u"run"_s), u"--storage-driver"_s, u"vfs"_s};
    const QString source = write(u"source"_s, fixture::oldDocker({App, Tool}));
    REQUIRE_SUCCESS(run(u"podman"_s, podman + QStringList{u"load"_s, u"--input"_s, source}));
    for (const QString &format : {u"docker-archive"_s, u"oci-archive"_s, u"oci-dir"_s}) {
        const QString target = path(format);
        const Output saved = run(u"podman"_s,
            podman + QStringList{u"save"_s, u"--format"_s, format, u"--output"_s, target, u"app:1"_s});
        REQUIRE_SUCCESS(saved);
        const Result<OpenedArchive> archive = openArchive(target, Digests::Computed);
        REQUIRE_VALUE(archive);
        QCOMPARE(archive->images.size(), 1);
        const ImageId id = archive->images[0].id;
        REQUIRE_VALUE(verifyImages(archive->catalog, archive->images, {id}));
        REQUIRE_VALUE(remove(target, {0}));
        const Result<OpenedArchive> after = openArchive(target, Digests::Omitted);
        REQUIRE_VALUE(after);
        for (auto file = after->catalog.files.keyBegin(); file != after->catalog.files.keyEnd(); ++file) {
            QVERIFY2(!file->contains(u'/'), qPrintable(*file));
        }
    }
}

void TestArchiveInterop::skopeoReads_data()
{
    QTest::addColumn<ArchiveFormat>("format");
    QTest::addColumn<Compression>("compression");
    QTest::addColumn<QString>("transport");
    QTest::addRow("docker") << ArchiveFormat::Docker << Compression::None << u"docker-archive"_s;
    QTest::addRow("layout folder") << ArchiveFormat::Layout << Compression::None << u"oci"_s;
    QTest::addRow("layout tar") << ArchiveFormat::Layout << Compression::Gzip << u"oci-archive"_s;
}

void TestArchiveInterop::skopeoReads()
{
    REQUIRE_PROGRAM(u"skopeo"_s);
    QFETCH(ArchiveFormat, format);
    QFETCH(Compression, compression);
    QFETCH(QString, transport);
    const QString source = write(u"source"_s, fixture::layout({App, Tool}, u"gzip"_s));
    const QString target = path(u"target"_s);
    REQUIRE_VALUE(exportTo(target, format, source, compression));
    REQUIRE_VALUE(remove(target, {1}));
    const QString name = u"%1:%2:app:1"_s.arg(transport, target);
    const Output config = run(u"skopeo"_s, {u"inspect"_s, u"--config"_s, u"--raw"_s, name});
    REQUIRE_SUCCESS(config);
    QCOMPARE(config.text.trimmed().toUtf8(), fixture::configOf(App));
    REQUIRE_SUCCESS(run(u"skopeo"_s, {u"copy"_s, u"--insecure-policy"_s, name, u"dir:"_s + path(u"copy"_s)}));
    const QString gone = u"%1:%2:tool:1"_s.arg(transport, target);
    QVERIFY(run(u"skopeo"_s, {u"inspect"_s, gone}).exitCode != 0);
}

void TestArchiveInterop::umociReads()
{
    REQUIRE_PROGRAM(u"umoci"_s);
    if (geteuid() != 0) {
        QSKIP("umoci wants to be root for this");
    }
    const QString layout = path(u"layout"_s);
    REQUIRE_VALUE(
        exportTo(layout, ArchiveFormat::Layout, write(u"source"_s, fixture::oldDocker({App, Tool}))));
    REQUIRE_VALUE(remove(layout, {1}));
    REQUIRE_SUCCESS(run(u"umoci"_s, {u"unpack"_s, u"--image"_s, layout + ":app:1"_L1, path(u"bundle"_s)}));
    QCOMPARE(QFile(path(u"bundle/rootfs/app=70000"_s)).size(), 70000);
    QCOMPARE(QFile(path(u"bundle/rootfs/base=5000"_s)).size(), 5000);
}

void TestArchiveInterop::dockerLoads_data()
{
    QTest::addColumn<QString>("form");
    for (const char *form : {"old docker", "new docker", "layout", "zstd layout"}) {
        QTest::addRow("%s", form) << QString::fromLatin1(form);
    }
}

void TestArchiveInterop::dockerLoads()
{
    if (!m_noDocker.isEmpty()) {
        QSKIP(qPrintable(m_noDocker));
    }
    QFETCH(QString, form);
    FixtureFiles files = fixture::layout({App, Tool}, form.startsWith("zstd"_L1) ? u"zstd"_s : u"gzip"_s);
    if (form.endsWith("docker"_L1)) {
        files = form.startsWith("old"_L1) ? fixture::oldDocker({App, Tool}) : fixture::newDocker({App, Tool});
    }
    const QString source = write(u"source"_s, files);
    REQUIRE_VALUE(exportTo(path(u"docker"_s), ArchiveFormat::Docker, source));
    QCOMPARE(loaded(path(u"docker"_s)), contentsOf({App, Tool}));
    QCOMPARE(m_docker.reset(), QString());
    // There and back again.
    REQUIRE_VALUE(exportTo(path(u"layout"_s), ArchiveFormat::Layout, path(u"docker"_s)));
    REQUIRE_VALUE(exportTo(path(u"packed"_s), ArchiveFormat::Docker, path(u"layout"_s), Compression::Gzip));
    QCOMPARE(loaded(path(u"packed"_s)), contentsOf({App, Tool}));
}

void TestArchiveInterop::podmanLoads()
{
    REQUIRE_PROGRAM(u"podman"_s);
    if (geteuid() != 0) {
        QSKIP("podman wants to be root for this");
    }
    const QStringList podman{
        u"--root"_s, path(u"root"_s), u"--runroot"_s, path(u"run"_s), u"--storage-driver"_s, u"vfs"_s};
    const QString source = write(u"source"_s, fixture::layout({App, Tool}, u"gzip"_s));
    REQUIRE_VALUE(exportTo(path(u"docker"_s), ArchiveFormat::Docker, source));
    REQUIRE_SUCCESS(run(u"podman"_s, podman + QStringList{u"load"_s, u"--input"_s, path(u"docker"_s)}));
    const Output ids = run(u"podman"_s, podman + QStringList{u"images"_s, u"-q"_s, u"--no-trunc"_s});
    REQUIRE_SUCCESS(ids);
    QStringList found = ids.lines();
    found.removeDuplicates();
    found.sort();
    QStringList expected{fixture::idOf(App), fixture::idOf(Tool)};
    expected.sort();
    QCOMPARE(found, expected);
}

void TestArchiveInterop::whatIsLeftLoads_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 16; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

// A random archive, a random removal: what is left is what was there.
void TestArchiveInterop::whatIsLeftLoads()
{
    if (!m_noDocker.isEmpty()) {
        QSKIP(qPrintable(m_noDocker));
    }
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    QList<fixture::Image> images;
    const int count = random.bounded(2, 9);
    for (int i = 0; i < count; ++i) {
        images << randomImage(i, random);
    }
    QList<fixture::Image> left;
    QList<qsizetype> gone;
    for (qsizetype i = 0; i < images.size(); ++i) {
        if (random.bounded(2) == 0) {
            gone << i;
        } else {
            left << images[i];
        }
    }
    const bool isLayout = seed % 4 == 3;
    const QList<FixtureFiles> forms{fixture::oldDocker(images), fixture::newDocker(images),
        fixture::oldDocker(images), fixture::layout(images, u"gzip"_s)};
    QString archive = write(u"archive"_s, forms[seed % 4]);
    REQUIRE_VALUE(remove(archive, gone));
    if (isLayout) {
        REQUIRE_VALUE(exportTo(path(u"docker"_s), ArchiveFormat::Docker, archive));
        archive = path(u"docker"_s);
    }
    QCOMPARE(loaded(archive), contentsOf(left));
}

QTEST_GUILESS_MAIN(TestArchiveInterop)
#include "tst_archiveinterop.moc"
