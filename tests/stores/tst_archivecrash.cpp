// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archivemerge.h"

#include "stores/archivefixture.h"
#include "stores/resulttext.h"
#include "support/process.h"
#include "support/scratchfolder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>

#include <sys/mount.h>
#include <unistd.h>

#include <algorithm>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

constexpr int Kills = 50;

// About 20 MB.
QList<fixture::Image> bigImages()
{
    QList<fixture::Image> images;
    for (int i = 0; i < 8; ++i) {
        images << fixture::Image{
            .names = {u"image%1:1"_s.arg(i)}, .layers = {u"base=2000000"_s, u"image%1=2250000"_s.arg(i)}};
    }
    return images;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

// Blobs of a folder that no image needs.
QSet<QString> orphansIn(const OpenedArchive &archive)
{
    QSet<QString> paths;
    for (auto file = archive.catalog.files.keyBegin(); file != archive.catalog.files.keyEnd(); ++file) {
        if (file->startsWith("blobs/"_L1)) {
            paths.insert(*file);
        }
    }
    for (const ArchivedImage &image : archive.images) {
        paths.subtract(image.paths);
    }
    return paths;
}

Result<void> removeFirst(const QString &path)
{
    const Result<OpenedArchive> archive = openArchive(path, Digests::Omitted);
    if (!archive) {
        return tl::unexpected(archive.error());
    }
    ImageReferences staying;
    for (const ArchivedImage &image : archive->images.sliced(1)) {
        staying.insert(image.id, image.references);
    }
    return planRemoval(*archive, staying).and_then([&](const Rewrite &rewrite) {
        return rewriteArchive(*archive, rewrite);
    });
}

} // namespace

/// Nothing is lost, whenever it ends.
class TestArchiveCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killed_data();
    void killed();
    void fullDisk_data();
    void fullDisk();
    void readOnlyFolder();

private:
    qint64 runFor(const QString &path, qint64 microseconds);

    ScratchFolder m_folder;
    int m_count = 0;
};

// Runs the helper, and kills it so long after it began; returns how long it ran.
qint64 TestArchiveCrash::runFor(const QString &path, qint64 microseconds)
{
    QProcess helper;
    endWithUs(helper);
    helper.start(QStringLiteral(JETTISON_REWRITE_HELPER), {path});
    if (!helper.waitForReadyRead()) {
        return -1;
    }
    QElapsedTimer timer;
    timer.start();
    if (microseconds >= 0) {
        // The moment is what is tested: there is nothing to wait for.
        QThread::usleep(static_cast<unsigned long>(microseconds));
        helper.kill();
    }
    helper.waitForFinished();
    return timer.nsecsElapsed() / 1000;
}

void TestArchiveCrash::killed_data()
{
    QTest::addColumn<QString>("form");
    for (const char *form : {"docker", "folder"}) {
        QTest::addRow("%s", form) << QString::fromLatin1(form);
    }
}

void TestArchiveCrash::killed()
{
    QFETCH(QString, form);
    const QList<fixture::Image> images = bigImages();
    const bool isFolder = form == "folder"_L1;
    const FixtureFiles files = form == "docker"_L1 ? fixture::newDocker(images) : fixture::layout(images);
    const QByteArray tar = fixture::tar(files);
    const auto make = [&] {
        const QString path = m_folder.path(u"%1/archive"_s.arg(++m_count));
        const bool isMade = isFolder ? fixture::writeFolder(path, files) : fixture::write(path, tar);
        return isMade ? path : QString();
    };
    const qint64 whole = runFor(make(), -1);
    QVERIFY(whole > 0);
    QRandomGenerator random(9);
    int oldOnes = 0;
    int orphans = 0;
    for (int i = 0; i < Kills; ++i) {
        const QString path = make();
        QVERIFY(runFor(path, random.bounded(int(whole + whole / 10))) >= 0);
        const Result<OpenedArchive> after = openArchive(path, Digests::Computed);
        REQUIRE_VALUE(after);
        QVERIFY(after->images.size() == images.size() || after->images.size() == images.size() - 1);
        oldOnes += after->images.size() == images.size() ? 1 : 0;
        QList<ImageId> ids;
        std::ranges::transform(after->images, std::back_inserter(ids), &ArchivedImage::id);
        REQUIRE_VALUE(verifyImages(after->catalog, after->images, ids));
        const bool hasOrphans = isFolder && !orphansIn(*after).isEmpty();
        orphans += hasOrphans ? 1 : 0;
        // The next run takes away what the killed one left behind.
        if (isFolder || i % 10 == 0) {
            REQUIRE_VALUE(removeFirst(path));
            QCOMPARE(namesIn(QFileInfo(path).path()), QStringList{u"archive"_s});
        }
        if (isFolder) {
            const Result<OpenedArchive> next = openArchive(path, Digests::Omitted);
            REQUIRE_VALUE(next);
            QCOMPARE(orphansIn(*next), QSet<QString>());
            QCOMPARE(namesIn(path), QStringList({u"blobs"_s, u"index.json"_s, u"oci-layout"_s}));
        }
        QDir(QFileInfo(path).path()).removeRecursively();
    }
    qInfo("%d of %d were killed before the archive was the new one, %d left blobs behind", oldOnes, Kills,
        orphans);
}

void TestArchiveCrash::fullDisk_data()
{
    QTest::addColumn<QString>("packing");
    QTest::addColumn<bool>("isMerge");
    QTest::addRow("plain") << QString() << false;
    QTest::addRow("gzip") << u"gzip"_s << false;
    QTest::addRow("zstd") << u"zstd"_s << false;
    QTest::addRow("merge into a folder") << QString() << true;
}

void TestArchiveCrash::fullDisk()
{
    if (geteuid() != 0) {
        QSKIP("only root may mount a disk that is small enough");
    }
    QFETCH(QString, packing);
    QFETCH(bool, isMerge);
    const QString disk = m_folder.path(u"disk%1"_s.arg(++m_count));
    QVERIFY(QDir().mkpath(disk));
    if (::mount("tmpfs", QFile::encodeName(disk).constData(), "tmpfs", 0, "size=6m") != 0) {
        QSKIP("no disk can be mounted here");
    }
    // What cannot be packed, so that half of it fills the disk.
    QRandomGenerator random(1);
    FixtureFiles files = fixture::layout(
        {{.names = {u"a:1"_s}, .layers = {u"a"_s}}, {.names = {u"b:1"_s}, .layers = {u"b"_s}}});
    QByteArray noise(4'000'000, '\0');
    random.fillRange(reinterpret_cast<quint32 *>(noise.data()), noise.size() / 4);
    files << FixtureFile{u"noise"_s, noise};
    const QString path = disk + "/archive"_L1;
    if (isMerge) {
        QVERIFY(fixture::writeFolder(path, files));
        const QString big = m_folder.path(u"big%1"_s.arg(m_count));
        QVERIFY(fixture::write(
            big, fixture::tar(fixture::layout({{.names = {u"c:1"_s}, .layers = {u"c=3000000"_s}}}))));
        const Result<OpenedArchive> target = openArchive(path, Digests::Computed);
        const Result<OpenedArchive> source = openArchive(big, Digests::Computed);
        REQUIRE_VALUE(target);
        REQUIRE_VALUE(source);
        const Result<Merge> merge = planMerge(
            *target, *source, {{.id = source->images[0].id, .references = source->images[0].references}});
        REQUIRE_VALUE(merge);
        REQUIRE_ERROR(rewriteArchive(*target, merge->rewrite, &*source), ErrorCode::NoSpace);
        const Result<OpenedArchive> after = openArchive(path, Digests::Computed);
        REQUIRE_VALUE(after);
        QCOMPARE(after->images.size(), 2);
        QCOMPARE(after->catalog.files.size(), target->catalog.files.size());
        return;
    }
    const QByteArray tar = fixture::tar(files);
    QVERIFY(fixture::write(path, packing.isEmpty() ? tar : fixture::packed(tar, packing)));
    const QByteArray before = contentOf(path);
    REQUIRE_ERROR(removeFirst(path), ErrorCode::NoSpace);
    QCOMPARE(contentOf(path), before);
    QCOMPARE(namesIn(disk), QStringList{u"archive"_s});
}

void TestArchiveCrash::readOnlyFolder()
{
    if (geteuid() != 0) {
        QSKIP("only root may mount a disk that cannot be written");
    }
    const QString disk = m_folder.path(u"disk%1"_s.arg(++m_count));
    QVERIFY(QDir().mkpath(disk));
    if (::mount("tmpfs", QFile::encodeName(disk).constData(), "tmpfs", 0, "size=6m") != 0) {
        QSKIP("no disk can be mounted here");
    }
    const QByteArray tar = fixture::tar(fixture::oldDocker({{.names = {u"a:1"_s}, .layers = {u"a"_s}}}));
    QVERIFY(fixture::write(disk + "/archive"_L1, tar));
    QVERIFY(
        ::mount("tmpfs", QFile::encodeName(disk).constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0);
    const Result<void> removed = removeFirst(disk + "/archive"_L1);
    REQUIRE_ERROR(removed, ErrorCode::FileFailed);
    QVERIFY(removed.error().detail.contains(disk));
    QCOMPARE(contentOf(disk + "/archive"_L1), tar);
}

QTEST_GUILESS_MAIN(TestArchiveCrash)
#include "tst_archivecrash.moc"
