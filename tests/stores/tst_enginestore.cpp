// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/enginestore.h"

#include "stores/playedengine.h"
#include "stores/resulttext.h"

#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString HexA(64, u'a');
const ImageId SomeImage("sha256:"_L1 + HexA);
const ContainerId SomeContainer(HexA);

} // namespace

class TestEngineStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesOnAVersion_data();
    void agreesOnAVersion();
    void saysWhoAnswered();
    void takesPodmanByItsPing_data();
    void takesPodmanByItsPing();
    void knowsTheKindOfStore_data();
    void knowsTheKindOfStore();
    void pingsAgainWithGet();
    void opensByItself();
    void refusesOtherVersions_data();
    void refusesOtherVersions();
    void tellsAProxyFromAnEngine_data();
    void tellsAProxyFromAnEngine();
    void asksExactly();
    void asksBehindAPath();
    void escapesNames_data();
    void escapesNames();
    void knowsWhatIsGoingOn_data();
    void knowsWhatIsGoingOn();
    void mapsRefusals_data();
    void mapsRefusals();
    void namesTheQuestionOfAMalformedReply();
    void tellsStoppedFromNotRunning();
    void readsManifestLists();
    void removesManifestListsAsLists_data();
    void removesManifestListsAsLists();
    void readsImagesOfAdditionalStores();
    void saves();
    void savesNoMoreThanARequestCanName();
    void watches();
    void endsAWatchWhenCancelled();
};

void TestEngineStore::agreesOnAVersion_data()
{
    QTest::addColumn<QByteArray>("engine");
    QTest::addColumn<QString>("agreed");
    QTest::addRow("oldest") << QByteArray("1.41") << u"1.41"_s;
    QTest::addRow("between") << QByteArray("1.45") << u"1.45"_s;
    QTest::addRow("newest") << QByteArray("1.55") << u"1.55"_s;
    QTest::addRow("newer than known") << QByteArray("1.99") << u"1.55"_s;
    QTest::addRow("much newer") << QByteArray("2.0") << u"1.55"_s;
}

void TestEngineStore::agreesOnAVersion()
{
    QFETCH(QByteArray, engine);
    PlayedEngine played({pong(engine), version(), reply("200 OK", "{}")});
    const Result<StoreInfo> info = played.store.open(patientCall());
    REQUIRE_VALUE(info);
    QTEST(info->apiVersion, "agreed");
    QCOMPARE(played.asked()[1], u"GET /v%1/version"_s.arg(info->apiVersion));
}

void TestEngineStore::saysWhoAnswered()
{
    const StoreInfo docker{
        .endpoint = u"played"_s, .name = u"Docker"_s, .version = u"20.10"_s, .apiVersion = u"1.41"_s};
    QCOMPARE(PlayedEngine::opened({}).store.open(patientCall()).value(), docker);
    const StoreInfo podman{.endpoint = u"played"_s,
        .name = u"Podman"_s,
        .version = u"20.10"_s,
        .apiVersion = u"1.41"_s,
        .traits = podmanTraits()};
    QCOMPARE(PlayedEngine::opened({}, "Podman Engine").store.open(patientCall()).value(), podman);
}

// Its other answers may take many seconds.
void TestEngineStore::takesPodmanByItsPing_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addRow("server") << QByteArray("Server: Libpod/4.3.1 (linux)\r\nLibpod-Api-Version: 9\r\n");
    QTest::addRow("server alone") << QByteArray("Server: Libpod/4.3.1\r\n");
    QTest::addRow("behind a proxy") << QByteArray("Server: nginx\r\nLibpod-Api-Version: 4.3.1\r\n");
}

void TestEngineStore::takesPodmanByItsPing()
{
    QFETCH(QByteArray, headers);
    PlayedEngine played({"HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\n" + headers + "Content-Length: 0\r\n\r\n"});
    const Result<StoreInfo> info = played.store.open(patientCall());
    REQUIRE_VALUE(info);
    const StoreInfo podman{.endpoint = u"played"_s,
        .name = u"Podman"_s,
        .version = u"4.3.1"_s,
        .apiVersion = u"1.41"_s,
        .traits = podmanTraits()};
    QCOMPARE(*info, podman);
    QCOMPARE(played.store.identity(patientCall()).value(), EngineIdentity());
    QCOMPARE(played.asked(), QStringList(u"HEAD /_ping"_s));
}

void TestEngineStore::knowsTheKindOfStore_data()
{
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<bool>("isContainerd");
    const auto status = [](const QByteArray &pairs) {
        return reply("200 OK", R"({"DriverStatus":)" + pairs + '}');
    };
    QTest::addRow("containerd") << status(R"([["driver-type","io.containerd.snapshotter.v1"]])") << true;
    QTest::addRow("graph driver") << status(
        R"([["Backing Filesystem","extfs"],["Native Overlay Diff","true"]])")
                                  << false;
    QTest::addRow("nothing told") << status("null") << false;
    QTest::addRow("kept back by a proxy") << reply("403 Forbidden", R"({"message":"denied"})") << false;
}

void TestEngineStore::knowsTheKindOfStore()
{
    QFETCH(QByteArray, info);
    QFETCH(bool, isContainerd);
    const Result<StoreInfo> read = PlayedEngine({pong("1.45"), version(), info}).store.open(patientCall());
    REQUIRE_VALUE(read);
    QCOMPARE(read->traits, isContainerd ? containerdTraits() : StoreTraits());
}

void TestEngineStore::pingsAgainWithGet()
{
    PlayedEngine played(
        {"HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 9\r\n\r\n", pong("1.41"), version()});
    REQUIRE_VALUE(played.store.open(patientCall()));
    const QStringList expected{u"HEAD /_ping"_s, u"GET /_ping"_s, u"GET /v1.41/version"_s};
    QCOMPARE(played.asked(), expected);
}

void TestEngineStore::opensByItself()
{
    PlayedEngine played = PlayedEngine::opened({reply("200 OK", "[]"), reply("200 OK", "[]")});
    REQUIRE_VALUE(played.store.images(patientCall()));
    REQUIRE_VALUE(played.store.containers(patientCall()));
    const QStringList expected{u"HEAD /_ping"_s, u"GET /v1.41/version"_s, u"GET /v1.41/images/json?all=1"_s,
        u"GET /v1.41/containers/json?all=1"_s};
    QCOMPARE(played.asked(), expected);
}

void TestEngineStore::refusesOtherVersions_data()
{
    QTest::addColumn<QList<QByteArray>>("replies");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QList<QByteArray> &replies, ErrorCode code,
                         const QString &words) { QTest::addRow("%s", name) << replies << code << words; };
    row("too old", {pong("1.23")}, ErrorCode::EngineTooOld, u"1.23"_s);
    row("older, though not by its digits", {pong("1.9")}, ErrorCode::EngineTooOld, u"1.9"_s);
    row("too new", {pong("1.99"), version("1.60")}, ErrorCode::EngineTooNew, u"1.60"_s);
    row("says so itself",
        {pong("1.99"), reply("400 Bad Request", R"({"message":"client version 1.55 is too old"})")},
        ErrorCode::EngineTooNew, u"client version 1.55 is too old"_s);
    row("says that we are too new",
        {pong("1.30"),
            reply("400 Bad Request",
                R"({"message":"client version 1.30 is too new. Maximum supported API version is 1.29"})")},
        ErrorCode::EngineTooOld, u"is too new"_s);
}

void TestEngineStore::refusesOtherVersions()
{
    QFETCH(QList<QByteArray>, replies);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    PlayedEngine played(replies);
    const Result<StoreInfo> info = played.store.open(patientCall());
    REQUIRE_ERROR(info, code);
    QVERIFY2(info.error().detail.contains(words), qPrintable(info.error().detail));
}

void TestEngineStore::tellsAProxyFromAnEngine_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &answer, ErrorCode code, const QString &detail) {
        QTest::addRow("%s", name) << answer << code << detail;
    };
    const QByteArray page =
        "<!DOCTYPE html><html><head><title>t</title><style>b{}</style></head>\n"
        "<body><script>x()</script><!-- n -->\n<h1>Access&nbsp;denied</h1><p>Ask &lt;you&gt; &amp; "
        "me.</p></body></html>";
    row("page with 403", reply("403 Forbidden", page, "text/html; charset=utf-8"), ErrorCode::NotAnEngine,
        u"HTTP 403: Access denied Ask <you> & me."_s);
    row("page with 200", reply("200 OK", page, "text/html"), ErrorCode::NotAnEngine,
        u"HTTP 200: Access denied Ask <you> & me."_s);
    row("other program", reply("404 Not Found", "404 page not found\n", "text/plain"), ErrorCode::NotAnEngine,
        u"HTTP 404: 404 page not found"_s);
    row("TLS port", "HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n",
        ErrorCode::WantsTls, u"HTTP 400: Client sent an HTTP request to an HTTPS server."_s);
    row("no words", reply("502 Bad Gateway", {}), ErrorCode::NotAnEngine, u"HTTP 502"_s);
    row("JSON of another kind", reply("200 OK", R"({"hello":1})"), ErrorCode::NotAnEngine,
        u"HTTP 200: {\"hello\":1}"_s);
    row("denied by the engine", reply("403 Forbidden", R"({"message":"authorization denied by plugin P"})"),
        ErrorCode::DeniedByPlugin, u"authorization denied by plugin P"_s);
    row("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n", ErrorCode::MalformedReply, u"played (bad version)"_s);
}

void TestEngineStore::tellsAProxyFromAnEngine()
{
    QFETCH(QByteArray, answer);
    QFETCH(ErrorCode, code);
    const QByteArray toHead = answer.first(answer.indexOf("\r\n\r\n") + 4);
    PlayedEngine played({answer.startsWith("HTTP") ? toHead : answer, answer});
    const Result<StoreInfo> info = played.store.open(patientCall());
    REQUIRE_ERROR(info, code);
    QTEST(info.error().detail, "detail");
}

void TestEngineStore::asksExactly()
{
    const QByteArray no = reply("404 Not Found", R"({"message":"no"})");
    PlayedEngine played = PlayedEngine::opened(QList<QByteArray>(8, no));
    EngineStore &store = played.store;
    const Reference reference(u"127.0.0.1:5000/team/app:1.0"_s);
    REQUIRE_ERROR(store.image(SomeImage, patientCall()), ErrorCode::NotFound);
    REQUIRE_ERROR(store.image(reference, patientCall()), ErrorCode::NotFound);
    REQUIRE_ERROR(store.container(SomeContainer, patientCall()), ErrorCode::NotFound);
    REQUIRE_ERROR(store.stopContainer(SomeContainer, 7s, patientCall()), ErrorCode::NotFound);
    REQUIRE_ERROR(store.removeContainer(SomeContainer, patientCall()), ErrorCode::NotFound);
    REQUIRE_ERROR(store.removeReference(reference, patientCall()), ErrorCode::NotFound);
    REQUIRE_ERROR(store.removeImage(SomeImage, patientCall()), ErrorCode::NotFound);
    const QStringList expected{u"GET /v1.41/images/sha256:%1/json"_s.arg(HexA),
        u"GET /v1.41/images/127.0.0.1:5000/team/app:1.0/json"_s, u"GET /v1.41/containers/%1/json"_s.arg(HexA),
        u"POST /v1.41/containers/%1/stop?t=7"_s.arg(HexA), u"DELETE /v1.41/containers/%1"_s.arg(HexA),
        u"DELETE /v1.41/images/127.0.0.1:5000/team/app:1.0"_s, u"DELETE /v1.41/images/sha256:%1"_s.arg(HexA)};
    QCOMPARE(played.asked().sliced(2), expected);
}

void TestEngineStore::asksBehindAPath()
{
    PlayedEngine played({pong("1.41"), version(), reply("200 OK", "[]")}, "/engine/a");
    REQUIRE_VALUE(played.store.images(patientCall()));
    const QStringList expected{u"HEAD /engine/a/_ping"_s, u"GET /engine/a/v1.41/version"_s,
        u"GET /engine/a/v1.41/images/json?all=1"_s};
    QCOMPARE(played.asked(), expected);
}

void TestEngineStore::escapesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    QTest::addRow("digest") << "app@sha256:"_L1 + HexA << "app@sha256:"_L1 + HexA;
    QTest::addRow("port") << u"h.io:5000/a/b_c-d.e:1"_s << u"h.io:5000/a/b_c-d.e:1"_s;
    // None of these is a name today, but whatever is listed must not become another question.
    QTest::addRow("query") << u"a?force=1#x"_s << u"a%3Fforce%3D1%23x"_s;
    QTest::addRow("lines") << u"a b\r\nHost: x"_s << u"a%20b%0D%0AHost:%20x"_s;
    QTest::addRow("percent") << u"a%2e"_s << u"a%252e"_s;
    QTest::addRow("beyond ASCII") << u"größe:1"_s << u"gr%C3%B6%C3%9Fe:1"_s;
}

void TestEngineStore::escapesNames()
{
    QFETCH(QString, name);
    QFETCH(QString, path);
    PlayedEngine played = PlayedEngine::opened({reply("200 OK", "[]")});
    REQUIRE_VALUE(played.store.removeReference(Reference(name), patientCall()));
    QCOMPARE(played.asked().last(), "DELETE /v1.41/images/"_L1 + path);
}

void TestEngineStore::knowsWhatIsGoingOn_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("words");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray conflict = "409 Conflict";
    const QByteArray failed = "500 Internal Server Error";
    QTest::addRow("a removal") << conflict << u"removal of container 5f is already in progress"_s
                               << ErrorCode::EngineBusy;
    QTest::addRow("an account") << failed << u"a disk usage operation is already running"_s
                                << ErrorCode::EngineBusy;
    QTest::addRow("a prune") << conflict << u"a prune operation is already running"_s
                             << ErrorCode::EngineBusy;
    QTest::addRow("a container") << conflict << u"conflict: unable to delete 5f - container 6a is running"_s
                                 << ErrorCode::Conflict;
}

void TestEngineStore::knowsWhatIsGoingOn()
{
    QFETCH(QByteArray, status);
    QFETCH(QString, words);
    QFETCH(ErrorCode, code);
    PlayedEngine played = PlayedEngine::opened({reply(status, "{\"message\":\"" + words.toUtf8() + "\"}")});
    const Result<void> removed = played.store.removeContainer(SomeContainer, patientCall());
    REQUIRE_ERROR(removed, code);
    QCOMPARE(removed.error().detail, words);
    // The next question may well be answered.
    QVERIFY(concernsOne(removed.error()));
}

void TestEngineStore::mapsRefusals_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<ErrorCode>("code");
    QTest::addRow("400") << QByteArray("400 Bad Request") << ErrorCode::BadRequest;
    QTest::addRow("401") << QByteArray("401 Unauthorized") << ErrorCode::Denied;
    QTest::addRow("403") << QByteArray("403 Forbidden") << ErrorCode::Denied;
    QTest::addRow("404") << QByteArray("404 Not Found") << ErrorCode::NotFound;
    QTest::addRow("409") << QByteArray("409 Conflict") << ErrorCode::Conflict;
    QTest::addRow("500") << QByteArray("500 Internal Server Error") << ErrorCode::EngineFailed;
    QTest::addRow("501") << QByteArray("501 Not Implemented") << ErrorCode::EngineFailed;
    QTest::addRow("503") << QByteArray("503 Service Unavailable") << ErrorCode::EngineFailed;
}

void TestEngineStore::mapsRefusals()
{
    QFETCH(QByteArray, status);
    QFETCH(ErrorCode, code);
    PlayedEngine played = PlayedEngine::opened(
        {reply(status, R"({"message":"why"})"), reply(status, "<p>Go away</p>", "text/html")});
    const Error byEngine{.code = code, .detail = u"why"_s, .httpStatus = status.first(3).toInt()};
    QCOMPARE(played.store.removeImage(SomeImage, patientCall()).error(), byEngine);
    const Error byProxy{.code = ErrorCode::ProxyAnswered,
        .detail = "HTTP %1: Go away"_L1.toString().arg(byEngine.httpStatus),
        .httpStatus = byEngine.httpStatus};
    QCOMPARE(played.store.removeImage(SomeImage, patientCall()).error(), byProxy);
}

void TestEngineStore::namesTheQuestionOfAMalformedReply()
{
    PlayedEngine played = PlayedEngine::opened({reply("200 OK", "{}"), reply("200 OK", "[{")});
    const Result<QList<Image>> images = played.store.images(patientCall());
    REQUIRE_ERROR(images, ErrorCode::MalformedReply);
    QCOMPARE(images.error().detail, u"/images/json?all=1: no JSON array"_s);
    REQUIRE_ERROR(played.store.containers(patientCall()), ErrorCode::MalformedReply);
}

void TestEngineStore::tellsStoppedFromNotRunning()
{
    PlayedEngine played =
        PlayedEngine::opened({"HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 304 Not Modified\r\n\r\n"});
    QCOMPARE(played.store.stopContainer(SomeContainer, 10s, patientCall()), Result<bool>(true));
    QCOMPARE(played.store.stopContainer(SomeContainer, 10s, patientCall()), Result<bool>(false));
}

namespace {

const QString HexB(64, u'b');
const QString HexC(64, u'c');

QByteArray json(QString text)
{
    return reply(
        "200 OK", text.replace("AAA"_L1, HexA).replace("BBB"_L1, HexB).replace("CCC"_L1, HexC).toUtf8());
}

} // namespace

void TestEngineStore::readsManifestLists()
{
    PlayedEngine played = PlayedEngine::opened(
        {json(uR"([{"Id":"sha256:AAA","Size":7,"Digest":"sha256:CCC","RepoTags":["a:1"]}])"_s),
            json(uR"([{"Id":"BBB","Size":8,"RepoTags":["localhost/all:1"],
                       "RepoDigests":["localhost/all@sha256:CCC"]}])"_s),
            json(uR"({"manifests":[{"digest":"sha256:CCC","platform":{"os":"linux","architecture":"amd64"}},
                       {"digest":"sha256:BBB","platform":{"os":"linux","architecture":"arm64"}}]})"_s)},
        "Podman Engine");
    const Result<QList<Image>> images = played.store.images(patientCall());
    REQUIRE_VALUE(images);
    QCOMPARE(images->size(), 2);
    const Image &list = (*images)[1];
    QVERIFY(list.isList && !(*images)[0].isList);
    QCOMPARE(list.references, QList<Reference>{Reference(u"localhost/all:1"_s)});
    QVERIFY(list.digests.isEmpty());
    const QList<ImageVariant> variants{
        {.name = u"linux/amd64"_s, .digest = "sha256:"_L1 + HexC, .size = 7, .image = SomeImage},
        {.name = u"linux/arm64"_s, .digest = "sha256:"_L1 + HexB, .isPresent = false}};
    QCOMPARE(list.variants, variants);
    QCOMPARE(played.asked().last(), u"GET /v4.0.0/libpod/manifests/sha256:%1/json"_s.arg(HexB));
}

void TestEngineStore::removesManifestListsAsLists_data()
{
    QTest::addColumn<QList<QByteArray>>("replies");
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("outcome");
    const QString list = u"DELETE /v4.0.0/libpod/manifests/all:1"_s;
    const QString image = u"DELETE /v1.41/images/all:1"_s;
    const QByteArray isThere = "HTTP/1.1 204 No Content\r\n\r\n";
    const QString deleted = "Deleted: sha256:"_L1 + HexB;
    QTest::addRow("a list") << QList<QByteArray>{isThere,
        json(uR"({"Deleted":["BBB"],"Untagged":["all:1"],"Errors":null})"_s)}
                            << list << deleted + ", Untagged: all:1"_L1;
    QTest::addRow("a list that is refused with success")
        << QList<QByteArray>{isThere, json(uR"({"ExitCode":125,"Errors":["in use"]})"_s)} << list
        << u"/libpod/manifests/all:1: in use"_s;
    QTest::addRow("an image") << QList<QByteArray>{reply("500 Error",
                                                       R"({"message":"a: image is not a manifest list"})"),
        json(uR"([{"Deleted":"BBB"}])"_s)}
                              << image << deleted;
    QTest::addRow("nothing") << QList<QByteArray>{reply(
                                                      "404 Not Found", R"({"message":"manifest not found"})"),
        reply("404 Not Found", R"({"message":"no such image"})")}
                             << image << u"no such image"_s;
    QTest::addRow("nobody knows") << QList<QByteArray>{reply(
        "500 Error", R"({"message":"database is locked"})")}
                                  << u"GET /v4.0.0/libpod/manifests/all:1/exists"_s
                                  << u"database is locked"_s;
}

void TestEngineStore::removesManifestListsAsLists()
{
    QFETCH(QList<QByteArray>, replies);
    PlayedEngine played = PlayedEngine::opened(replies, "Podman Engine");
    const Result<QList<RemovalLine>> removed =
        played.store.removeReference(Reference(u"all:1"_s), patientCall());
    QStringList lines;
    for (const RemovalLine &line : removed.value_or(QList<RemovalLine>())) {
        lines << lineText(line);
    }
    const QString said = removed ? lines.join(", "_L1) : removed.error().detail;
    QTEST(said, "outcome");
    QTEST(played.asked().last(), "request");
}

void TestEngineStore::readsImagesOfAdditionalStores()
{
    PlayedEngine played = PlayedEngine::opened({json(uR"([{"Id":"AAA","Size":7,"RepoTags":["own:1","both:1"]},
                   {"Id":"AAA","Size":7,"ReadOnly":true,"RepoTags":["both:1","lying:1"]}])"_s),
                                                   json(u"[]"_s)},
        "Podman Engine");
    const Result<QList<Image>> images = played.store.images(patientCall());
    REQUIRE_VALUE(images);
    QCOMPARE(images->size(), 1);
    const Image &image = images->first();
    QVERIFY(image.isReadOnly);
    QCOMPARE(image.references.size(), 3);
    QCOMPARE(image.ownReferences, QList<Reference>{Reference(u"own:1"_s)});
    QCOMPARE(image.repeatedReferences, QList<Reference>{Reference(u"both:1"_s)});
    QVERIFY(canLose(image, Reference(u"own:1"_s)));
    QVERIFY(!canLose(image, Reference(u"both:1"_s)));
}

void TestEngineStore::saves()
{
    PlayedEngine played = PlayedEngine::opened({chunked("an archive"),
        reply("500 Internal Server Error", R"({"message":"empty export - not implemented"})")});
    QByteArray archive;
    const PieceSink sink = [&](QByteArrayView piece) -> Result<void> {
        archive.append(piece);
        return {};
    };
    REQUIRE_VALUE(played.store.save({SomeImage.text(), u"app:1"_s}, sink, patientCall()));
    QCOMPARE(archive, "an archive");
    QCOMPARE(played.asked().last(), "GET /v1.41/images/get?names="_L1 + SomeImage.text() + "&names=app:1"_L1);
    REQUIRE_ERROR(played.store.save({SomeImage.text()}, sink, patientCall()), ErrorCode::EngineFailed);
    QCOMPARE(archive, "an archive");
}

void TestEngineStore::savesNoMoreThanARequestCanName()
{
    PlayedEngine played = PlayedEngine::opened({});
    const QStringList images(14'000, SomeImage.text());
    REQUIRE_ERROR(played.store.save(
                      images, [](QByteArrayView) { return Result<void>(); }, patientCall()),
        ErrorCode::BadRequest);
    QCOMPARE(played.asked().size(), 0);
}

void TestEngineStore::watches()
{
    PlayedEngine played = PlayedEngine::opened({chunked(R"({"Type":"image","Action":"tag"})"
                                                        R"({"Type":"container","Action":"exec_die"})"
                                                        R"({"Type":"container","Action":"die"})")});
    int changes = 0;
    REQUIRE_ERROR(played.store.watch([&] { ++changes; }, patientCall()), ErrorCode::ConnectionLost);
    QCOMPARE(changes, 3);
    QCOMPARE(played.asked().last(),
        u"GET /v1.41/events?filters=%7B%22type%22%3A%5B%22image%22%2C%22container%22%5D%7D"_s);
}

void TestEngineStore::endsAWatchWhenCancelled()
{
    const CancelToken cancel;
    PlayedEngine played =
        PlayedEngine::opened({"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"});
    REQUIRE_ERROR(played.store.watch([&] { cancel.request(); }, patientCall(cancel)), ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestEngineStore)
#include "tst_enginestore.moc"
