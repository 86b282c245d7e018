// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archiverewrite.h"

#include "stores/archivefixture.h"
#include "stores/resulttext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

const fixture::Image App{.names = {u"app:1"_s, u"app:latest"_s}, .layers = {u"base=5000"_s, u"app=70000"_s}};
const fixture::Image Tool{.names = {u"tool:1"_s}, .layers = {u"base=5000"_s, u"tool=3000"_s}};
const fixture::Image Nameless{.layers = {u"other=4000"_s}};
const QList<fixture::Image> All{App, Tool, Nameless};

QStringList namesIn(const QDir &folder)
{
    return folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// All images but those of these positions, with all their names.
ImageReferences allBut(const OpenedArchive &archive, const QList<qsizetype> &positions)
{
    ImageReferences staying;
    for (qsizetype i = 0; i < archive.images.size(); ++i) {
        if (!positions.contains(i)) {
            staying.insert(archive.images[i].id, archive.images[i].references);
        }
    }
    return staying;
}

} // namespace

class TestArchiveRewrite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void removes_data();
    void removes();
    void removesNames_data();
    void removesNames();
    void removesAll_data();
    void removesAll();
    void keepsWhatNobodyKnows();
    void keepsTheTargetOfALink();
    void forgetsParentsThatGo();
    void staysPackedAsItWas_data();
    void staysPackedAsItWas();
    void keepsPermissionsAndLinks();
    void refusesWhatWasChanged_data();
    void refusesWhatWasChanged();
    void refusesWhileAnotherIsAtIt();
    void takesALockThatSaysNothing();
    void leavesTheFileWholeWhenCancelled();
    void clearsUpAfterAKilledRun();
    void keepsWhatAnotherProgramListed();
    void noticesAnotherContent();

private:
    QString make(const QString &form, const QList<fixture::Image> &images = All);
    QString write(const FixtureFiles &files, const QString &packing = {});

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestArchiveRewrite::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestArchiveRewrite::write(const FixtureFiles &files, const QString &packing)
{
    const QString path = m_folder->filePath(u"archive"_s);
    const QByteArray tar = fixture::tar(files);
    return fixture::write(path, packing.isEmpty() ? tar : fixture::packed(tar, packing)) ? path : QString();
}

QString TestArchiveRewrite::make(const QString &form, const QList<fixture::Image> &images)
{
    if (form == "old docker"_L1) {
        return write(fixture::oldDocker(images));
    }
    if (form == "new docker"_L1) {
        return write(fixture::newDocker(images));
    }
    if (form == "layout tar"_L1) {
        return write(fixture::layout(images, u"gzip"_s));
    }
    const QString path = m_folder->filePath(u"folder"_s);
    return fixture::writeFolder(path, fixture::layout(images)) ? path : QString();
}

void TestArchiveRewrite::removes_data()
{
    QTest::addColumn<QString>("form");
    for (const char *form : {"old docker", "new docker", "layout tar", "layout folder"}) {
        QTest::addRow("%s", form) << QString::fromLatin1(form);
    }
}

void TestArchiveRewrite::removes()
{
    QFETCH(QString, form);
    const QString path = make(form);
    const Result<OpenedArchive> before = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(before);
    const Result<Rewrite> rewrite = planRemoval(*before, allBut(*before, {0}));
    REQUIRE_VALUE(rewrite);
    QVERIFY(droppedBytes(*before, *rewrite) > 0);
    qint64 last = 0;
    REQUIRE_VALUE(rewriteArchive(*before, *rewrite, nullptr, {}, [&](qint64 done, qint64 all) {
        QVERIFY(done >= last && done <= all);
        last = done;
    }));
    const Result<OpenedArchive> after = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(after);
    QCOMPARE(after->images.size(), 2);
    const QList<ImageId> ids{before->images[1].id, before->images[2].id};
    REQUIRE_VALUE(verifyImages(after->catalog, after->images, ids));
    QCOMPARE(after->images[0].id, before->images[1].id);
    QCOMPARE(after->images[0].references, before->images[1].references);
    QCOMPARE(after->images[0].aliases, before->images[1].aliases);
    // All that the image had for itself is gone, and what it shared is not.
    QSet<QString> shared;
    for (const ArchivedImage &image : {before->images[1], before->images[2]}) {
        shared.unite(image.paths);
    }
    for (const QString &file : before->images[0].paths) {
        const bool isThere = after->catalog.files.contains(file) || after->catalog.links.contains(file);
        QCOMPARE(isThere, shared.contains(file));
    }
    QCOMPARE(namesIn(QDir(m_folder->path())).size(), 1);
}

void TestArchiveRewrite::removesNames_data()
{
    removes_data();
}

void TestArchiveRewrite::removesNames()
{
    QFETCH(QString, form);
    const QString path = make(form);
    const Result<OpenedArchive> before = openArchive(path, Digests::Packed);
    REQUIRE_VALUE(before);
    ImageReferences staying = allBut(*before, {});
    staying[before->images[0].id] = {Reference(u"app:latest"_s)};
    staying[before->images[1].id] = {};
    const Result<Rewrite> rewrite = planRemoval(*before, staying);
    REQUIRE_VALUE(rewrite);
    QCOMPARE(rewrite->dropped, QSet<QString>());
    REQUIRE_VALUE(rewriteArchive(*before, *rewrite));
    const Result<OpenedArchive> after = openArchive(path, Digests::Packed);
    REQUIRE_VALUE(after);
    QCOMPARE(after->images.size(), 3);
    QCOMPARE(after->images[0].references, QList<Reference>{Reference(u"app:latest"_s)});
    QCOMPARE(after->images[1].references, QList<Reference>());
    QVERIFY(!after->catalog.files[u"repositories"_s].json.contains("tool"));
    QVERIFY(!after->catalog.files[u"index.json"_s].json.contains("app:1\""));
}

void TestArchiveRewrite::removesAll_data()
{
    removes_data();
}

void TestArchiveRewrite::removesAll()
{
    QFETCH(QString, form);
    const QString path = make(form);
    const Result<OpenedArchive> before = openArchive(path, Digests::Omitted);
    REQUIRE_VALUE(before);
    const Result<Rewrite> rewrite = planRemoval(*before, {});
    REQUIRE_VALUE(rewrite);
    REQUIRE_VALUE(rewriteArchive(*before, *rewrite));
    const Result<OpenedArchive> after = openArchive(path, Digests::Omitted);
    REQUIRE_VALUE(after);
    QCOMPARE(after->images.size(), 0);
    QVERIFY(after->catalog.links.isEmpty());
    for (auto file = after->catalog.files.keyBegin(); file != after->catalog.files.keyEnd(); ++file) {
        QVERIFY2(!file->contains(u'/'), qPrintable(*file));
    }
}

void TestArchiveRewrite::keepsWhatNobodyKnows()
{
    FixtureFiles files = fixture::layout(All);
    files << FixtureFile{u"NOTES"_s, "mine"} << FixtureFile{u"blobs/sha256/orphan"_s, "orphan"};
    FixtureFile index = *fixture::find(files, u"index.json"_s);
    index.content.replace("\"schemaVersion\":2", "\"schemaVersion\":2,\"mine\":{\"a\":[1]}");
    const QString path = write(fixture::with(files, index));
    const Result<OpenedArchive> before = openArchive(path, Digests::Omitted);
    REQUIRE_VALUE(before);
    const Result<Rewrite> rewrite = planRemoval(*before, allBut(*before, {0, 2}));
    REQUIRE_VALUE(rewrite);
    REQUIRE_VALUE(rewriteArchive(*before, *rewrite));
    const Result<OpenedArchive> after = openArchive(path, Digests::Omitted);
    REQUIRE_VALUE(after);
    QVERIFY(after->catalog.find(u"NOTES"_s));
    QVERIFY(after->catalog.find(u"blobs/sha256/orphan"_s));
    QVERIFY(after->catalog.find(u"index.json"_s)->json.contains("\"mine\":{\"a\":[1]}"));
}

// The second image's layer is a link into the folder of the first one.
void TestArchiveRewrite::keepsTheTargetOfALink()
{
    const fixture::Image first{.names = {u"first:1"_s}, .layers = {u"below"_s, u"shared"_s}};
    const fixture::Image second{.names = {u"second:1"_s}, .layers = {u"shared"_s}};
    const QString path = write(fixture::oldDocker({first, second}));
    const Result<OpenedArchive> before = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(before);
    QCOMPARE(before->catalog.links.size(), 1);
    const Result<Rewrite> rewrite = planRemoval(*before, allBut(*before, {0}));
    REQUIRE_VALUE(rewrite);
    REQUIRE_VALUE(rewriteArchive(*before, *rewrite));
    const Result<OpenedArchive> after = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(after);
    QCOMPARE(after->catalog.links.size(), 1);
    REQUIRE_VALUE(verifyImages(after->catalog, after->images, {ImageId(fixture::idOf(second))}));
    // Gone are a configuration, a layer with the two files beside it, and the two beside the shared one.
    QCOMPARE(after->catalog.files.size(), before->catalog.files.size() - 6);
}

void TestArchiveRewrite::forgetsParentsThatGo()
{
    const FixtureFiles files = fixture::oldDocker({App, Tool});
    FixtureFile manifest = *fixture::find(files, u"manifest.json"_s);
    const QByteArray parent = "\"Parent\":\"" + fixture::idOf(App).toLatin1() + "\",";
    manifest.content.insert(manifest.content.lastIndexOf("\"RepoTags\""), parent);
    const QString path = write(fixture::with(files, manifest));
    const Result<OpenedArchive> before = openArchive(path, Digests::Omitted);
    REQUIRE_VALUE(before);
    QCOMPARE(before->images[1].parent, before->images[0].id);
    const Result<Rewrite> rewrite = planRemoval(*before, allBut(*before, {0}));
    REQUIRE_VALUE(rewrite);
    REQUIRE_VALUE(rewriteArchive(*before, *rewrite));
    const Result<OpenedArchive> after = openArchive(path, Digests::Omitted);
    REQUIRE_VALUE(after);
    QVERIFY(!after->catalog.find(u"manifest.json"_s)->json.contains("Parent"));
}

void TestArchiveRewrite::staysPackedAsItWas_data()
{
    QTest::addColumn<QString>("packing");
    QTest::addColumn<Compression>("compression");
    QTest::addRow("gzip") << u"gzip"_s << Compression::Gzip;
    QTest::addRow("bzip2") << u"bzip2"_s << Compression::Bzip2;
    QTest::addRow("xz") << u"xz"_s << Compression::Xz;
    QTest::addRow("zstd") << u"zstd"_s << Compression::Zstd;
}

void TestArchiveRewrite::staysPackedAsItWas()
{
    QFETCH(QString, packing);
    QFETCH(Compression, compression);
    const QString path = write(fixture::oldDocker(All), packing);
    const Result<OpenedArchive> before = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(before);
    QCOMPARE(before->compression, compression);
    const Result<Rewrite> rewrite = planRemoval(*before, allBut(*before, {0}));
    REQUIRE_VALUE(rewrite);
    REQUIRE_VALUE(rewriteArchive(*before, *rewrite));
    const Result<OpenedArchive> after = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(after);
    QCOMPARE(after->compression, compression);
    QCOMPARE(after->images.size(), 2);
}

void TestArchiveRewrite::keepsPermissionsAndLinks()
{
    const QString path = write(fixture::oldDocker(All));
    const QString link = m_folder->filePath(u"link"_s);
    QVERIFY(QFile::link(u"archive"_s, link));
    const auto permissions = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser
        | QFile::ReadGroup | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(path, permissions));
    const QFile::Permissions before = QFile::permissions(path);
    const Result<OpenedArchive> archive = openArchive(link, Digests::Omitted);
    REQUIRE_VALUE(archive);
    const Result<Rewrite> rewrite = planRemoval(*archive, allBut(*archive, {0}));
    REQUIRE_VALUE(rewrite);
    REQUIRE_VALUE(rewriteArchive(*archive, *rewrite));
    QVERIFY(QFileInfo(link).isSymbolicLink());
    QCOMPARE(QFile::permissions(path), before);
    REQUIRE_VALUE(openArchive(link, Digests::Omitted));
    QCOMPARE(namesIn(QDir(m_folder->path())).size(), 2);
}

void TestArchiveRewrite::refusesWhatWasChanged_data()
{
    removes_data();
}

void TestArchiveRewrite::refusesWhatWasChanged()
{
    QFETCH(QString, form);
    const QString path = make(form);
    const Result<OpenedArchive> archive = openArchive(path, Digests::Omitted);
    REQUIRE_VALUE(archive);
    const Result<Rewrite> rewrite = planRemoval(*archive, allBut(*archive, {0}));
    REQUIRE_VALUE(rewrite);
    // Another one of the same size takes its place.
    const bool isFolder = QFileInfo(path).isDir();
    const QString changed = isFolder ? path + "/index.json"_L1 : path;
    QByteArray content = contentOf(changed);
    content.replace("tool:1", "tool:2");
    QVERIFY(QFile::remove(changed));
    QVERIFY(fixture::write(changed, content));
    const qsizetype count = isFolder ? namesIn(QDir(path + "/blobs/sha256"_L1)).size() : 0;
    REQUIRE_ERROR(rewriteArchive(*archive, *rewrite), ErrorCode::Conflict);
    QCOMPARE(contentOf(changed), content);
    QCOMPARE(isFolder ? namesIn(QDir(path + "/blobs/sha256"_L1)).size() : 0, count);
    QCOMPARE(namesIn(QDir(m_folder->path())).size(), 1);
}

void TestArchiveRewrite::refusesWhileAnotherIsAtIt()
{
    const QString path = write(fixture::oldDocker(All));
    QLockFile lock(m_folder->filePath(u".archive.jettison-lock"_s));
    QVERIFY(lock.tryLock());
    const Result<OpenedArchive> archive = openArchive(path, Digests::Omitted);
    REQUIRE_VALUE(archive);
    const Result<Rewrite> rewrite = planRemoval(*archive, {});
    REQUIRE_VALUE(rewrite);
    REQUIRE_ERROR(rewriteArchive(*archive, *rewrite), ErrorCode::Conflict);
}

// As a program leaves it that is killed when it has made the lock and not yet written who it is.
void TestArchiveRewrite::takesALockThatSaysNothing()
{
    const QString path = write(fixture::oldDocker(All));
    QVERIFY(fixture::write(m_folder->filePath(u".archive.jettison-lock"_s), {}));
    const Result<OpenedArchive> archive = openArchive(path, Digests::Omitted);
    REQUIRE_VALUE(archive);
    const Result<Rewrite> rewrite = planRemoval(*archive, allBut(*archive, {0}));
    REQUIRE_VALUE(rewrite);
    REQUIRE_VALUE(rewriteArchive(*archive, *rewrite));
    QCOMPARE(namesIn(m_folder->path()), QStringList(u"archive"_s));
}

void TestArchiveRewrite::leavesTheFileWholeWhenCancelled()
{
    const QString path = write(fixture::oldDocker(All));
    const QByteArray content = contentOf(path);
    const Result<OpenedArchive> archive = openArchive(path, Digests::Omitted);
    REQUIRE_VALUE(archive);
    const Result<Rewrite> rewrite = planRemoval(*archive, allBut(*archive, {1}));
    REQUIRE_VALUE(rewrite);
    for (int limit = 1; limit < 6; ++limit) {
        CancelToken cancel;
        int calls = 0;
        const Result<void> done = rewriteArchive(*archive, *rewrite, nullptr, cancel, [&](qint64, qint64) {
            if (++calls == limit) {
                cancel.request();
            }
        });
        REQUIRE_ERROR(done, ErrorCode::Cancelled);
        QCOMPARE(contentOf(path), content);
        QCOMPARE(namesIn(QDir(m_folder->path())).size(), 1);
    }
}

void TestArchiveRewrite::clearsUpAfterAKilledRun()
{
    const QString path = write(fixture::oldDocker(All));
    QVERIFY(fixture::write(m_folder->filePath(u".archive.jettison-new"_s), "half of it"));
    const Result<OpenedArchive> archive = openArchive(path, Digests::Omitted);
    REQUIRE_VALUE(archive);
    const Result<Rewrite> rewrite = planRemoval(*archive, allBut(*archive, {0}));
    REQUIRE_VALUE(rewrite);
    REQUIRE_VALUE(rewriteArchive(*archive, *rewrite));
    QCOMPARE(namesIn(QDir(m_folder->path())), QStringList{u"archive"_s});
}

// What the index lists when blobs are about to go keeps its blobs, whatever was planned.
void TestArchiveRewrite::keepsWhatAnotherProgramListed()
{
    const QString path = make(u"layout folder"_s);
    const Result<OpenedArchive> archive = openArchive(path, Digests::Omitted);
    REQUIRE_VALUE(archive);
    Result<Rewrite> rewrite = planRemoval(*archive, allBut(*archive, {0}));
    REQUIRE_VALUE(rewrite);
    rewrite->replaced[u"index.json"_s] = archive->catalog.files[u"index.json"_s].json;
    REQUIRE_VALUE(rewriteArchive(*archive, *rewrite));
    const Result<OpenedArchive> after = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(after);
    QCOMPARE(after->images.size(), 3);
}

// The disk may give other bytes than it gave at first.
void TestArchiveRewrite::noticesAnotherContent()
{
    const QString path = write(fixture::oldDocker(All));
    Result<OpenedArchive> archive = openArchive(path, Digests::Packed);
    REQUIRE_VALUE(archive);
    const QString layer = archive->images[1].platforms[0].layers[1].path;
    archive->catalog.files[layer].digest = fixture::digestOf("something else");
    const Result<Rewrite> rewrite = planRemoval(*archive, allBut(*archive, {0}));
    REQUIRE_VALUE(rewrite);
    const QByteArray content = contentOf(path);
    REQUIRE_ERROR(rewriteArchive(*archive, *rewrite), ErrorCode::Conflict);
    QCOMPARE(contentOf(path), content);
}

QTEST_GUILESS_MAIN(TestArchiveRewrite)
#include "tst_archiverewrite.moc"
