// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/enginestream.h"

#include "stores/engine/httpreplyparser.h"
#include "stores/engine/jsonsplitter.h"
#include "stores/resulttext.h"

#include <QFile>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

using State = PullProgress::State;

QList<QByteArray> recordedMessages(const QString &name)
{
    QFile file(QFINDTESTDATA("data/"_L1 + name));
    QList<QByteArray> messages;
    JsonSplitter splitter;
    HttpReplyParser parser(HttpReplyParser::Body::Expected,
        [&](QByteArrayView piece) { messages << splitter.feed(piece).value_or(QList<QByteArray>()); });
    if (file.open(QIODevice::ReadOnly)) {
        Q_UNUSED(parser.feed(file.readAll()))
    }
    return messages;
}

} // namespace

class TestEngineStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAPullOfDocker();
    void readsAPullOfPodman();
    void readsLayers_data();
    void readsLayers();
    void readsFailures();
    void ignoresOtherWords();
    void readsRecordedEvents();
    void tellsEventsApart_data();
    void tellsEventsApart();
    void refusesWhatIsNoMessage();
};

void TestEngineStream::readsAPullOfDocker()
{
    QSet<int> states;
    QSet<QString> layers;
    QString digest;
    QString status;
    for (const QByteArray &json : recordedMessages(u"docker-pull.http"_s)) {
        const Result<enginejson::PullMessage> message = enginejson::pullMessage(json);
        REQUIRE_VALUE(message);
        QVERIFY(message->error.isEmpty());
        if (message->progress) {
            states << int(message->progress->state);
            layers << message->progress->layer;
        }
        digest += message->digest;
        status += message->status;
    }
    const QSet<int> expected{int(State::Waiting), int(State::Downloading), int(State::Verifying),
        int(State::Downloaded), int(State::Extracting), int(State::Done)};
    QCOMPARE(states, expected);
    QCOMPARE(layers.size(), 3);
    QCOMPARE(digest, u"sha256:2cfc589961b8ce2c9f53f53be7b88a0b42962ba78bcbb90210018d864af8c9a2"_s);
    QCOMPARE(status, u"Status: Downloaded newer image for 127.0.0.1:5999/team/big:1"_s);
}

void TestEngineStream::readsAPullOfPodman()
{
    const QList<QByteArray> messages = recordedMessages(u"podman-pull.http"_s);
    QVERIFY(!messages.isEmpty());
    for (const QByteArray &json : messages) {
        const Result<enginejson::PullMessage> message = enginejson::pullMessage(json);
        REQUIRE_VALUE(message);
        QVERIFY(message->progress);
    }
    QCOMPARE(enginejson::pullMessage(messages.last())->progress->state, State::Downloaded);
}

void TestEngineStream::readsLayers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<PullProgress>("progress");
    const auto row =
        [](const char *name, const QByteArray &json, State state, qint64 current, qint64 total) {
            QTest::addRow("%s", name)
                << json
                << PullProgress{.layer = u"abc"_s, .state = state, .current = current, .total = total};
        };
    row("bytes", R"({"status":"Downloading","progressDetail":{"current":5,"total":9},"id":"abc"})",
        State::Downloading, 5, 9);
    row("no total", R"({"status":"Downloading","progressDetail":{"current":5},"id":"abc"})",
        State::Downloading, 5, 0);
    row("no detail", R"({"status":"Already exists","id":"abc"})", State::Exists, 0, 0);
    row("beyond 32 bits",
        R"({"status":"Extracting","progressDetail":{"current":5000000000,"total":6000000000},"id":"abc"})",
        State::Extracting, 5'000'000'000, 6'000'000'000);
    row("seconds", R"({"status":"Extracting","progressDetail":{"current":3,"units":"s"},"id":"abc"})",
        State::Extracting, 0, 0);
    row("negative", R"({"status":"Downloading","progressDetail":{"current":-5,"total":-1},"id":"abc"})",
        State::Downloading, 0, 0);
}

void TestEngineStream::readsLayers()
{
    QFETCH(QByteArray, json);
    QFETCH(PullProgress, progress);
    const Result<enginejson::PullMessage> message = enginejson::pullMessage(json);
    REQUIRE_VALUE(message);
    QVERIFY(message->progress);
    QCOMPARE(*message->progress, progress);
}

void TestEngineStream::readsFailures()
{
    QCOMPARE(enginejson::pullMessage(R"({"errorDetail":{"message":"no space"},"error":"old words"})")->error,
        u"no space"_s);
    QCOMPARE(enginejson::pullMessage(R"({"error":"old words"})")->error, u"old words"_s);
}

void TestEngineStream::ignoresOtherWords()
{
    for (const QByteArray &json : {QByteArray(R"({"status":"Pulling from team/big","id":"1"})"),
             QByteArray("{}"), QByteArray(R"({"status":"Something new","progressDetail":{"current":1}})")}) {
        const Result<enginejson::PullMessage> message = enginejson::pullMessage(json);
        REQUIRE_VALUE(message);
        QVERIFY(!message->progress && message->error.isEmpty() && message->status.isEmpty());
    }
}

void TestEngineStream::readsRecordedEvents()
{
    int relevant = 0;
    const QList<QByteArray> messages = recordedMessages(u"docker-events.http"_s);
    for (const QByteArray &json : messages) {
        const Result<bool> changes = enginejson::changesLists(json);
        REQUIRE_VALUE(changes);
        relevant += *changes ? 1 : 0;
    }
    QVERIFY(relevant > 0);
    QVERIFY(relevant < messages.size());
}

void TestEngineStream::tellsEventsApart_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<bool>("changes");
    const auto rows = [](const QByteArray &type, const QList<QByteArray> &actions, bool changes) {
        for (const QByteArray &action : actions) {
            QTest::addRow("%s %s", type.constData(), action.constData()) << type << action << changes;
        }
    };
    rows("image", {"pull", "tag", "untag", "delete", "import", "load", "prune", "create"}, true);
    rows("image", {"push", "save"}, false);
    rows("container", {"create", "start", "die", "destroy", "pause", "unpause", "rename", "remove", "commit"},
        true);
    rows("container",
        {"exec_create: sh", "exec_start: sh", "exec_die", "top", "health_status: healthy", "attach",
            "resize"},
        false);
    rows("volume", {"create"}, false);
    rows("network", {"connect"}, false);
}

void TestEngineStream::tellsEventsApart()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, action);
    const Result<bool> changes =
        enginejson::changesLists("{\"Type\":\"" + type + "\",\"Action\":\"" + action + "\",\"Actor\":{}}");
    REQUIRE_VALUE(changes);
    QTEST(*changes, "changes");
}

void TestEngineStream::refusesWhatIsNoMessage()
{
    for (const char *json : {"", "[]", "{", "5"}) {
        REQUIRE_ERROR(enginejson::pullMessage(json), ErrorCode::MalformedReply);
        REQUIRE_ERROR(enginejson::changesLists(json), ErrorCode::MalformedReply);
    }
}

QTEST_GUILESS_MAIN(TestEngineStream)
#include "tst_enginestream.moc"
