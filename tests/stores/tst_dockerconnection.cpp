// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/storefactory.h"

#include "stores/dockerbench.h"
#include "stores/resulttext.h"
#include "support/imagearchive.h"
#include "support/registry.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>
#include <QThread>

using namespace jettison;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::unique_ptr<QThread> inThread(std::function<void()> work)
{
    std::unique_ptr<QThread> thread(QThread::create(std::move(work)));
    thread->start();
    return thread;
}

} // namespace

/// What takes its time, or goes wrong on the way, against a real Docker daemon.
class TestDockerConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void opens();
    void cancelsAStop();
    void runsOutOfTimeInAStop();
    void pulls();
    void cancelsAPull();
    void watches();
    void losesTheEngineInTheMiddle();
    void findsTheEngineAgain();

private:
    DockerBench m_bench;
    Registry m_registry;
};

void TestDockerConnection::initTestCase()
{
    for (const QString &reason : {m_bench.start(), m_registry.start()}) {
        if (!reason.isEmpty()) {
            QSKIP(qPrintable(reason));
        }
    }
}

void TestDockerConnection::init()
{
    QCOMPARE(m_bench.engine.reset(), QString());
}

void TestDockerConnection::opens()
{
    const Result<StoreInfo> info = m_bench.store->open(patientCall());
    REQUIRE_VALUE(info);
    QCOMPARE(info->endpoint, m_bench.engine.endpoint());
    QCOMPARE(info->name, u"Docker"_s);
    const QString version =
        m_bench.engine.docker({u"version"_s, u"--format"_s, u"{{.Server.Version}}"_s}).lines().value(0);
    QCOMPARE(info->version, version);
    QVERIFY(info->apiVersion.startsWith("1."_L1));
}

void TestDockerConnection::cancelsAStop()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    QCOMPARE(m_bench.load(archive), QString());
    const ContainerId id = m_bench.run({}, u"app:1"_s, DockerBench::deaf());
    const CancelToken cancel;
    const auto soon = inThread([&] {
        QThread::msleep(500);
        cancel.request();
    });
    QElapsedTimer timer;
    timer.start();
    REQUIRE_ERROR(m_bench.store->stopContainer(id, 300s, patientCall(cancel)), ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 5000);
    soon->wait();
    // The same store goes on with a new connection.
    QCOMPARE(m_bench.stateOf(id), ContainerState::Running);
}

void TestDockerConnection::runsOutOfTimeInAStop()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    QCOMPARE(m_bench.load(archive), QString());
    const ContainerId id = m_bench.run({}, u"app:1"_s, DockerBench::deaf());
    REQUIRE_ERROR(m_bench.store->stopContainer(id, 300s, callWithin(500ms)), ErrorCode::TimedOut);
    QCOMPARE(m_bench.stateOf(id), ContainerState::Running);
}

void TestDockerConnection::pulls()
{
    const QString name = m_registry.address() + "/team/app:1"_L1;
    ImageArchive archive;
    const QString id = archive.add({.tags = {name}, .layers = {u"one"_s, u"two"_s}});
    QCOMPARE(m_bench.load(archive), QString());
    QCOMPARE(m_bench.engine.docker({u"push"_s, name}).exitCode, 0);
    QCOMPARE(m_bench.engine.reset(), QString());

    QSet<QString> layers;
    QSet<QString> done;
    const auto follow = [&](const PullProgress &step) {
        layers << step.layer;
        if (step.state == PullProgress::State::Done) {
            done << step.layer;
        }
    };
    const Result<PullResult> first = m_bench.store->pull(Reference(name), follow, patientCall());
    REQUIRE_VALUE(first);
    QCOMPARE(layers.size(), 3);
    QCOMPARE(done, layers);
    QCOMPARE(first->status, "Status: Downloaded newer image for "_L1 + name);
    QVERIFY(first->digest.startsWith("sha256:"_L1));
    const Image image = m_bench.store->images(patientCall())->value(0);
    QCOMPARE(image.id.text(), id);
    const QString byDigest = m_registry.address() + "/team/app@"_L1 + first->digest;
    const QList<Reference> references{Reference(name), Reference(byDigest)};
    QCOMPARE(image.references, references);

    REQUIRE_VALUE(m_bench.store->removeReference(Reference(name), patientCall()));
    const Result<PullResult> second =
        m_bench.store->pull(Reference(byDigest), [](const PullProgress &) { }, patientCall());
    REQUIRE_VALUE(second);
    QCOMPARE(
        m_bench.store->images(patientCall())->value(0).references, QList<Reference>{Reference(byDigest)});
    const Result<QList<RemovalLine>> removed =
        m_bench.store->removeReference(Reference(byDigest), patientCall());
    REQUIRE_VALUE(removed);
    QCOMPARE(lineText(removed->value(0)), "Untagged: "_L1 + byDigest);

    REQUIRE_ERROR(
        m_bench.store->pull(
            Reference(m_registry.address() + "/team/none:1"_L1), [](const PullProgress &) { }, patientCall()),
        ErrorCode::NotFound);
}

void TestDockerConnection::cancelsAPull()
{
    const QString name = m_registry.address() + "/team/cancelled:1"_L1;
    ImageArchive archive;
    archive.add({.tags = {name}, .layers = {u"three"_s}});
    QCOMPARE(m_bench.load(archive), QString());
    QCOMPARE(m_bench.engine.docker({u"push"_s, name}).exitCode, 0);
    QCOMPARE(m_bench.engine.reset(), QString());
    const CancelToken cancel;
    const auto stopAtOnce = [&](const PullProgress &) { cancel.request(); };
    REQUIRE_ERROR(
        m_bench.store->pull(Reference(name), stopAtOnce, patientCall(cancel)), ErrorCode::Cancelled);
}

void TestDockerConnection::watches()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    std::atomic_int changes = 0;
    const CancelToken cancel;
    Result<void> result;
    const auto watcher = inThread([&] {
        const std::unique_ptr<Store> store = makeStore(*parseEndpoint(m_bench.engine.endpoint())).value();
        result =
            store->watch([&] { ++changes; }, Call{.deadline = QDeadlineTimer::Forever, .cancel = cancel});
    });
    QTRY_COMPARE(changes, 1);
    QCOMPARE(m_bench.load(archive), QString());
    QTRY_VERIFY(changes > 1);
    int before = changes;
    m_bench.engine.docker({u"create"_s, u"app:1"_s, u"/busybox"_s});
    QTRY_VERIFY(changes > before);
    before = changes;
    m_bench.engine.docker({u"tag"_s, u"app:1"_s, u"app:2"_s});
    QTRY_COMPARE(changes, before + 1);
    cancel.request();
    QVERIFY(watcher->wait(5000));
    REQUIRE_ERROR(result, ErrorCode::Cancelled);
}

void TestDockerConnection::losesTheEngineInTheMiddle()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    QCOMPARE(m_bench.load(archive), QString());
    const ContainerId id = m_bench.run({}, u"app:1"_s, DockerBench::deaf());
    std::atomic_bool watching = false;
    Result<void> watched;
    const auto watcher = inThread([&] {
        const std::unique_ptr<Store> store = makeStore(*parseEndpoint(m_bench.engine.endpoint())).value();
        watched = store->watch([&] { watching = true; }, patientCall());
    });
    QTRY_VERIFY(watching);
    m_bench.engine.stop();
    QVERIFY(watcher->wait(60000));
    REQUIRE_ERROR(watched, ErrorCode::ConnectionLost);
    // The connection that was kept is dead; asking again finds nobody.
    REQUIRE_ERROR(m_bench.store->images(patientCall()), ErrorCode::NotRunning);
    REQUIRE_ERROR(
        m_bench.store->removeReference(Reference(u"app:1"_s), patientCall()), ErrorCode::NotRunning);
    QCOMPARE(m_bench.engine.start(), QString());
    QVERIFY(m_bench.stateOf(id) != ContainerState::Running);
}

void TestDockerConnection::findsTheEngineAgain()
{
    REQUIRE_VALUE(m_bench.store->open(patientCall()));
    m_bench.engine.stop();
    REQUIRE_ERROR(m_bench.store->open(patientCall()), ErrorCode::NotRunning);
    QCOMPARE(m_bench.engine.start(), QString());
    REQUIRE_VALUE(m_bench.store->open(patientCall()));
    REQUIRE_VALUE(m_bench.store->images(patientCall()));
}

QTEST_GUILESS_MAIN(TestDockerConnection)
#include "tst_dockerconnection.moc"
