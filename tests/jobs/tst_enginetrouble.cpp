// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/removal.h"
#include "jobs/scan.h"
#include "jobs/session.h"
#include "stores/dockerbench.h"
#include "stores/resulttext.h"
#include "stores/storefactory.h"

#include <QProcess>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace jettison;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QSet<QString> deleted(const QStringList &lines)
{
    QSet<QString> ids;
    for (const QString &line : lines) {
        if (line.startsWith("Deleted: "_L1) || line.startsWith("deleted: "_L1)) {
            ids << line.section(u' ', 1);
        }
    }
    return ids;
}

QStringList texts(const QList<RemovalLine> &lines)
{
    QStringList list;
    std::ranges::transform(lines, std::back_inserter(list), lineText);
    return list;
}

} // namespace

/// What others do to a real Docker daemon while images are removed: plug-ins that deny, prunes, restarts.
class TestEngineTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void isDeniedByAPlugin();
    void isDeniedAfterAllWasDone();
    void asksAPluginThatIsBroken();
    void removesWhileOthersPrune();
    void losesTheEngineBetweenSteps();
    void findsTheEngineAgainWhileOpen();

private:
    void load(const ImageArchive &archive);
    RemovalPlan planFor(const QList<RemovalTarget> &targets, const RemovalOptions &options = {}) const;
    RemovalPlan planForAll(const RemovalOptions &options = {}) const;
    RemovalReport remove(const RemovalPlan &plan, const RemovalListener &listener = quiet()) const;
    static RemovalListener quiet();

    DockerBench m_bench;
};

void TestEngineTrouble::initTestCase()
{
    for (const QString &reason : {m_bench.engine.authorize(), m_bench.start()}) {
        if (!reason.isEmpty()) {
            QSKIP(qPrintable(reason));
        }
    }
}

void TestEngineTrouble::init()
{
    m_bench.engine.setRules({});
    QCOMPARE(m_bench.engine.reset(), QString());
}

void TestEngineTrouble::load(const ImageArchive &archive)
{
    QCOMPARE(m_bench.load(archive), QString());
}

RemovalPlan TestEngineTrouble::planFor(
    const QList<RemovalTarget> &targets, const RemovalOptions &options) const
{
    LayerReader reader{ContentCache(QString())};
    return RemovalPlan::make(scan(*m_bench.store, reader, {}).value(), targets, options);
}

RemovalPlan TestEngineTrouble::planForAll(const RemovalOptions &options) const
{
    QList<RemovalTarget> targets;
    const QList<Image> images = m_bench.store->images(patientCall()).value();
    std::ranges::transform(images, std::back_inserter(targets),
        [](const Image &image) { return RemovalTarget{.image = image.id}; });
    return planFor(targets, options);
}

RemovalListener TestEngineTrouble::quiet()
{
    return {.started = [](int) { }, .ended = [](int, const StepOutcome &) { }};
}

RemovalReport TestEngineTrouble::remove(const RemovalPlan &plan, const RemovalListener &listener) const
{
    return runRemoval(plan, *m_bench.store, {}, listener);
}

void TestEngineTrouble::isDeniedByAPlugin()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    load(archive);
    const RemovalPlan plan = planForAll();
    m_bench.engine.setRules(u"request DELETE"_s);
    const RemovalReport report = remove(plan);
    QCOMPARE(report.outcomes.size(), 1);
    QCOMPARE(report.outcomes.first().state, StepOutcome::State::Failed);
    QCOMPARE(report.outcomes.first().error->code, ErrorCode::DeniedByPlugin);
    QCOMPARE(report.outcomes.first().error->detail,
        u"authorization denied by plugin jettison-test: no request of that kind"_s);
    QCOMPARE(report.reportedLines(), QList<RemovalLine>());
    QCOMPARE(m_bench.store->images(patientCall())->size(), 1);
}

// The plug-in is asked a second time when the engine has done it.
void TestEngineTrouble::isDeniedAfterAllWasDone()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s, u"app:2"_s}});
    load(archive);
    const RemovalPlan plan = planForAll();
    m_bench.engine.setRules(u"response DELETE"_s);
    const RemovalReport report = remove(plan);
    QCOMPARE(report.count(StepOutcome::State::Done), 2);
    for (const StepOutcome &outcome : report.outcomes) {
        QCOMPARE(outcome.error->code, ErrorCode::DeniedByPlugin);
    }
    // What the engine said of layers nobody heard; the rest was seen to be gone.
    QList<RemovalLine> seen;
    for (const RemovalStep &step : plan.steps) {
        seen << step.predicted;
    }
    QCOMPARE(report.reportedLines(), seen);
    QVERIFY(m_bench.store->images(patientCall())->isEmpty());
}

void TestEngineTrouble::asksAPluginThatIsBroken()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    load(archive);
    const RemovalPlan plan = planForAll();
    m_bench.engine.setRules(u"break DELETE"_s);
    const RemovalReport report = remove(plan);
    QCOMPARE(report.outcomes.first().state, StepOutcome::State::Failed);
    QCOMPARE(report.outcomes.first().error->code, ErrorCode::EngineFailed);
    QVERIFY(report.outcomes.first().error->detail.startsWith("plugin jettison-test failed with error"_L1));
    QCOMPARE(m_bench.store->images(patientCall())->size(), 1);
}

void TestEngineTrouble::removesWhileOthersPrune()
{
    ImageArchive archive;
    constexpr int Count = 60;
    for (int i = 0; i < Count; ++i) {
        archive.add({.tags = {u"app:%1"_s.arg(i)}, .layers = {u"layer%1=2000"_s.arg(i)}});
    }
    load(archive);
    const RemovalPlan plan = planForAll();
    QStringList pruned;
    std::unique_ptr<QThread> other(
        QThread::create([&] { pruned = m_bench.engine.docker({u"image"_s, u"prune"_s, u"-af"_s}).lines(); }));
    // The prune begins in the middle.
    RemovalListener listener = quiet();
    listener.started = [&](int step) {
        if (step == Count / 6) {
            other->start();
        }
    };
    const RemovalReport report = remove(plan, listener);
    other->wait();
    QVERIFY(m_bench.store->images(patientCall())->isEmpty());
    // Each step is done, or somebody else was faster; none is called a failure.
    for (const StepOutcome &outcome : report.outcomes) {
        // It may lose its name first, and be looked at before it goes.
        const bool isChanged = outcome.error && outcome.error->code == ErrorCode::ReferencesChanged;
        QVERIFY2(outcome.isFulfilled() || isChanged,
            qPrintable(outcome.error ? outcome.error->detail : QString()));
    }
    const QSet<QString> ours = deleted(texts(report.reportedLines()));
    const QSet<QString> theirs = deleted(pruned);
    QVERIFY2(!theirs.isEmpty(), "the prune came too late");
    QSet<QString> images;
    for (const RemovalStep &step : plan.steps) {
        images << step.image.text();
    }
    QVERIFY((ours + theirs).contains(images));
    // What the prune took, the report does not claim.
    for (const StepOutcome &outcome : report.outcomes) {
        QVERIFY2(!deleted(texts(outcome.reported)).intersects(theirs),
            qPrintable(outcome.error ? QString::number(int(outcome.error->code)) + outcome.error->detail
                                     : QString()));
    }
}

// What the report says is true, and what it says was not started is still there.
void TestEngineTrouble::losesTheEngineBetweenSteps()
{
    ImageArchive archive;
    for (int i = 0; i < 6; ++i) {
        archive.add({.tags = {u"app:%1"_s.arg(i)}, .layers = {u"layer%1=2000"_s.arg(i)}});
    }
    load(archive);
    const RemovalPlan plan = planForAll();
    RemovalListener listener = quiet();
    listener.ended = [&](int step, const StepOutcome &) {
        if (step == 2) {
            m_bench.engine.stop();
        }
    };
    const RemovalReport report = remove(plan, listener);
    QCOMPARE(m_bench.engine.start(), QString());
    QCOMPARE(report.count(StepOutcome::State::Done), 3);
    QCOMPARE(report.count(StepOutcome::State::Failed), 1);
    QCOMPARE(report.outcomes[3].error->code, ErrorCode::NotRunning);
    QCOMPARE(report.count(StepOutcome::State::NotStarted), 2);
    QCOMPARE(m_bench.store->images(patientCall())->size(), 3);
    // The rest goes when it is asked for again.
    QVERIFY(remove(planForAll()).isComplete());
    QVERIFY(m_bench.store->images(patientCall())->isEmpty());
}

void TestEngineTrouble::findsTheEngineAgainWhileOpen()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    load(archive);
    Session session([&] { return makeStore(*parseEndpoint(m_bench.engine.endpoint())); });
    QSignalSpy scanned(&session, &Session::scanned);
    QSignalSpy lost(&session, &Session::disconnected);
    QSignalSpy found(&session, &Session::reconnected);
    session.start();
    QTRY_VERIFY(!scanned.isEmpty());
    const SnapshotPtr before = session.snapshot();
    m_bench.engine.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!lost.isEmpty(), 20000);
    QVERIFY(!session.isConnected());
    // What was seen last stays in sight.
    QCOMPARE(session.snapshot(), before);
    QCOMPARE(m_bench.engine.start(), QString());
    QTRY_VERIFY_WITH_TIMEOUT(!found.isEmpty(), 20000);
    QTRY_COMPARE(session.snapshot()->images().size(), 1);
    // Events come again, too.
    m_bench.engine.docker({u"tag"_s, u"app:1"_s, u"app:2"_s});
    QTRY_VERIFY_WITH_TIMEOUT(session.snapshot()->images().first().references.size() == 2, 20000);
    QSignalSpy removed(&session, &Session::removed);
    session.remove(
        RemovalPlan::make(session.snapshot(), {{.image = session.snapshot()->images().first().id}}, {}));
    QTRY_COMPARE_WITH_TIMEOUT(removed.size(), 1, 20000);
    QVERIFY(removed.first().first().value<RemovalReport>().isComplete());
}

QTEST_GUILESS_MAIN(TestEngineTrouble)
#include "tst_enginetrouble.moc"
