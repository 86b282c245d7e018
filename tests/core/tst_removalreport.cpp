// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removalreport.h"
#include "fakes/storetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

using State = StepOutcome::State;

// Of a plan that frees 600 bytes of two layers; its only step reports what was foretold.
RemovalReport doneReport()
{
    const SnapshotPtr store = storeFromText(u"a: a:1 [x=500 y=400 z=200]\nb: b:1 [x=500]"_s);
    RemovalReport report{.plan = RemovalPlan::make(store, targetsFromText({u"a"_s}), {})};
    report.outcomes = {StepOutcome{.state = State::Done, .reported = report.plan.predictedLines()}};
    return report;
}

void takeLayersFrom(RemovalReport &report)
{
    report.outcomes.last().reported.removeIf([&](const RemovalLine &line) {
        return report.plan.snapshot->layers().find(ChainId(line.target)) != LayerGraph::None;
    });
}

} // namespace

class tst_RemovalReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTheLayersThatTheStoreReports()
    {
        RemovalReport report = doneReport();
        QCOMPARE(report.plan.freedBytes()->bytes, 600);
        QCOMPARE(report.freedBytes()->bytes, 600);
        // The store's word comes before what was seen afterwards.
        report.measurement.gone = ByteCount{.bytes = 5};
        QCOMPARE(report.freedBytes()->bytes, 600);
        report.outcomes.last().reported.removeLast();
        QVERIFY(report.freedBytes()->bytes < 600);
    }

    void countsWhatIsGoneWhereTheStoreReportsNoLayers()
    {
        RemovalReport report = doneReport();
        takeLayersFrom(report);
        QVERIFY(!report.freedBytes());
        report.measurement.gone = ByteCount{.bytes = 600};
        QCOMPARE(report.freedBytes()->bytes, 600);
        QCOMPARE(report.deletedImages(), 1);
    }

    void saysIfItFreedOtherwise_data()
    {
        QTest::addColumn<int>("freed");
        QTest::addColumn<int>("byStore");
        QTest::addColumn<bool>("expected");
        QTest::addRow("as foretold") << 600 << 600 << false;
        QTest::addRow("within a hundredth") << 606 << 594 << false;
        QTest::addRow("more") << 607 << 600 << true;
        QTest::addRow("less") << 593 << 600 << true;
        QTest::addRow("the store measured more") << 600 << 607 << true;
        QTest::addRow("the store measured less") << 600 << 593 << true;
        QTest::addRow("the store grew") << 600 << -1 << true;
        QTest::addRow("nothing") << 0 << 600 << true;
    }

    void saysIfItFreedOtherwise()
    {
        QFETCH(int, freed);
        QFETCH(int, byStore);
        RemovalReport report = doneReport();
        takeLayersFrom(report);
        report.measurement = {.gone = ByteCount{.bytes = freed}, .byStore = byStore};
        QTEST(report.freedOtherwise(), "expected");
        report.measurement.byStore.reset();
        QCOMPARE(report.freedOtherwise(), freed < 594 || freed > 606);
        // What was not done frees nothing, and nobody wonders.
        report.outcomes.last() = {.state = State::Failed};
        QVERIFY(!report.freedOtherwise());
    }

    void overlooksIndexesInTheAccountOfContainerd_data()
    {
        QTest::addColumn<int>("byStore");
        QTest::addColumn<bool>("expected");
        QTest::addRow("as foretold") << 0 << false;
        QTest::addRow("an index") << 729 << false;
        QTest::addRow("a layer") << 20000 << true;
        QTest::addRow("it grew by a layer") << -20000 << true;
    }

    void overlooksIndexesInTheAccountOfContainerd()
    {
        QFETCH(int, byStore);
        const SnapshotPtr plain = storeFromText(u"a: a:1 [debian=70]\nb: b:1 [debian=70]"_s);
        StoreInfo info = plain->store();
        info.traits = containerdTraits();
        const ImageContents contents{
            {imageIdOf(u"a"_s), {.diffIds = {diffIdOf(u"debian"_s)}, .history = QList<HistoryEntry>()}},
            {imageIdOf(u"b"_s), {.diffIds = {diffIdOf(u"debian"_s)}, .history = QList<HistoryEntry>()}}};
        const auto store =
            std::make_shared<const Snapshot>(info, plain->images(), QList<Container>(), contents);
        RemovalReport report{.plan = RemovalPlan::make(store, targetsFromText({u"a"_s}), {})};
        QCOMPARE(report.plan.freedBytes()->bytes, 0);
        report.outcomes = {StepOutcome{.state = State::Done, .reported = report.plan.steps[0].predicted}};
        report.measurement = {.gone = ByteCount(), .byStore = byStore};
        QTEST(report.freedOtherwise(), "expected");
    }

    void unreadLayersAreNotCounted()
    {
        const SnapshotPtr store = storeFromText(u"a: a:1"_s);
        RemovalReport report{.plan = RemovalPlan::make(store, targetsFromText({u"a"_s}), {})};
        report.outcomes = {StepOutcome{.state = State::Done, .reported = report.plan.steps[0].predicted}};
        QVERIFY(!report.freedBytes());
        QVERIFY(!report.freedOtherwise());
        QVERIFY(report.isComplete());
    }
};

QTEST_GUILESS_MAIN(tst_RemovalReport)
#include "tst_removalreport.moc"
