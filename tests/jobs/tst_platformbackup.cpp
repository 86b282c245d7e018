// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/backupjson.h"
#include "jobs/platformbackup.h"
#include "stores/archivefixture.h"
#include "stores/resulttext.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

const fixture::Image Amd{.names = {u"app:1"_s}, .layers = {u"amd=5000"_s, u"app=700"_s}};
const fixture::Image Arm{.names = {u"app:1"_s}, .layers = {u"arm=9000"_s}, .platform = u"linux/arm64"_s};
const fixture::Image Other{.names = {u"other:1"_s}, .layers = {u"other=300"_s}};

ImageVariant variantOf(const fixture::Image &image)
{
    return {.name = image.platform, .digest = fixture::digestOf(fixture::manifestOf(image))};
}

Image imageOf(const ImageId &id, const QList<ImageVariant> &variants)
{
    Image image;
    image.id = id;
    image.variants = variants;
    return image;
}

QStringList presentOf(const ArchivedImage &image)
{
    QStringList names;
    for (const ArchivedPlatform &platform : image.platforms) {
        names << (platform.isPresent ? QStringList(platform.name) : QStringList());
    }
    return names;
}

} // namespace

/// What is kept of platforms that go alone.
class TestPlatformBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesThePlatformAlone();
    void leavesOtherImagesWhole();
    void tellsWhatIsMissing();
    void tellsWhatIsThere();
    void knowsWhoGetsThemBack();
    void isRemembered();
};

void TestPlatformBackup::leavesThePlatformAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"images.tar"_s);
    QVERIFY(fixture::write(path, fixture::tar(fixture::platforms({Amd, Arm}))));
    const Result<OpenedArchive> before = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(before);
    const Image lost = imageOf(before->images.first().id, {variantOf(Arm)});
    REQUIRE_VALUE(leavePlatforms({lost}, path, {}, {}));
    const Result<OpenedArchive> after = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(after);
    QCOMPARE(after->format, ArchiveFormat::Layout);
    QCOMPARE(after->images.size(), 1);
    QCOMPARE(after->images.first().id, lost.id);
    QCOMPARE(presentOf(after->images.first()), QStringList(u"linux/arm64"_s));
    QVERIFY(after->catalog.find(fixture::blobPath(fixture::layer(u"arm=9000"_s))));
    QVERIFY(!after->catalog.find(fixture::blobPath(fixture::layer(u"amd=5000"_s))));
    QVERIFY(!after->catalog.find(fixture::blobPath(fixture::configOf(Amd))));
    REQUIRE_VALUE(verifyPlatforms(after->catalog, after->images, {lost}));
}

void TestPlatformBackup::leavesOtherImagesWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"images.tar"_s);
    FixtureFiles files = fixture::newDocker({Other});
    QVERIFY(fixture::write(path, fixture::tar(files)));
    const Image lost = imageOf(ImageId(u"sha256:"_s + QString(64, u'0')), {});
    REQUIRE_VALUE(leavePlatforms({lost}, path, {}, {}));
    const Result<OpenedArchive> after = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(after);
    // The engine's second list of images is left out: it would name what is not there.
    QVERIFY(!after->catalog.find(u"manifest.json"_s));
    QCOMPARE(presentOf(after->images.first()), QStringList(u"linux/amd64"_s));
    QVERIFY(after->catalog.find(fixture::blobPath(fixture::layer(u"other=300"_s))));
}

void TestPlatformBackup::tellsWhatIsMissing()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"images.tar"_s);
    QVERIFY(fixture::write(path, fixture::tar(fixture::platforms({Amd, Arm}, {u"linux/arm64"_s}))));
    const Result<OpenedArchive> opened = openArchive(path, Digests::Computed);
    REQUIRE_VALUE(opened);
    Image lost = imageOf(opened->images.first().id, {variantOf(Amd)});
    REQUIRE_VALUE(verifyPlatforms(opened->catalog, opened->images, {lost}));
    lost.variants << variantOf(Arm);
    const Result<void> verified = verifyPlatforms(opened->catalog, opened->images, {lost});
    QVERIFY(!verified);
    QCOMPARE(verified.error().code, ErrorCode::BrokenArchive);
    QVERIFY2(verified.error().detail.startsWith("linux/arm64 of the image "_L1),
        qPrintable(verified.error().detail));
}

void TestPlatformBackup::tellsWhatIsThere()
{
    Image image = imageOf(ImageId(u"sha256:"_s + QString(64, u'1')), {variantOf(Amd), variantOf(Arm)});
    Backup backup;
    backup.platforms = {image};
    image.variants[1].isPresent = false;
    QCOMPARE(platformsOf(backup, {image}, true).size(), 1);
    QCOMPARE(platformsOf(backup, {image}, false).first().variant.name, u"linux/arm64"_s);
    QCOMPARE(platformsOf(backup, {}, false).size(), 2);
}

void TestPlatformBackup::knowsWhoGetsThemBack()
{
    Backup backup;
    backup.store.endpoint = u"unix:///there"_s;
    REQUIRE_VALUE(checkPlatforms(backup, StoreTraits()));
    backup.platforms = {imageOf(ImageId(u"sha256:"_s + QString(64, u'1')), {variantOf(Arm)})};
    REQUIRE_VALUE(checkPlatforms(backup, {.takesPlatforms = true}));
    const Result<void> checked = checkPlatforms(backup, StoreTraits());
    REQUIRE_ERROR(checked, ErrorCode::TakesNoPlatforms);
    QCOMPARE(checked.error().detail, backup.store.endpoint);
}

void TestPlatformBackup::isRemembered()
{
    Image image = imageOf(ImageId(u"sha256:"_s + QString(64, u'1')), {variantOf(Arm)});
    image.references = {Reference(u"app:1"_s)};
    image.variants[0].size = 9000;
    Backup backup;
    backup.time = QDateTime::currentDateTimeUtc();
    backup.platforms = {image};
    QVERIFY(backup.hasArchive());
    const Result<Backup> read = backupFromJson(backupToJson(backup));
    REQUIRE_VALUE(read);
    QCOMPARE(read->platforms, backup.platforms);
    QCOMPARE(read->platformCount(), 1);
}

QTEST_GUILESS_MAIN(TestPlatformBackup)
#include "tst_platformbackup.moc"
