// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/enginejson.h"
#include "stores/engine/layerjson.h"
#include "stores/engine/platformjson.h"
#include "stores/playedengine.h"
#include "stores/resulttext.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

QByteArray recorded(const QString &name)
{
    QFile file(QFINDTESTDATA("data/"_L1 + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray Containerd = R"({"DriverStatus":[["driver-type","io.containerd.snapshotter.v1"]]})";

/// An engine of that API version with the containerd store.
PlayedEngine containerd(const QByteArray &apiVersion, const QList<QByteArray> &replies)
{
    return PlayedEngine(
        QList<QByteArray>{pong(apiVersion), version(), reply("200 OK", Containerd)} + replies);
}

/// What it was asked after it was opened, without the version.
QStringList askedOf(const PlayedEngine &played)
{
    QStringList asked = played.asked().sliced(3);
    static const QRegularExpression apiVersion(u"/v1\\.\\d+"_s);
    std::ranges::for_each(asked, [](QString &line) { line.remove(apiVersion); });
    return asked;
}

QByteArray layersReply(const QByteArray &diffId)
{
    return reply("200 OK", R"({"RootFS":{"Layers":["sha256:)" + QByteArray(64, diffId[0]) + R"("]}})");
}

const ImageId Solo(u"sha256:c2f95432ebdc8e8087e4cc4547769b4b15e6da3ff86c0feee5c1bf35a125d98b"_s);

/// Images with a digit for their ID and their tags as JSON.
QByteArray listReply(const QList<std::pair<char, QByteArray>> &images)
{
    QByteArrayList list;
    for (const auto &[digit, tags] : images) {
        list << R"({"Id":"sha256:)" + QByteArray(64, digit) + R"(","Size":1,"Created":1,"RepoTags":[)" + tags
                + "]}";
    }
    return reply("200 OK", '[' + list.join(',') + ']');
}

QString summary(const ImageVariant &variant)
{
    return u"%1 %2 %3/%4 %5"_s.arg(int(variant.kind))
        .arg(variant.name)
        .arg(variant.size)
        .arg(variant.unpacked)
        .arg(variant.isPresent ? "here"_L1 : "away"_L1);
}

} // namespace

class tst_EnginePlatforms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPlatforms();
    void readsTheSameOfOneImage();
    void refusesWhatHasNoDigest();
    void writesPlatforms_data();
    void writesPlatforms();
    void asksForPlatformsWhereTheApiHasThem_data();
    void asksForPlatformsWhereTheApiHasThem();
    void asksEachPlatformForItsLayers();
    void asksOnceIfOnePlatformIsThere();
    void asksForThePastOfWhatIsUnpacked();
    void asksOnceForRecordsWithoutAName();
    void asksNotForRecordsThatChangeNothing();
    void saysWhatCannotBeSaved_data();
    void saysWhatCannotBeSaved();
};

void tst_EnginePlatforms::readsPlatforms()
{
    const Result<QList<Image>> images = enginejson::images(recorded(u"docker-images-platforms.json"_s));
    REQUIRE_VALUE(images);
    QCOMPARE(images->size(), 2);
    const Image &solo = images->first();
    QStringList variants;
    std::ranges::transform(solo.variants, std::back_inserter(variants), summary);
    const QStringList expected{u"0 linux/amd64 240558/163840 here"_s, u"0 linux/arm64/v8 81772/0 here"_s,
        u"0 linux/arm/v7 0/0 away"_s, u"0 linux/arm/v6 23586/0 here"_s, u"1 unknown/unknown 793/0 here"_s,
        u"1 unknown/unknown 793/0 here"_s};
    QCOMPARE(variants, expected);
    QCOMPARE(solo.variants[1].digest,
        u"sha256:7dfd9c2a48054717434d00891e05f5533c48ac5b11ade041118b06ae59b7fe29"_s);
    QCOMPARE(presentPlatforms(solo).size(), 3);
    QVERIFY(presentPlatforms(images->last()).isEmpty());
}

void tst_EnginePlatforms::readsTheSameOfOneImage()
{
    const Result<Image> image = enginejson::image(recorded(u"docker-image-platforms.json"_s));
    REQUIRE_VALUE(image);
    QCOMPARE(
        image->variants, enginejson::images(recorded(u"docker-images-platforms.json"_s))->first().variants);
}

void tst_EnginePlatforms::refusesWhatHasNoDigest()
{
    const auto read = enginejson::platformLayers(R"({"Manifests":[{"ID":"nothing","Kind":"image"}]})");
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::MalformedReply);
}

void tst_EnginePlatforms::writesPlatforms_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("json");
    QTest::addRow("plain") << u"linux/amd64"_s << QByteArray(R"({"architecture":"amd64","os":"linux"})");
    QTest::addRow("with a variant") << u"linux/arm/v7"_s
                                    << QByteArray(R"({"architecture":"arm","os":"linux","variant":"v7"})");
}

void tst_EnginePlatforms::writesPlatforms()
{
    QFETCH(QString, name);
    QTEST(QByteArray::fromPercentEncoding(enginejson::platformParameter(name)), "json");
}

void tst_EnginePlatforms::asksForPlatformsWhereTheApiHasThem_data()
{
    QTest::addColumn<QByteArray>("apiVersion");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("image");
    QTest::addColumn<bool>("canRemove");

    const QString path = u"GET /images/"_s + Solo.text();
    const auto row = [](const char *version, const QString &list, const QString &image, bool canRemove) {
        QTest::addRow("%s", version) << QByteArray(version) << list << image << canRemove;
    };
    row("1.46", u"GET /images/json?all=1"_s, path + "/json"_L1, false);
    row("1.47", u"GET /images/json?all=1&manifests=1"_s, path + "/json"_L1, false);
    row("1.49", u"GET /images/json?all=1&manifests=1"_s, path + "/json?manifests=1"_L1, false);
    row("1.50", u"GET /images/json?all=1&manifests=1"_s, path + "/json?manifests=1"_L1, true);
}

void tst_EnginePlatforms::asksForPlatformsWhereTheApiHasThem()
{
    QFETCH(QByteArray, apiVersion);
    QFETCH(QString, list);
    QFETCH(QString, image);
    PlayedEngine played = containerd(apiVersion,
        {reply("200 OK", recorded(u"docker-images-platforms.json"_s)),
            reply("200 OK", recorded(u"docker-image-platforms.json"_s))});
    const Result<StoreInfo> info = played.store.open(patientCall());
    REQUIRE_VALUE(info);
    QTEST(info->traits.removesPlatforms, "canRemove");
    REQUIRE_VALUE(played.store.images(patientCall()));
    REQUIRE_VALUE(played.store.image(Solo, patientCall()));
    QCOMPARE(askedOf(played), (QStringList{list, image}));
}

// The engine shows the layers of its own platform; the others come in their order.
void tst_EnginePlatforms::asksEachPlatformForItsLayers()
{
    const QByteArray image = recorded(u"docker-image-platforms.json"_s);
    PlayedEngine played = containerd("1.50",
        {reply("200 OK", image), reply("200 OK", image), reply("200 OK", "[]"), layersReply("a"),
            layersReply("b")});
    const Result<ImageContent> content = played.store.content(Solo, patientCall());
    REQUIRE_VALUE(content);
    QCOMPARE(content->diffIds, *enginejson::diffIds(image));
    const QList<ImageVariant> variants = enginejson::image(image)->variants;
    QCOMPARE(content->manifest, variants[0].digest);
    QStringList others;
    for (const ImageContent &other : content->others) {
        others << other.manifest.sliced(7, 4) + u' ' + other.diffIds.first().text().sliced(7, 4);
    }
    // What attests how they were made stands among them, with the name of its own.
    QCOMPARE(others, (QStringList{u"7dfd aaaa"_s, u"6a1a bbbb"_s, u"ab7e ab7e"_s, u"ab7e ab7e"_s}));
    const QStringList asked = askedOf(played);
    QCOMPARE(asked.size(), 5);
    QVERIFY2(
        asked[3].contains("/json?platform=%7B%22architecture%22%3A%22arm64%22"_L1), qPrintable(asked[3]));
}

void tst_EnginePlatforms::asksOnceIfOnePlatformIsThere()
{
    const QByteArray one = R"({"RootFS":{"Layers":["sha256:)" + QByteArray(64, 'c')
        + R"("]},"Manifests":[{"ID":"sha256:)" + QByteArray(64, 'd')
        + R"(","Kind":"image","Available":true}]})";
    PlayedEngine played = containerd("1.50", {reply("200 OK", one)});
    const Result<ImageContent> content = played.store.content(Solo, patientCall());
    REQUIRE_VALUE(content);
    QCOMPARE(content->manifest, "sha256:"_L1 + QString(64, u'd'));
    QVERIFY(content->others.empty());
    QCOMPARE(askedOf(played).size(), 1);
}

void tst_EnginePlatforms::asksForThePastOfWhatIsUnpacked()
{
    const QByteArray image = recorded(u"docker-image-platforms.json"_s);
    PlayedEngine played = containerd("1.50",
        {reply("200 OK", image), reply("200 OK", image),
            reply("200 OK", R"([{"CreatedBy":"RUN x","Size":5}])"), layersReply("a"), layersReply("b")});
    const Result<ImageContent> content = played.store.content(Solo, patientCall());
    REQUIRE_VALUE(content);
    const QStringList asked = askedOf(played);
    QCOMPARE(asked.filter(u"/history?platform="_s).size(), 1);
    QVERIFY(!content->others.front().history);
}

// However many images have several names.
void tst_EnginePlatforms::asksOnceForRecordsWithoutAName()
{
    const QByteArray listed =
        listReply({{'a', R"("app:1","app:2")"}, {'b', R"("b:1","b:2")"}, {'c', R"("c:1")"}});
    PlayedEngine played = containerd("1.50", {listed, listReply({{'b', ""}, {'d', ""}})});
    const Result<QList<Image>> images = played.store.images(patientCall());
    REQUIRE_VALUE(images);
    QStringList found;
    for (const Image &image : *images) {
        found << (image.hasNamelessRecord ? QStringList(image.references.first().text()) : QStringList());
    }
    QCOMPARE(found, QStringList(u"b:1"_s));
    const QStringList asked = askedOf(played);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(QUrl::fromPercentEncoding(asked[1].toUtf8()),
        uR"(GET /images/json?all=1&filters={"dangling":["true"]})"_s);
}

void tst_EnginePlatforms::asksNotForRecordsThatChangeNothing()
{
    PlayedEngine played = containerd("1.50", {listReply({{'a', R"("app:1")"}, {'b', ""}})});
    REQUIRE_VALUE(played.store.images(patientCall()));
    QCOMPARE(askedOf(played).size(), 1);
}

void tst_EnginePlatforms::saysWhatCannotBeSaved_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    const QString lacking = u"unable to create manifests file: NotFound: content digest sha256:"
                            "2a7b8d61e6c1aa5aea9e9cf39435c21f1e84c6339bb957cf6842fc8afb79c9bb: not found"_s;
    const QString gone = u"No such image: solo:1"_s;
    const QString expected = u"solo:1, linux/arm/v7"_s;
    QTest::addRow("by its name") << lacking << u"solo:1"_s << ErrorCode::LacksPlatform << expected;
    QTest::addRow("by its ID") << lacking << Solo.text() << ErrorCode::LacksPlatform << expected;
    QTest::addRow("another image") << lacking << u"other:1"_s << ErrorCode::NotFound << lacking;
    QTest::addRow("no image") << gone << u"solo:1"_s << ErrorCode::NotFound << gone;
}

void tst_EnginePlatforms::saysWhatCannotBeSaved()
{
    QFETCH(QString, words);
    QFETCH(QString, name);
    QFETCH(ErrorCode, code);
    QFETCH(QString, detail);
    const QByteArray refusal = R"({"message":")" + words.toUtf8() + R"("})";
    PlayedEngine played = containerd("1.50",
        {reply("404 Not Found", refusal), reply("200 OK", recorded(u"docker-images-platforms.json"_s))});
    const Result<void> saved =
        played.store.save({name}, [](QByteArrayView) { return Result<void>(); }, patientCall());
    REQUIRE_ERROR(saved, code);
    QCOMPARE(saved.error().detail, detail);
}

QTEST_GUILESS_MAIN(tst_EnginePlatforms)
#include "tst_engineplatforms.moc"
