// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/removal.h"
#include "jobs/scan.h"
#include "stores/dockerbench.h"
#include "stores/resulttext.h"
#include "stores/storefactory.h"
#include "support/registry.h"
#include "support/stallingproxy.h"

#include <QDeadlineTimer>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

// Files whose removal takes about a second.
const QStringList ManyFiles{
    u"/busybox"_s, u"sh"_s, u"-c"_s, u"i=0; while [ $i -lt 50000 ]; do : > /f$i; i=$((i+1)); done"_s};

RemovalPlan planFor(DockerBench &bench, const QString &name, const RemovalOptions &options = {})
{
    LayerReader reader{ContentCache(QString())};
    const SnapshotPtr snapshot = scan(*bench.store, reader, {}).value();
    return RemovalPlan::make(snapshot, {findTarget(*snapshot, name).value()}, options);
}

RemovalReport remove(const RemovalPlan &plan, DockerBench &bench)
{
    return runRemoval(plan, *bench.store, {},
        {.started = [](int) { }, .ended = [](int, const StepOutcome &) { }, .written = {}});
}

std::unique_ptr<QThread> inThread(std::function<void()> work)
{
    std::unique_ptr<QThread> thread(QThread::create(std::move(work)));
    thread->start();
    return thread;
}

} // namespace

/// What real engines do, and what is said of it, while they do something else with the same image.
class TestBusyEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesWhatSomebodyElseIsRemoving_data();
    void removesWhatSomebodyElseIsRemoving();
    void removesWhatIsBeingPulled();
    void countsWhileSomebodyElseCounts();
};

void TestBusyEngine::removesWhatSomebodyElseIsRemoving_data()
{
    QTest::addColumn<QString>("kind");
    // The first says meanwhile that the container is being removed, the second that it is dead.
    QTest::addRow("docker20") << u"docker20"_s;
    QTest::addRow("docker28-containerd") << u"docker28-containerd"_s;
}

void TestBusyEngine::removesWhatSomebodyElseIsRemoving()
{
    QFETCH(QString, kind);
    DockerBench bench(*EngineKind::named(kind));
    if (const QString reason = bench.start(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    QCOMPARE(bench.load(archive), QString());
    const ContainerId id = bench.run({}, u"app:1"_s, ManyFiles);
    QCOMPARE(bench.engine.docker({u"wait"_s, id.text()}).lines(), QStringList(u"0"_s));
    const RemovalPlan plan = planFor(bench, u"app:1"_s, {.force = true});
    QCOMPARE(plan.steps.size(), 2);
    Output theirs;
    const auto other = inThread([&] { theirs = bench.engine.docker({u"rm"_s, id.text()}); });
    QTRY_VERIFY_WITH_TIMEOUT(bench.stateOf(id) != ContainerState::Exited, 30000);
    const Result<void> refused = bench.store->removeContainer(id, patientCall());
    REQUIRE_ERROR(refused, ErrorCode::EngineBusy);
    QCOMPARE(refused.error().detail, u"removal of container %1 is already in progress"_s.arg(id.text()));
    // Who wants the image gone waits for it, and claims nothing of it.
    const RemovalReport report = remove(plan, bench);
    QVERIFY(other->wait());
    QCOMPARE(theirs.exitCode, 0);
    QCOMPARE(report.outcomes[0].state, StepOutcome::State::Skipped);
    QCOMPARE(report.outcomes[0].error->code, ErrorCode::NotFound);
    QCOMPARE(report.outcomes[1].state, StepOutcome::State::Done);
    QVERIFY(bench.store->images(patientCall())->isEmpty());
}

// The engine forbids it not, keeps what the pull counts on, and the name comes back with the other image.
void TestBusyEngine::removesWhatIsBeingPulled()
{
    DockerBench bench;
    Registry registry;
    StallingProxy proxy;
    for (const QString &reason : {bench.start(), registry.start()}) {
        if (!reason.isEmpty()) {
            QSKIP(qPrintable(reason));
        }
    }
    QCOMPARE(proxy.start(registry.address()), QString());
    const QString name = proxy.address() + "/app:1"_L1;
    const QString there = registry.address() + "/app:1"_L1;
    ImageArchive archive;
    archive.add({.tags = {name}, .layers = {u"shared=5000"_s, u"old=3000"_s}});
    const QString coming = archive.add({.tags = {there}, .layers = {u"shared=5000"_s, u"new=3000"_s}});
    QCOMPARE(bench.load(archive), QString());
    QCOMPARE(bench.engine.docker({u"push"_s, u"-q"_s, there}).exitCode, 0);
    QCOMPARE(bench.engine.docker({u"rmi"_s, there}).exitCode, 0);
    Output pulled;
    const auto other = inThread([&] { pulled = bench.engine.docker({u"pull"_s, u"-q"_s, name}); });
    QTRY_VERIFY_WITH_TIMEOUT(proxy.holds(), 30000);

    const RemovalPlan plan = planFor(bench, name);
    const RemovalReport report = remove(plan, bench);
    proxy.letGo();
    QVERIFY(other->wait());
    QCOMPARE(report.outcomes.size(), 1);
    const StepOutcome outcome = report.outcomes.first();
    QCOMPARE(outcome.state, StepOutcome::State::Done);
    QVERIFY(!outcome.error);
    // The image's own layer went, as the engine says; those that it shares with the one that comes stayed.
    QCOMPARE(outcome.reported.size(), plan.predictedLines().size() - 2);
    QCOMPARE(report.freedBytes(), std::optional(ByteCount{.bytes = 3000}));
    QVERIFY(report.freedOtherwise());

    QCOMPARE(pulled.exitCode, 0);
    const QList<Image> images = bench.store->images(patientCall()).value();
    QCOMPARE(images.size(), 1);
    QCOMPARE(images.first().id.text(), coming);
    QVERIFY(images.first().references.contains(Reference(name)));
}

// Later ones let the second have the answer of the first.
void TestBusyEngine::countsWhileSomebodyElseCounts()
{
    DockerBench bench;
    if (const QString reason = bench.start(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    if (!bench.store->open(patientCall()).value().version.startsWith("20."_L1)) {
        QSKIP("The system's Docker counts for several at once.");
    }
    ImageArchive archive;
    for (int i = 0; i < 30; ++i) {
        archive.add({.tags = {u"app:%1"_s.arg(i)}, .layers = {u"layer%1"_s.arg(i)}});
    }
    QCOMPARE(bench.load(archive), QString());
    const QDeadlineTimer deadline(std::chrono::seconds(30));
    std::atomic_int refusals = 0;
    std::atomic_int others = 0;
    const auto count = [&] {
        const std::unique_ptr<Store> store = makeStore(*parseEndpoint(bench.engine.endpoint())).value();
        while (refusals == 0 && others == 0 && !deadline.hasExpired()) {
            if (const Result<qint64> size = store->layersSize(patientCall()); !size) {
                ++(size.error().code == ErrorCode::EngineBusy ? refusals : others);
            }
        }
    };
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 4; ++i) {
        threads.push_back(inThread(count));
    }
    for (const std::unique_ptr<QThread> &thread : threads) {
        QVERIFY(thread->wait());
    }
    QCOMPARE(others, 0);
    QVERIFY(refusals > 0);
}

QTEST_GUILESS_MAIN(TestBusyEngine)
#include "tst_busyengine.moc"
