// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archivefiles.h"

#include "stores/archivefixture.h"
#include "stores/resulttext.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

const fixture::Image App{.names = {u"app:1"_s}, .layers = {u"base=5000"_s, u"app=200000"_s}};

} // namespace

class TestArchivedFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opensOne_data();
    void opensOne();
    void seeks();
    void readsSome_data();
    void readsSome();
    void noticesChanges();
    void missesNothingSilently();
    void catalogues_data();
    void catalogues();

private:
    Result<OpenedArchive> make(const QString &packing);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestArchivedFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Result<OpenedArchive> TestArchivedFiles::make(const QString &packing)
{
    const FixtureFiles files = fixture::layout({App});
    const QString path = m_folder->filePath(u"archive"_s);
    if (packing == "folder"_L1) {
        return fixture::writeFolder(path, files) ? openArchive(path, Digests::Packed)
                                                 : fail(ErrorCode::FileFailed, path);
    }
    const QByteArray tar = fixture::tar(files);
    return fixture::write(path, packing.isEmpty() ? tar : fixture::packed(tar, packing))
        ? openArchive(path, Digests::Packed)
        : fail(ErrorCode::FileFailed, path);
}

void TestArchivedFiles::opensOne_data()
{
    QTest::addColumn<QString>("packing");
    QTest::addRow("plain") << QString();
    for (const char *packing : {"folder", "gzip", "bzip2", "xz", "zstd"}) {
        QTest::addRow("%s", packing) << QString::fromLatin1(packing);
    }
}

void TestArchivedFiles::opensOne()
{
    QFETCH(QString, packing);
    const Result<OpenedArchive> archive = make(packing);
    REQUIRE_VALUE(archive);
    for (const ArchivedLayer &layer : archive->images[0].platforms[0].layers) {
        const Result<std::unique_ptr<QIODevice>> file = openFile(*archive, layer.path);
        REQUIRE_VALUE(file);
        QCOMPARE(fixture::digestOf((*file)->readAll()), layer.diffId.text());
    }
    REQUIRE_ERROR(openFile(*archive, u"blobs/none"_s), ErrorCode::NotFound);
}

void TestArchivedFiles::seeks()
{
    const Result<OpenedArchive> archive = make({});
    REQUIRE_VALUE(archive);
    const QByteArray layer = fixture::layer(App.layers[1]);
    const Result<std::unique_ptr<QIODevice>> file = openFile(*archive, fixture::blobPath(layer));
    REQUIRE_VALUE(file);
    QCOMPARE((*file)->size(), layer.size());
    for (const qsizetype at : {150'000, 3, 0, 512, 202'000}) {
        QVERIFY((*file)->seek(at));
        QCOMPARE((*file)->peek(10), layer.mid(at, 10));
        QCOMPARE((*file)->read(700), layer.mid(at, 700));
    }
    QVERIFY((*file)->seek(layer.size()));
    QCOMPARE((*file)->read(1), QByteArray());
    QVERIFY((*file)->atEnd());
}

void TestArchivedFiles::readsSome_data()
{
    opensOne_data();
}

void TestArchivedFiles::readsSome()
{
    QFETCH(QString, packing);
    const Result<OpenedArchive> archive = make(packing);
    REQUIRE_VALUE(archive);
    const QSet<QString> wanted{fixture::blobPath(fixture::layer(App.layers[0])), u"oci-layout"_s};
    QHash<QString, QByteArray> seen;
    REQUIRE_VALUE(readFiles(*archive, wanted, [&](const QString &path, QIODevice &content) -> Result<void> {
        // What is not read to its end is no hindrance.
        seen.insert(path, path == "oci-layout"_L1 ? content.read(1) : content.readAll());
        return {};
    }));
    QCOMPARE(seen.size(), 2);
    QCOMPARE(seen[fixture::blobPath(fixture::layer(App.layers[0]))], fixture::layer(App.layers[0]));
    const Result<void> stopped = readFiles(*archive, wanted,
        [](const QString &path, QIODevice &) -> Result<void> { return fail(ErrorCode::NoSpace, path); });
    REQUIRE_ERROR(stopped, ErrorCode::NoSpace);
}

void TestArchivedFiles::noticesChanges()
{
    const Result<OpenedArchive> archive = make({});
    REQUIRE_VALUE(archive);
    QFile file(archive->path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
    file.close();
    REQUIRE_ERROR(openFile(*archive, u"oci-layout"_s), ErrorCode::Conflict);
    REQUIRE_ERROR(readFiles(*archive, {u"oci-layout"_s}, {}), ErrorCode::Conflict);
}

void TestArchivedFiles::missesNothingSilently()
{
    for (const QString &packing : {u""_s, u"gzip"_s, u"folder"_s}) {
        init();
        const Result<OpenedArchive> archive = make(packing);
        REQUIRE_VALUE(archive);
        const Result<void> read = readFiles(*archive, {u"oci-layout"_s, u"none"_s},
            [](const QString &, QIODevice &) { return Result<void>(); });
        QVERIFY(!read);
    }
}

void TestArchivedFiles::catalogues_data()
{
    opensOne_data();
}

void TestArchivedFiles::catalogues()
{
    QFETCH(QString, packing);
    REQUIRE_VALUE(make(packing));
    const QString path = m_folder->filePath(u"archive"_s);
    const QString layer = fixture::blobPath(fixture::layer(App.layers[1]));
    const qint64 size = fixture::layer(App.layers[1]).size();
    for (const Digests digests : {Digests::Omitted, Digests::Packed, Digests::Computed}) {
        const Result<OpenedArchive> archive = openArchive(path, digests);
        REQUIRE_VALUE(archive);
        const ArchiveFile file = archive->catalog.files[layer];
        const QString digest = fixture::digestOf(fixture::layer(App.layers[1]));
        QCOMPARE(file.size, size);
        QCOMPARE(file.digest, digests == Digests::Omitted ? QString() : digest);
        QCOMPARE(file.unpackedDigest, digests == Digests::Computed ? digest : QString());
        QCOMPARE(file.unpackedSize, digests == Digests::Computed ? size : -1);
        QVERIFY(file.json.isEmpty());
        QCOMPARE(archive->catalog.files[u"index.json"_s].digest,
            sha256Digest(archive->catalog.files[u"index.json"_s].json));
    }
    CancelToken cancel;
    cancel.request();
    REQUIRE_ERROR(openArchive(path, Digests::Computed, cancel), ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestArchivedFiles)
#include "tst_archivedfiles.moc"
