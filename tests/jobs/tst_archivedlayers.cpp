// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/filestext.h"
#include "jobs/filesreading.h"
#include "stores/archive/archivestore.h"
#include "stores/archivefixture.h"
#include "stores/resulttext.h"

#include <QTemporaryDir>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

const fixture::Image App{.names = {u"app:1"_s}, .layers = {u"base=5000"_s, u"app=70000"_s, u"base=5000"_s}};
const fixture::Image Tool{.names = {u"tool:1"_s}, .layers = {u"base=5000"_s, u"tool=3000"_s}};
const fixture::Image Arm{.names = {u"app:1"_s}, .layers = {u"arm=9"_s}, .platform = u"linux/arm64"_s};

// The files of the image that has this name in the archive.
Result<ImageFilesPtr> filesOf(const QByteArray &archive, const QString &name)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"images"_s);
    if (!fixture::write(path, archive)) {
        qFatal("the archive cannot be written");
    }
    ArchiveStore store(path, "archive:"_L1 + path, StoreInfo::Kind::Archive);
    return store.image(Reference(name), patientCall()).and_then([&](const Image &image) {
        return readImageFiles(store, image.id, [](qint64) { }, {});
    });
}

} // namespace

/// The files of images that archives hold.
class TestArchivedLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAllForms_data();
    void readsAllForms();
    void readsTheFirstPlatform();
    void tellsOfADamagedLayer();
};

void TestArchivedLayers::readsAllForms_data()
{
    QTest::addColumn<QByteArray>("archive");

    const QByteArray old = fixture::tar(fixture::oldDocker({App, Tool}));
    QTest::addRow("old docker") << old;
    QTest::addRow("old docker, packed") << fixture::packed(old, u"gzip"_s);
    QTest::addRow("new docker") << fixture::tar(fixture::newDocker({App, Tool}));
    QTest::addRow("layout") << fixture::tar(fixture::layout({App, Tool}));
    QTest::addRow("layout with packed layers") << fixture::tar(fixture::layout({App, Tool}, u"gzip"_s));
    QTest::addRow("layout packed with zstd") << fixture::tar(fixture::layout({App, Tool}, u"zstd"_s));
}

// One layer stands twice in the image.
void TestArchivedLayers::readsAllForms()
{
    QFETCH(const QByteArray, archive);

    const Result<ImageFilesPtr> files = filesOf(archive, u"app:1"_s);

    REQUIRE_VALUE(files);
    QCOMPARE(topText(**files), u"app=70000=70000 base=5000=5000"_s);
    QCOMPARE((*files)->layers().size(), 3);
    QCOMPARE(wastedText(**files), u"base=5000 1 times 5000"_s);
    QCOMPARE(changesText(**files, 2), u"base=5000 repeats 5000 in 1 of layer 0"_s);
}

void TestArchivedLayers::readsTheFirstPlatform()
{
    const Result<ImageFilesPtr> files = filesOf(fixture::tar(fixture::platforms({App, Arm})), u"app:1"_s);

    REQUIRE_VALUE(files);
    QCOMPARE((*files)->layers().size(), 3);
}

void TestArchivedLayers::tellsOfADamagedLayer()
{
    FixtureFiles files = fixture::newDocker({App});
    const QByteArray whole = fixture::layer(u"app=70000"_s);
    QByteArray damaged = whole;
    damaged[2000] = damaged[2000] == 'x' ? 'y' : 'x';
    const auto layer = std::ranges::find(files, whole, &FixtureFile::content);
    QVERIFY(layer != files.end());
    layer->content = damaged;

    const Result<ImageFilesPtr> read = filesOf(fixture::tar(files), u"app:1"_s);

    REQUIRE_ERROR(read, ErrorCode::BrokenArchive);
    QVERIFY2(read.error().detail.contains(fixture::digestOf(whole)), qPrintable(read.error().detail));
}

QTEST_GUILESS_MAIN(TestArchivedLayers)
#include "tst_archivedlayers.moc"
