// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/containerjson.h"
#include "stores/engine/enginejson.h"

#include "stores/resulttext.h"

#include <QFile>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

QByteArray recorded(const QString &name)
{
    QFile file(QFINDTESTDATA("data/"_L1 + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList texts(const QList<Reference> &references)
{
    QStringList list;
    for (const Reference &reference : references) {
        list << reference.text();
    }
    return list;
}

const QString HexA(64, u'a');
const QString IdA = "sha256:"_L1 + HexA;

// An image entry as a list has it, with members replaced or added.
QByteArray imageEntry(const QByteArray &members)
{
    return "[{\"Id\":\"" + IdA.toLatin1() + "\",\"Size\":5," + members + "}]";
}

} // namespace

class TestEngineJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsImagesOfDocker();
    void readsImagesOfPodman();
    void readsAnImageAsTheListDoes();
    void readsNames_data();
    void readsNames();
    void readsWhatIsMissing();
    void readsDates_data();
    void readsDates();
    void readsContainers();
    void readsContainersOfPodman();
    void readsOwnName();
    void readsRemovalLines();
    void readsVersions();
    void readsWhoTheEngineIs();
    void readsMessages();
    void refuses_data();
    void refuses();
};

void TestEngineJson::readsImagesOfDocker()
{
    const Result<QList<Image>> images = enginejson::images(recorded(u"docker-images.json"_s));
    REQUIRE_VALUE(images);
    QCOMPARE(images->size(), 4);
    const Image &intermediate = images->at(0);
    QCOMPARE(intermediate.references, QList<Reference>());
    const Image &child = images->at(1);
    QCOMPARE(texts(child.references), QStringList{u"child:1"_s});
    QCOMPARE(child.parent, intermediate.id);
    const QMap<QString, QString> labels{{u"org.example.name"_s, u"Größe 大"_s}, {u"step"_s, u"one"_s}};
    QCOMPARE(child.labels, labels);
    const Image &base = images->at(3);
    QCOMPARE(base.id.text(), u"sha256:180be13cc9da9ea1d1626a4da381ed4b9d1470ab35103cbea04d273806678dbd"_s);
    const QStringList names{u"127.0.0.1:5999/team/box:1"_s, u"box:2"_s};
    const QStringList digests{
        u"127.0.0.1:5999/team/box@sha256:99c3ce0460319c91ee0a52b80805cc2d761dcb1948c4cc829f5b0e96005b328c"_s};
    QCOMPARE(texts(base.references), names);
    QCOMPARE(texts(base.digests), digests);
    QVERIFY(base.parent.isEmpty());
    QCOMPARE(base.size, 1982256);
    QCOMPARE(base.created, QDateTime::fromSecsSinceEpoch(1795458281, Qt::UTC));
}

void TestEngineJson::readsImagesOfPodman()
{
    const Result<QList<Image>> images = enginejson::images(recorded(u"podman-images.json"_s));
    REQUIRE_VALUE(images);
    QCOMPARE(images->size(), 1);
    QCOMPARE(images->first().references.size(), 1);
    QCOMPARE(images->first().digests.size(), 1);
    const Result<Image> image = enginejson::image(recorded(u"podman-image.json"_s));
    REQUIRE_VALUE(image);
    QCOMPARE(*image, images->first());
}

void TestEngineJson::readsAnImageAsTheListDoes()
{
    const Result<Image> image = enginejson::image(recorded(u"docker-image.json"_s));
    REQUIRE_VALUE(image);
    QCOMPARE(*image, enginejson::images(recorded(u"docker-images.json"_s))->at(1));
}

void TestEngineJson::readsNames_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *name, const QByteArray &members, const QStringList &names) {
        QTest::addRow("%s", name) << members << names;
    };
    const QString digest = "a@"_L1 + IdA;
    const QByteArray quoted = '"' + digest.toLatin1() + '"';
    row("placeholders", R"("RepoTags":["<none>:<none>"],"RepoDigests":["<none>@<none>"])", {});
    row("null", R"("RepoTags":null,"RepoDigests":null)", {});
    row("empty", R"("RepoTags":[],"RepoDigests":[])", {});
    row("absent", R"("Labels":null)", {});
    row("repository placeholder", "\"RepoDigests\":[\"<none>@" + IdA.toLatin1() + "\"]", {});
    row("digest without repository", "\"RepoDigests\":[\"" + IdA.toLatin1() + "\"]", {});
    row("digest among the tags", "\"RepoTags\":[\"a:1\"," + quoted + "],\"RepoDigests\":[" + quoted + "]",
        {u"a:1"_s, digest});
    row("two manifests of Podman, one of them a name",
        "\"RepoTags\":[],\"Names\":[" + quoted + "],\"RepoDigests\":[\"a@sha256:" + QByteArray(64, '5')
            + "\"," + quoted + "]",
        {digest});
    row("port", R"("RepoTags":["localhost:5000/a:1"])", {u"localhost:5000/a:1"_s});
}

void TestEngineJson::readsNames()
{
    QFETCH(QByteArray, members);
    const Result<QList<Image>> images = enginejson::images(imageEntry(members));
    REQUIRE_VALUE(images);
    QTEST(texts(images->first().references), "names");
}

void TestEngineJson::readsWhatIsMissing()
{
    REQUIRE_VALUE(enginejson::images("null"));
    REQUIRE_VALUE(enginejson::images(" [] \n"));
    REQUIRE_VALUE(enginejson::containers("null\n"));
    REQUIRE_VALUE(enginejson::removalLines("null"));
    const Result<QList<Image>> images = enginejson::images(
        "[{\"Id\":\"" + HexA.toLatin1() + "\",\"Size\":-1,\"ParentId\":\"" + HexA.toLatin1() + "\"}]");
    REQUIRE_VALUE(images);
    const Image expected{
        .id = ImageId(IdA), .references = {}, .parent = ImageId(IdA), .created = {}, .size = 0, .labels = {}};
    QCOMPARE(images->first(), expected);
}

void TestEngineJson::readsDates_data()
{
    QTest::addColumn<QByteArray>("created");
    QTest::addColumn<qint64>("seconds");
    QTest::addRow("number") << QByteArray("1700000000") << qint64(1700000000);
    QTest::addRow("unknown") << QByteArray("0") << qint64(-1);
    QTest::addRow("never") << QByteArray("-62135596800") << qint64(-1);
    QTest::addRow("text") << QByteArray("\"2023-11-14T22:13:20Z\"") << qint64(1700000000);
    QTest::addRow("nanoseconds") << QByteArray("\"2023-11-14T22:13:20.999999999Z\"") << qint64(1700000000);
    QTest::addRow("offset") << QByteArray("\"2023-11-15T00:13:20.5+02:00\"") << qint64(1700000000);
    QTest::addRow("text of never") << QByteArray("\"0001-01-01T00:00:00Z\"") << qint64(-1);
    QTest::addRow("no date") << QByteArray("\"yesterday\"") << qint64(-1);
    QTest::addRow("null") << QByteArray("null") << qint64(-1);
}

void TestEngineJson::readsDates()
{
    QFETCH(QByteArray, created);
    QFETCH(qint64, seconds);
    const Result<QList<Image>> images = enginejson::images(imageEntry("\"Created\":" + created));
    REQUIRE_VALUE(images);
    const QDateTime date = images->first().created;
    QCOMPARE(date.isValid() ? date.toSecsSinceEpoch() : -1, seconds);
}

void TestEngineJson::readsContainers()
{
    const Result<QList<Container>> containers = enginejson::containers(recorded(u"docker-containers.json"_s));
    REQUIRE_VALUE(containers);
    QMap<QString, ContainerState> states;
    for (const Container &container : *containers) {
        states.insert(container.name, container.state);
        QVERIFY(!container.image.isEmpty());
    }
    const QMap<QString, ContainerState> expected{{u"ended"_s, ContainerState::Exited},
        {u"idle"_s, ContainerState::Created}, {u"paused"_s, ContainerState::Paused},
        {u"web"_s, ContainerState::Running}};
    QCOMPARE(states, expected);
    const Result<Container> paused = enginejson::container(recorded(u"docker-container.json"_s));
    REQUIRE_VALUE(paused);
    QVERIFY(containers->contains(*paused));
    QCOMPARE(paused->name, u"paused"_s);
}

void TestEngineJson::readsContainersOfPodman()
{
    const Result<QList<Container>> containers = enginejson::containers(recorded(u"podman-containers.json"_s));
    REQUIRE_VALUE(containers);
    const Result<Container> container = enginejson::container(recorded(u"podman-container.json"_s));
    REQUIRE_VALUE(container);
    QCOMPARE(*containers, QList<Container>{*container});
    QCOMPARE(container->name, u"pod1"_s);
    QCOMPARE(container->state, ContainerState::Created);
}

void TestEngineJson::readsOwnName()
{
    const auto nameFrom = [](const QByteArray &names) {
        const Result<QList<Container>> containers = enginejson::containers(
            "[{\"Id\":\"" + HexA.toLatin1() + "\",\"Names\":" + names + ",\"State\":\"frozen\"}]");
        return containers ? containers->first().name : "error: "_L1 + containers.error().detail;
    };
    QCOMPARE(nameFrom(R"(["/web"])"), u"web"_s);
    QCOMPARE(nameFrom(R"(["/proxy/backend","/web"])"), u"web"_s);
    QCOMPARE(nameFrom(R"(["web"])"), u"web"_s);
    QCOMPARE(nameFrom("null"), QString());
    QCOMPARE(nameFrom("[]"), QString());
}

void TestEngineJson::readsRemovalLines()
{
    using Kind = RemovalLine::Kind;
    const Result<QList<RemovalLine>> docker = enginejson::removalLines(recorded(u"docker-removed.json"_s));
    REQUIRE_VALUE(docker);
    QCOMPARE(docker->size(), 4);
    QCOMPARE(lineText(docker->first()), u"Untagged: child:1"_s);
    QCOMPARE(countLines(*docker, Kind::Deleted), 3);
    // Podman: deleted first, and without `sha256:`.
    const Result<QList<RemovalLine>> podman = enginejson::removalLines(recorded(u"podman-removed.json"_s));
    REQUIRE_VALUE(podman);
    QCOMPARE(lineText(podman->first()),
        u"Deleted: sha256:08902a2221376b69b997ac9d1d5fb521a71fd5acf8f9f80cc39b06b66e3af751"_s);
    const Result<QList<RemovalLine>> odd =
        enginejson::removalLines(R"([{"Untagged":"a:1","Deleted":"sha256:x"},{"Moved":"b"},{}])");
    const QList<RemovalLine> expected{
        {.kind = Kind::Untagged, .target = u"a:1"_s}, {.kind = Kind::Deleted, .target = u"sha256:x"_s}};
    REQUIRE_VALUE(odd);
    QCOMPARE(*odd, expected);
}

void TestEngineJson::readsVersions()
{
    const Result<enginejson::Version> docker = enginejson::version(recorded(u"docker-version.json"_s));
    REQUIRE_VALUE(docker);
    QCOMPARE(docker->name, u"Docker"_s);
    QCOMPARE(docker->version, u"20.10.24+dfsg1"_s);
    QCOMPARE(docker->minApiVersion, u"1.12"_s);
    const Result<enginejson::Version> podman = enginejson::version(recorded(u"podman-version.json"_s));
    REQUIRE_VALUE(podman);
    QCOMPARE(podman->name, u"Podman"_s);
    QCOMPARE(podman->version, u"4.3.1"_s);
    QCOMPARE(podman->minApiVersion, u"1.24"_s);
}

void TestEngineJson::readsWhoTheEngineIs()
{
    QCOMPARE(
        *enginejson::identity(R"({"ID":"ABCD:EFGH","Containers":0})"), EngineIdentity{.id = u"ABCD:EFGH"_s});
    QCOMPARE(*enginejson::identity(
                 R"({"ID":"ABCD","SecurityOptions":["name=seccomp,profile=default","name=rootless"]})"),
        (EngineIdentity{.id = u"ABCD"_s, .isRootless = true}));
    QCOMPARE(*enginejson::identity(R"({"ID":"ABCD","SecurityOptions":["name=seccomp,profile=default"]})"),
        (EngineIdentity{.id = u"ABCD"_s, .isRootless = false}));
    QCOMPARE(*enginejson::identity("{}"), EngineIdentity());
    REQUIRE_ERROR(enginejson::identity("[]"), ErrorCode::MalformedReply);
}

void TestEngineJson::readsMessages()
{
    QCOMPARE(enginejson::errorMessage(R"({"message":"No such image: nope:1"})"), u"No such image: nope:1"_s);
    QCOMPARE(enginejson::errorMessage(recorded(u"podman-not-found.json"_s)),
        u"failed to find image 127.0.0.1:5999/team/big:1: 127.0.0.1:5999/team/big:1: image not known"_s);
    QCOMPARE(enginejson::errorMessage("<html>"), QString());
    QCOMPARE(enginejson::errorMessage("{}"), QString());
    QCOMPARE(enginejson::errorMessage("[]"), QString());
}

void TestEngineJson::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("a page") << QByteArray("<html></html>");
    QTest::addRow("cut") << recorded(u"docker-images.json"_s).chopped(3);
    QTest::addRow("an object") << QByteArray("{}");
    QTest::addRow("a list of numbers") << QByteArray("[1]");
    QTest::addRow("no ID") << QByteArray(R"([{"Size":1}])");
    QTest::addRow("short ID") << QByteArray(R"([{"Id":"sha256:abc","Size":1}])");
    QTest::addRow("other algorithm") << QByteArray("[{\"Id\":\"md5:" + HexA.toLatin1() + "\",\"Size\":1}]");
    QTest::addRow("capital digits") << QByteArray(
        "[{\"Id\":\"" + HexA.toUpper().toLatin1() + "\",\"Size\":1}]");
    QTest::addRow("no size") << QByteArray("[{\"Id\":\"" + HexA.toLatin1() + "\"}]");
    QTest::addRow("bad parent") << imageEntry(R"("ParentId":"x")");
    QTest::addRow("names are a text") << imageEntry(R"("RepoTags":"a:1")");
    QTest::addRow("a name is a number") << imageEntry(R"("RepoTags":[1])");
}

void TestEngineJson::refuses()
{
    QFETCH(QByteArray, json);
    REQUIRE_ERROR(enginejson::images(json), ErrorCode::MalformedReply);
    REQUIRE_ERROR(enginejson::image(json), ErrorCode::MalformedReply);
}

QTEST_GUILESS_MAIN(TestEngineJson)
#include "tst_enginejson.moc"
