// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/enginestore.h"

#include "stores/playedengine.h"
#include "stores/resulttext.h"

#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

const QString HexA(64, u'a');

QStringList states(const QList<PullProgress> &progress)
{
    QStringList texts;
    for (const PullProgress &step : progress) {
        texts << step.layer + u' ' + QString::number(int(step.state));
    }
    return texts;
}

} // namespace

/// EngineStore::pull.
class TestEnginePull : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pulls();
    void pullsFromPodman();
    void pullsByTagOrDigest_data();
    void pullsByTagOrDigest();
    void pullsNoWholeRepository();
    void saysWhyAPullFailed_data();
    void saysWhyAPullFailed();
};

void TestEnginePull::pulls()
{
    PlayedEngine played =
        PlayedEngine::opened({chunked("{\"status\":\"Pulling from team/app\",\"id\":\"1\"}\r\n"
                                      "{\"status\":\"Pulling fs layer\",\"id\":\"abc\"}\r\n"
                                      "{\"status\":\"Pull complete\",\"id\":\"abc\"}\r\n"
                                      "{\"status\":\"Digest: sha256:123\"}\r\n"
                                      "{\"status\":\"Status: Downloaded\"}\r\n")});
    QList<PullProgress> seen;
    const Result<PullResult> result = played.store.pull(
        Reference(u"app:1"_s), [&](const PullProgress &step) { seen << step; }, patientCall());
    REQUIRE_VALUE(result);
    const PullResult expected{.digest = u"sha256:123"_s, .status = u"Status: Downloaded"_s};
    QCOMPARE(*result, expected);
    const QStringList steps{u"abc 0"_s, u"abc 6"_s};
    QCOMPARE(states(seen), steps);
}

void TestEnginePull::pullsFromPodman()
{
    const QByteArray stream = "{\"status\":\"Already exists\",\"id\":\"abc\"}\n"
                              "{\"status\":\"Download complete\",\"id\":\"123456789012\"}\n";
    const auto pull = [&](const QByteArray &engine) {
        return PlayedEngine::opened({chunked(stream)}, engine)
            .store.pull(Reference(u"app:1"_s), [](const PullProgress &) { }, patientCall());
    };
    const Result<PullResult> podman = pull("Podman Engine");
    REQUIRE_VALUE(podman);
    QCOMPARE(podman->status, u"Download complete"_s);
    REQUIRE_ERROR(pull("Engine"), ErrorCode::ConnectionLost);
}

void TestEnginePull::pullsByTagOrDigest_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("query");
    QTest::addRow("tag") << u"app:1"_s << u"fromImage=app&tag=1"_s;
    QTest::addRow("port") << u"localhost:5000/a/b:x_1"_s << u"fromImage=localhost%3A5000%2Fa%2Fb&tag=x_1"_s;
    QTest::addRow("digest") << "app@sha256:"_L1 + HexA << "fromImage=app&tag=sha256%3A"_L1 + HexA;
}

void TestEnginePull::pullsByTagOrDigest()
{
    QFETCH(QString, reference);
    QFETCH(QString, query);
    PlayedEngine played = PlayedEngine::opened({chunked(R"({"status":"Status: Image is up to date"})")});
    REQUIRE_VALUE(played.store.pull(Reference(reference), [](const PullProgress &) { }, patientCall()));
    QCOMPARE(played.asked().last(), "POST /v1.41/images/create?"_L1 + query);
}

void TestEnginePull::pullsNoWholeRepository()
{
    PlayedEngine played = PlayedEngine::opened({});
    REQUIRE_ERROR(played.store.pull(
                      Reference(u"app"_s), [](const PullProgress &) { }, patientCall()),
        ErrorCode::InvalidName);
    QVERIFY(played.asked().isEmpty());
}

void TestEnginePull::saysWhyAPullFailed_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    QTest::addRow("before the stream") << reply("404 Not Found", R"({"message":"manifest unknown"})")
                                       << ErrorCode::NotFound << u"manifest unknown"_s;
    QTest::addRow("in the stream") << chunked(
        R"({"status":"Waiting","id":"a"}{"errorDetail":{"message":"no space left"},"error":"no space left"})")
                                   << ErrorCode::EngineFailed << u"no space left"_s;
    QTest::addRow("without a last word")
        << chunked(R"({"status":"Waiting","id":"a"})") << ErrorCode::ConnectionLost << u"played"_s;
    QTest::addRow("cut") << chunked(R"({"status":"Waiting","id":"a"})").chopped(8)
                         << ErrorCode::ConnectionLost << u"played"_s;
    QTest::addRow("no JSON") << chunked("<html>") << ErrorCode::MalformedReply << u"no JSON"_s;
}

void TestEnginePull::saysWhyAPullFailed()
{
    QFETCH(QByteArray, answer);
    QFETCH(ErrorCode, code);
    PlayedEngine played = PlayedEngine::opened({answer});
    const Result<PullResult> result =
        played.store.pull(Reference(u"app:1"_s), [](const PullProgress &) { }, patientCall());
    REQUIRE_ERROR(result, code);
    QTEST(result.error().detail, "detail");
}

QTEST_GUILESS_MAIN(TestEnginePull)
#include "tst_enginepull.moc"
