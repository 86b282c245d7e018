// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/backupexport.h"

#include "jobs/backup.h"
#include "jobs/scan.h"
#include "stores/archive/archivestore.h"
#include "stores/archive/ocilayout.h"
#include "stores/archive/openedarchive.h"
#include "stores/archivefixture.h"
#include "stores/resulttext.h"
#include "support/containerengine.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

const fixture::Image App{.names = {u"app:1"_s, u"app:latest"_s}, .layers = {u"base=5000"_s, u"app=70000"_s}};
const fixture::Image Tool{.names = {u"tool:1"_s}, .layers = {u"base=5000"_s, u"tool=3000"_s}};
const fixture::Image Other{.names = {u"other:1"_s}, .layers = {u"base=5000"_s, u"other=3000"_s}};
const QList<fixture::Image> All{App, Tool, Other};

Output run(const QString &program, const QStringList &arguments)
{
    return runProgram(program, arguments, QProcessEnvironment::systemEnvironment());
}

#define REQUIRE_SUCCESS(output)                                                                              \
    do {                                                                                                     \
        const Output ended = output;                                                                         \
        QVERIFY2(ended.exitCode == 0, qPrintable(ended.errors + ended.text));                                \
    } while (false)

#define REQUIRE_PROGRAM(name)                                                                                \
    do {                                                                                                     \
        if (QStandardPaths::findExecutable(name).isEmpty()) {                                                \
            QSKIP(qPrintable(name + " is not installed"_L1));                                                \
        }                                                                                                    \
    } while (false)

QStringList namesOf(const QList<ArchivedImage> &images)
{
    QStringList names;
    for (const ArchivedImage &image : images) {
        std::ranges::transform(image.references, std::back_inserter(names), &Reference::text);
    }
    names.sort();
    return names;
}

} // namespace

// Exports of backups of archives and layouts, as other programs read them.
class TestBackupExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void hasNames_data();
    void hasNames();
    void hasNamesOfManifests();
    void skopeoReads_data() { hasNames_data(); }
    void skopeoReads();
    void umociReads();
    void dockerLoads_data();
    void dockerLoads();
    void leavesNoHalf();

private:
    QString path(const QString &name) const { return m_directory->filePath(name); }
    /// Of two of the three images. Fails the test function if there is none.
    void makeBackup(const QString &form);
    Result<void> exportTo(const QString &name, const CancelToken &cancel = {}) const
    {
        return exportBackup(m_backup, folder(), path(name), cancel, [](const BackupProgress &) { });
    }
    BackupFolder folder() const { return BackupFolder(path(u"backups"_s)); }

    std::unique_ptr<QTemporaryDir> m_directory;
    Backup m_backup;
};

void TestBackupExport::makeBackup(const QString &form)
{
    const QString place = path(u"images"_s);
    const FixtureFiles files = form == "old"_L1 ? fixture::oldDocker(All)
        : form == "new"_L1                      ? fixture::newDocker(All)
                                                : fixture::layout(All, u"gzip"_s);
    QVERIFY(form == "folder"_L1 ? fixture::writeFolder(place, files)
                                : fixture::write(place, fixture::tar(files)));
    ArchiveStore store(place, u"archive:"_s + place, StoreInfo::Kind::Archive);
    const Result<SnapshotPtr> snapshot = scan(store, {});
    REQUIRE_VALUE(snapshot);
    const auto targetOf = [&](const QString &name) {
        return RemovalTarget{.image = (*snapshot)->images()[(*snapshot)->find(Reference(name))].id};
    };
    const auto plan =
        RemovalPlan::make(*snapshot, {targetOf(u"app:1"_s), targetOf(u"tool:1"_s)}, {.backup = true});
    const Result<Backup> backup =
        jettison::makeBackup(plan, store, folder(), {}, [](const BackupProgress &) { });
    REQUIRE_VALUE(backup);
    // As the window has it: from the disk.
    m_backup = *folder().find(backup->id);
}

void TestBackupExport::hasNames_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("reader");
    QTest::addRow("old docker") << u"old"_s << u"out.tar"_s << u"docker-archive"_s;
    QTest::addRow("new docker") << u"new"_s << u"out.tar"_s << u"docker-archive"_s;
    QTest::addRow("new docker, packed") << u"new"_s << u"out.tar.zst"_s << u"docker-archive"_s;
    QTest::addRow("layout in a file") << u"layout"_s << u"out.tar"_s << u"oci-archive"_s;
    QTest::addRow("layout in a folder") << u"folder"_s << u"out.tar"_s << u"oci-archive"_s;
    QTest::addRow("layout, packed") << u"folder"_s << u"out.tar.zst"_s << u"oci-archive"_s;
}

void TestBackupExport::hasNames()
{
    QFETCH(QString, form);
    QFETCH(QString, file);
    makeBackup(form);
    REQUIRE_VALUE(exportTo(file));
    const Result<OpenedArchive> opened = openArchive(path(file), Digests::Computed);
    REQUIRE_VALUE(opened);
    QCOMPARE(opened->compression, file.endsWith(".zst"_L1) ? Compression::Zstd : Compression::None);
    QCOMPARE(namesOf(opened->images), QStringList({u"app:1"_s, u"app:latest"_s, u"tool:1"_s}));
    QList<ImageId> ids;
    std::ranges::transform(m_backup.images, std::back_inserter(ids), &Image::id);
    QCOMPARE(ids.size(), 2);
    REQUIRE_VALUE(verifyImages(opened->catalog, opened->images, ids));
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList({u"backups"_s, u"images"_s, file}));
}

// Where images are called by the digests of their manifests, as in the containerd store. Each engine reads
// another of the two lists.
void TestBackupExport::hasNamesOfManifests()
{
    makeBackup(u"new"_s);
    const Result<OpenedArchive> kept = openArchive(folder().archivePath(m_backup.id), Digests::Omitted);
    REQUIRE_VALUE(kept);
    for (Image &image : m_backup.images) {
        const auto archived = std::ranges::find(kept->images, image.id, &ArchivedImage::id);
        QVERIFY(archived != kept->images.cend() && !archived->aliases.isEmpty());
        image.id = archived->aliases.first();
    }
    REQUIRE_VALUE(exportTo(u"out.tar"_s));
    const Result<OpenedArchive> opened = openArchive(path(u"out.tar"_s), Digests::Omitted);
    REQUIRE_VALUE(opened);
    const QStringList names{u"app:1"_s, u"app:latest"_s, u"tool:1"_s};
    QCOMPARE(namesOf(opened->images), names);
    const Result<QList<ArchivedImage>> inIndex = ocilayout::images(opened->catalog);
    REQUIRE_VALUE(inIndex);
    QCOMPARE(namesOf(*inIndex), names);
    for (const Image &image : std::as_const(m_backup.images)) {
        QVERIFY(std::ranges::find(*inIndex, image.id, &ArchivedImage::id) != inIndex->cend());
    }
}

void TestBackupExport::skopeoReads()
{
    REQUIRE_PROGRAM(u"skopeo"_s);
    QFETCH(QString, form);
    QFETCH(QString, file);
    QFETCH(QString, reader);
    makeBackup(form);
    REQUIRE_VALUE(exportTo(file));
    for (const QString &name : {u"app:1"_s, u"app:latest"_s, u"tool:1"_s}) {
        const QString image = u"%1:%2:%3"_s.arg(reader, path(file), name);
        const Output config = run(u"skopeo"_s, {u"inspect"_s, u"--config"_s, u"--raw"_s, image});
        REQUIRE_SUCCESS(config);
        QCOMPARE(
            config.text.toUtf8().trimmed(), fixture::configOf(name == "tool:1"_L1 ? Tool : App).trimmed());
        REQUIRE_SUCCESS(run(u"skopeo"_s,
            {u"copy"_s, u"--insecure-policy"_s, image, u"dir:"_s + path(QString(name).replace(u':', u'-'))}));
    }
    const QString gone = u"%1:%2:other:1"_s.arg(reader, path(file));
    QVERIFY(run(u"skopeo"_s, {u"inspect"_s, gone}).exitCode != 0);
}

void TestBackupExport::umociReads()
{
    REQUIRE_PROGRAM(u"umoci"_s);
    makeBackup(u"folder"_s);
    REQUIRE_VALUE(exportTo(u"out.tar"_s));
    const QString layout = path(u"unpacked"_s);
    QVERIFY(QDir().mkpath(layout));
    REQUIRE_SUCCESS(run(u"tar"_s, {u"-xf"_s, path(u"out.tar"_s), u"-C"_s, layout}));
    const Output listed = run(u"umoci"_s, {u"ls"_s, u"--layout"_s, layout});
    REQUIRE_SUCCESS(listed);
    QStringList names = listed.lines();
    names.sort();
    QCOMPARE(names, QStringList({u"app:1"_s, u"app:latest"_s, u"tool:1"_s}));
    REQUIRE_SUCCESS(run(u"umoci"_s, {u"stat"_s, u"--image"_s, layout + ":tool:1"_L1}));
}

void TestBackupExport::dockerLoads_data()
{
    QTest::addColumn<QString>("form");
    QTest::addRow("old docker") << u"old"_s;
    QTest::addRow("new docker") << u"new"_s;
}

void TestBackupExport::dockerLoads()
{
    QFETCH(QString, form);
    ContainerEngine engine;
    if (const QString reason = engine.start(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    makeBackup(form);
    REQUIRE_VALUE(exportTo(u"out.tar"_s));
    REQUIRE_SUCCESS(engine.docker({u"load"_s, u"-i"_s, path(u"out.tar"_s)}));
    QStringList listed = engine
                             .docker({u"image"_s, u"ls"_s, u"--no-trunc"_s, u"--format"_s,
                                 u"{{.Repository}}:{{.Tag}} {{.ID}}"_s})
                             .lines();
    listed.sort();
    QCOMPARE(listed,
        QStringList({u"app:1 "_s + fixture::idOf(App), u"app:latest "_s + fixture::idOf(App),
            u"tool:1 "_s + fixture::idOf(Tool)}));
}

void TestBackupExport::leavesNoHalf()
{
    makeBackup(u"folder"_s);
    QVERIFY(fixture::write(path(u"out.tar"_s), "old"));
    CancelToken cancel;
    cancel.request();
    REQUIRE_ERROR(exportTo(u"out.tar"_s, cancel), ErrorCode::Cancelled);
    QFile old(path(u"out.tar"_s));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    REQUIRE_ERROR(exportTo(u"nowhere/out.tar"_s), ErrorCode::FileFailed);
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList({u"backups"_s, u"images"_s, u"out.tar"_s}));
}

QTEST_GUILESS_MAIN(TestBackupExport)
#include "tst_backupexport.moc"
