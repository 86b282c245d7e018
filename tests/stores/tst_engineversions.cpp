// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/playedengine.h"
#include "stores/resulttext.h"

#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString Hex = u"4fc599deb01bf35c77fac9d50e1c0f5c8c6dcd8dbd8e1f8d9f6d1a8a7f3b2c10"_s;
const ImageId Image1(u"sha256:"_s + Hex);
const QByteArray ImageDigest = Image1.text().toUtf8();

// GET of `/_ping` says OK and nothing else; HEAD of it is not known.
const QList<QByteArray> OldPongs{
    "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", reply("200 OK", "OK", "text/plain")};

// As Docker 1.12 tells it: a virtual size, placeholders for names, no parts, no oldest version.
const QByteArray OldVersion =
    R"({"Version":"1.12.6","ApiVersion":"1.24","GitCommit":"78d1802","GoVersion":"go1.6.4",
    "Os":"linux","Arch":"amd64","KernelVersion":"4.4.0","BuildTime":"2017-01-10T20:17:57.173618990+00:00"})";
const QByteArray OldImages = R"([{"Id":")" + ImageDigest
    + R"(","ParentId":"","RepoTags":["app:1"],"RepoDigests":null,"Created":1484079477,"Size":4803104,
    "VirtualSize":4803104,"Labels":{}},{"Id":"sha256:)"
    + Hex.toUtf8().replace('4', '5') + R"(","ParentId":")" + ImageDigest
    + R"(","RepoTags":["<none>:<none>"],"RepoDigests":["<none>@<none>"],
    "Created":1484079478,"Size":4803105,"VirtualSize":4803105,"Labels":null}])";
const QByteArray OldContainers = R"([{"Id":")" + Hex.toUtf8()
    + R"(","Names":["/web"],"Image":"app:1","ImageID":")" + ImageDigest
    + R"(","Command":"/busybox","Created":1484079480,"Ports":[],"Labels":{},"State":"running","Status":"Up 1 second",
    "HostConfig":{"NetworkMode":"none"},"NetworkSettings":{"Networks":{}},"Mounts":[]}])";
const QByteArray OldImage = R"({"Id":")" + ImageDigest
    + R"(","RepoTags":["app:1"],"RepoDigests":[],"Parent":"","Comment":"","Created":"2017-01-10T20:17:57.173618990Z",
    "Container":"","ContainerConfig":{},"DockerVersion":"1.12.6","Author":"","Config":{"Labels":null},
    "Architecture":"amd64","Os":"linux","Size":4803104,"VirtualSize":4803104,
    "GraphDriver":{"Name":"aufs","Data":null},"RootFS":{"Type":"layers","Layers":["sha256:)"
    + Hex.toUtf8() + R"("]}})";
const QByteArray OldHistory = R"([{"Id":")" + ImageDigest
    + R"(","Created":1484079477,"CreatedBy":"/bin/sh -c #(nop) ADD file:1 in / ","Tags":["app:1"],"Size":4803104,"Comment":""}])";

// As Docker 29 tells it: what is empty is left out, and usage has a shape of its own.
const QByteArray NewImages = R"([{"Id":")" + ImageDigest
    + R"(","RepoTags":["app:1"],"RepoDigests":[],"Created":1484079477,"Size":4803104,"SharedSize":-1,"Labels":null,
    "Containers":0,"Descriptor":{"mediaType":"application/vnd.oci.image.manifest.v1+json"}}])";
const QByteArray NewImage = R"({"Id":")" + ImageDigest
    + R"(","RepoTags":["app:1"],"RepoDigests":[],"Created":"2017-01-10T20:17:57.173618990Z","Config":{},
    "Architecture":"amd64","Os":"linux","Size":4803104,"RootFS":{"Type":"layers","Layers":["sha256:)"
    + Hex.toUtf8() + R"("]},"Metadata":{"LastTagTime":"0001-01-01T00:00:00Z"},"Identity":{}})";
const QByteArray NewUsage =
    R"({"ImageUsage":{"ActiveCount":0,"Reclaimable":4803104,"TotalCount":1,"TotalSize":4803104}})";

PlayedEngine wishing(const QString &wish, const QList<QByteArray> &replies)
{
    return PlayedEngine(replies, {}, wish);
}

} // namespace

/// The oldest and the newest version of the API that this program speaks.
class TestEngineVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheOldest();
    void removesFromTheOldest();
    void watchesTheOldest();
    void readsTheNewest();
    void speaksAtMostTheNewest();
    void speaksWhatIsWished_data();
    void speaksWhatIsWished();
    void refusesWishes_data();
    void refusesWishes();
    void blamesWishesThatTheEngineDoesNotSpeak_data();
    void blamesWishesThatTheEngineDoesNotSpeak();
    void knowsTheStoreWhateverIsSpoken();
};

void TestEngineVersions::readsTheOldest()
{
    PlayedEngine played(OldPongs
        + QList<QByteArray>{reply("200 OK", OldVersion), reply("200 OK", OldImages),
            reply("200 OK", OldContainers), reply("200 OK", OldImage), reply("200 OK", OldImage),
            reply("200 OK", OldHistory), reply("200 OK", OldImage)});
    EngineStore &store = played.store;
    const Result<StoreInfo> info = store.open(patientCall());
    REQUIRE_VALUE(info);
    QCOMPARE(info->name, u"Docker"_s);
    QCOMPARE(info->version, u"1.12.6"_s);
    QCOMPARE(info->apiVersion, u"1.24"_s);
    QCOMPARE(info->traits, StoreTraits());

    const Result<QList<Image>> images = store.images(patientCall());
    REQUIRE_VALUE(images);
    QCOMPARE(images->size(), 2);
    QCOMPARE(images->at(0).references, QList<Reference>());
    QCOMPARE(images->at(0).parent, Image1);
    QCOMPARE(images->at(1).references, QList<Reference>{Reference(u"app:1"_s)});
    QCOMPARE(images->at(1).size, 4803104);
    const Result<QList<Container>> containers = store.containers(patientCall());
    REQUIRE_VALUE(containers);
    QCOMPARE(containers->value(0).image, Image1);
    QCOMPARE(containers->value(0).state, ContainerState::Running);

    QCOMPARE(store.image(Image1, patientCall()).value(), images->at(1));
    QCOMPARE(store.content(Image1, patientCall())->diffIds, QList<DiffId>{DiffId(Image1.text())});
    QCOMPARE(store.history(Image1, patientCall())->value(0).size, 4803104);
    QCOMPARE(store.layerFolders(Image1, patientCall()).value(), QStringList());
    const qsizetype before = played.asked().size();
    // It has no such question, so none is asked.
    REQUIRE_ERROR(store.layersSize(patientCall()), ErrorCode::NotFound);
    QCOMPARE(played.asked().size(), before);
    QVERIFY(played.asked().last().contains("/v1.24/"_L1));
}

void TestEngineVersions::removesFromTheOldest()
{
    const QByteArray conflict =
        R"({"message":"conflict: unable to delete 4fc599deb01b (cannot be forced) - image is being used by running container 4fc599deb01b"})";
    QList<QByteArray> replies = OldPongs;
    replies << reply("200 OK", OldVersion)
            << reply("200 OK", R"([{"Untagged":"app:1"},{"Deleted":")" + ImageDigest + R"("}])")
            << reply("409 Conflict", conflict) << QByteArray("HTTP/1.1 204 No Content\r\n\r\n")
            << QByteArray("HTTP/1.1 204 No Content\r\n\r\n")
            << QByteArray("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
    PlayedEngine played(replies);
    EngineStore &store = played.store;
    const Result<QList<RemovalLine>> lines = store.removeReference(Reference(u"app:1"_s), patientCall());
    REQUIRE_VALUE(lines);
    QCOMPARE(lines->size(), 2);
    REQUIRE_ERROR(store.removeImage(Image1, patientCall()), ErrorCode::Conflict);
    QCOMPARE(store.stopContainer(ContainerId(Hex), 3s, patientCall()), Result<bool>(true));
    REQUIRE_VALUE(store.removeContainer(ContainerId(Hex), patientCall()));
    REQUIRE_VALUE(store.tag(Image1, Reference(u"app:2"_s), patientCall()));
}

void TestEngineVersions::watchesTheOldest()
{
    PlayedEngine played(OldPongs
        + QList<QByteArray>{reply("200 OK", OldVersion),
            chunked(
                R"({"status":"untag","id":"sha256:1","Type":"image","Action":"untag","Actor":{"ID":"sha256:1","Attributes":{"name":"sha256:1"}},"time":1484079477,"timeNano":1484079477173618990}
)")});
    int changes = 0;
    REQUIRE_ERROR(played.store.watch([&] { ++changes; }, patientCall()), ErrorCode::ConnectionLost);
    QCOMPARE(changes, 2);
}

void TestEngineVersions::readsTheNewest()
{
    PlayedEngine played({pong("1.55"), version("1.44"), reply("200 OK", R"({"DriverStatus":[]})"),
        reply("200 OK", NewImages), reply("200 OK", NewImage), reply("200 OK", NewUsage),
        chunked(
            R"({"Type":"image","Action":"delete","Actor":{"ID":"sha256:1","Attributes":{}},"scope":"local","time":1,"timeNano":1}
)")});
    EngineStore &store = played.store;
    const Result<StoreInfo> info = store.open(patientCall());
    REQUIRE_VALUE(info);
    QCOMPARE(info->apiVersion, u"1.55"_s);
    const Result<QList<Image>> images = store.images(patientCall());
    REQUIRE_VALUE(images);
    QCOMPARE(images->value(0).parent, ImageId());
    QCOMPARE(store.image(Image1, patientCall()).value(), images->at(0));
    QCOMPARE(store.layersSize(patientCall()).value(), 4803104);
    int changes = 0;
    REQUIRE_ERROR(store.watch([&] { ++changes; }, patientCall()), ErrorCode::ConnectionLost);
    QCOMPARE(changes, 2);
}

void TestEngineVersions::speaksAtMostTheNewest()
{
    PlayedEngine played({pong("1.60"), version("1.44"), reply("200 OK", R"({"DriverStatus":[]})")});
    QCOMPARE(played.store.open(patientCall())->apiVersion, u"1.55"_s);
}

void TestEngineVersions::speaksWhatIsWished_data()
{
    QTest::addColumn<QString>("wish");
    QTest::addRow("number") << u"1.30"_s;
    QTest::addRow("as in an address") << u"v1.30"_s;
}

void TestEngineVersions::speaksWhatIsWished()
{
    QFETCH(QString, wish);
    PlayedEngine played = wishing(wish, {pong("1.41"), version("1.12"), reply("200 OK", "[]")});
    QCOMPARE(played.store.open(patientCall())->apiVersion, u"1.30"_s);
    REQUIRE_VALUE(played.store.images(patientCall()));
    QCOMPARE(played.asked().last(), u"GET /v1.30/images/json?all=1"_s);
}

void TestEngineVersions::refusesWishes_data()
{
    QTest::addColumn<QString>("wish");
    for (const QString &wish :
        {u"1.23"_s, u"1.56"_s, u"2"_s, u"v1.56"_s, u"vv1.41"_s, u"v"_s, u"1.41x"_s, u"1.41/../.."_s}) {
        QTest::addRow("%s", qPrintable(wish)) << wish;
    }
}

void TestEngineVersions::refusesWishes()
{
    QFETCH(QString, wish);
    PlayedEngine played = wishing(wish, {pong("1.41")});
    const Result<StoreInfo> info = played.store.open(patientCall());
    REQUIRE_ERROR(info, ErrorCode::InvalidApiVersion);
    QVERIFY(info.error().detail.contains("DOCKER_API_VERSION="_L1 + wish));
}

void TestEngineVersions::blamesWishesThatTheEngineDoesNotSpeak_data()
{
    QTest::addColumn<QString>("wish");
    QTest::addColumn<QByteArray>("answer");
    QTest::addRow("too new")
        << u"1.52"_s
        << reply("400 Bad Request",
               R"({"message":"client version 1.52 is too new. Maximum supported API version is 1.51"})");
    QTest::addRow("too old")
        << u"1.24"_s
        << reply("400 Bad Request",
               R"({"message":"client version 1.24 is too old. Minimum supported API version is 1.44"})");
    QTest::addRow("too old, says a proxy that took it")
        << u"1.24"_s << reply("200 OK", R"({"Version":"29.0.0","ApiVersion":"1.52","MinAPIVersion":"1.44"})");
}

void TestEngineVersions::blamesWishesThatTheEngineDoesNotSpeak()
{
    QFETCH(QString, wish);
    QFETCH(QByteArray, answer);
    PlayedEngine played = wishing(wish, {pong("1.51"), answer});
    const Result<StoreInfo> info = played.store.open(patientCall());
    REQUIRE_ERROR(info, ErrorCode::WishedVersion);
    QVERIFY2(info.error().detail.startsWith(wish), qPrintable(info.error().detail));
}

// The rules of a removal are those of the engine, not of the version that it is asked in.
void TestEngineVersions::knowsTheStoreWhateverIsSpoken()
{
    const QByteArray newer =
        reply("200 OK", R"({"Version":"28.5.2","ApiVersion":"1.51","MinAPIVersion":"1.24"})");
    const QByteArray info =
        reply("200 OK", R"({"DriverStatus":[["driver-type","io.containerd.snapshotter.v1"]]})");
    PlayedEngine played = wishing(u"1.24"_s, {pong("1.51"), newer, info});
    const StoreTraits traits = played.store.open(patientCall())->traits;
    QCOMPARE(traits.rules, StoreTraits::Rules::Containerd);
    QVERIFY(!traits.removesPlatforms);
    QVERIFY(traits.couldRemovePlatforms);
}

QTEST_GUILESS_MAIN(TestEngineVersions)
#include "tst_engineversions.moc"
