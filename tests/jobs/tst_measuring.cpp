// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/fakestore.h"
#include "fakes/storetext.h"
#include "jobs/removal.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

const QString TwoImages = u"a: a:1 a:2 [x=500 y=600]\nb: b:1 [x=500 z=700]"_s;

RemovalReport removed(FakeStore &store, const QStringList &targets)
{
    const RemovalPlan plan = RemovalPlan::make(store.snapshot, targetsFromText(targets), {});
    const RemovalListener deaf{.started = [](int) { }, .ended = [](int, const StepOutcome &) { }};
    return runRemoval(plan, store, {}, deaf);
}

// Such as `gone 600, by the store 600`.
QString textOf(const Measurement &measurement)
{
    const auto number = [](std::optional<qint64> bytes) { return bytes ? QString::number(*bytes) : u"-"_s; };
    const std::optional<ByteCount> gone = measurement.gone;
    return u"gone %1, by the store %2"_s.arg(
        number(gone ? std::optional(gone->bytes) : std::nullopt), number(measurement.byStore));
}

} // namespace

class tst_Measuring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsGone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("targets");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("questions");
        QTest::addRow("an image") << TwoImages << QStringList(u"a"_s) << u"gone 600, by the store 600"_s << 2;
        QTest::addRow("all") << TwoImages << QStringList({u"a"_s, u"b"_s})
                             << u"gone 1800, by the store 1800"_s << 2;
        // No account of a store is slow enough to be asked for nothing.
        QTest::addRow("a name") << TwoImages << QStringList(u"a/a:1"_s) << u"gone 0, by the store -"_s << 0;
        QTest::addRow("a layer that a container of a lost image holds")
            << u"a: a:1 [x=500 y=600]\n(lost): [x=500]\nweb = lost exited"_s << QStringList(u"a"_s)
            << u"gone 600, by the store 600"_s << 2;
        QTest::addRow("unread layers")
            << u"a: a:1\nb: b:1"_s << QStringList(u"a"_s) << u"gone -, by the store 0"_s << 2;
    }

    void tellsWhatIsGone()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, targets);
        FakeStore store(storeFromText(text));
        const RemovalReport report = removed(store, targets);
        QVERIFY(report.isComplete());
        QTEST(textOf(report.measurement), "expected");
        QTEST(int(store.layerRequests.count(u"usage"_s)), "questions");
    }

    void whatCameMeanwhileIsNotCountedAgainstWhatWent()
    {
        FakeStore store(storeFromText(TwoImages));
        const SnapshotPtr withNew = storeFromText(TwoImages + u"\nnew: new:1 [x=500 n=9000]"_s);
        store.intercept = [&](const QString &request) {
            if (request == "rmi a:1"_L1) {
                store.contents = FakeStore(withNew).contents;
                store.snapshot = withNew;
            }
            return std::nullopt;
        };
        const RemovalReport report = removed(store, {u"a"_s});
        QVERIFY(report.isComplete());
        QCOMPARE(textOf(report.measurement), u"gone 600, by the store -"_s);
        QVERIFY(!report.freedOtherwise());
    }

    void whatAnotherRemovedMeanwhileIsTold()
    {
        FakeStore store(storeFromText(TwoImages));
        store.intercept = [&](const QString &request) {
            if (request == "rmi a:2"_L1) {
                store.snapshot = storeFromText(u"a: a:2 [x=500 y=600]"_s);
            }
            return std::nullopt;
        };
        const RemovalReport report = removed(store, {u"a"_s});
        QVERIFY(report.isComplete());
        QCOMPARE(textOf(report.measurement), u"gone 1800, by the store 1800"_s);
        QVERIFY(report.freedOtherwise());
    }

    void storeThatGivesNoAccountIsAskedOnce()
    {
        FakeStore store(storeFromText(TwoImages));
        store.interceptReading = [&]() -> std::optional<Error> {
            const bool isAboutUsage = store.layerRequests.endsWith(u"usage"_s);
            store.layerRequests.removeAll(u"usage"_s);
            m_questions += isAboutUsage ? 1 : 0;
            return isAboutUsage ? std::optional(Error{.code = ErrorCode::TimedOut}) : std::nullopt;
        };
        m_questions = 0;
        const RemovalReport report = removed(store, {u"a"_s});
        QVERIFY(report.isComplete());
        QCOMPARE(textOf(report.measurement), u"gone 600, by the store -"_s);
        QCOMPARE(m_questions, 1);
        QVERIFY(!report.freedOtherwise());
    }

private:
    int m_questions = 0;
};

QTEST_GUILESS_MAIN(tst_Measuring)
#include "tst_measuring.moc"
