// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/fakestore.h"
#include "fakes/storetext.h"
#include "jobs/session.h"

#include <QMutex>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

/// What the two stores of a session, one a thread, have in common: the test turns it off and on.
struct Engine
{
    std::atomic_bool isDown = false;
    /// Requests wait while this is held.
    std::atomic_bool isStuck = false;
    SnapshotPtr snapshot = storeFromText(u"a: app:1\nb: b:1\nweb = a running"_s);

    StoreFactory factory()
    {
        return [this] {
            auto store = std::make_unique<FakeStore>(snapshot);
            store->interceptReading = [this]() -> std::optional<Error> {
                return isDown ? std::optional(Error{.code = ErrorCode::NotRunning, .detail = u"fake"_s})
                              : std::nullopt;
            };
            store->intercept = [this](const QString &) -> std::optional<Error> {
                while (isStuck) {
                    QThread::msleep(5);
                }
                return {};
            };
            return store;
        };
    }
};

} // namespace

class tst_Session : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithoutAStart()
    {
        Engine engine;
        const Session session(engine.factory());
        QVERIFY(!session.isConnected());
    }

    void scansAtTheStart()
    {
        Engine engine;
        Session session(engine.factory());
        QSignalSpy scanned(&session, &Session::scanned);
        session.start();
        QTRY_VERIFY(!scanned.isEmpty());
        QVERIFY(session.isConnected());
        QCOMPARE(session.snapshot()->images().size(), 2);
    }

    void removes()
    {
        Engine engine;
        Session session(engine.factory());
        QSignalSpy scanned(&session, &Session::scanned);
        QSignalSpy removed(&session, &Session::removed);
        QSignalSpy ended(&session, &Session::stepEnded);
        QSignalSpy busy(&session, &Session::busyChanged);
        session.start();
        QTRY_VERIFY(!scanned.isEmpty());
        const RemovalPlan plan =
            RemovalPlan::make(session.snapshot(), targetsFromText({u"a"_s}), {.force = true});
        session.remove(plan);
        QVERIFY(session.isBusy());
        session.remove(plan);
        QTRY_COMPARE(removed.size(), 1);
        QVERIFY(!session.isBusy());
        QCOMPARE(busy.size(), 2);
        QCOMPARE(ended.size(), 3);
        const auto report = removed.first().first().value<RemovalReport>();
        QCOMPARE(linesText(report.reportedLines()), linesText(plan.predictedLines()));
        QTRY_COMPARE(session.snapshot()->images().size(), 1);
    }

    void cancels()
    {
        Engine engine;
        Session session(engine.factory());
        QSignalSpy scanned(&session, &Session::scanned);
        QSignalSpy removed(&session, &Session::removed);
        QSignalSpy started(&session, &Session::stepStarted);
        session.start();
        QTRY_VERIFY(!scanned.isEmpty());
        engine.isStuck = true;
        session.remove(RemovalPlan::make(session.snapshot(), targetsFromText({u"a"_s}), {.force = true}));
        QTRY_VERIFY(!started.isEmpty());
        session.cancel();
        engine.isStuck = false;
        QTRY_COMPARE(removed.size(), 1);
        const auto report = removed.first().first().value<RemovalReport>();
        QVERIFY(report.cancelled);
        QVERIFY(report.count(StepOutcome::State::NotStarted) > 0);

        // The next one is not cancelled by the last one's request.
        session.remove(RemovalPlan::make(session.snapshot(), targetsFromText({u"b"_s}), {}));
        QTRY_COMPARE(removed.size(), 2);
        QVERIFY(removed.last().first().value<RemovalReport>().isComplete());
    }

    void tellsOfALossOnceAndRecovers()
    {
        Engine engine;
        engine.isDown = true;
        Session session(engine.factory());
        QSignalSpy lost(&session, &Session::disconnected);
        QSignalSpy found(&session, &Session::reconnected);
        QSignalSpy scanned(&session, &Session::scanned);
        session.start();
        QTRY_COMPARE(lost.size(), 1);
        QVERIFY(!session.isConnected());
        engine.isDown = false;
        QTRY_COMPARE(found.size(), 1);
        QTRY_VERIFY(!scanned.isEmpty());
        QVERIFY(session.isConnected());
        engine.isDown = true;
        QTRY_VERIFY(lost.size() > 1);
        engine.isDown = false;
        QTRY_COMPARE(found.size(), 2);
        QVERIFY(session.isConnected());
    }

    void pulls()
    {
        Engine engine;
        Session session(engine.factory());
        QSignalSpy scanned(&session, &Session::scanned);
        QSignalSpy progressed(&session, &Session::pullProgressed);
        QSignalSpy pulled(&session, &Session::pulled);
        session.start();
        QTRY_VERIFY(!scanned.isEmpty());
        session.pull(Reference(u"new:1"_s));
        QTRY_COMPARE(pulled.size(), 1);
        QCOMPARE(progressed.size(), 2);
        QTRY_VERIFY(session.snapshot()->find(Reference(u"new:1"_s)) != Snapshot::None);
    }

    void pullFails()
    {
        Engine engine;
        Session session(engine.factory());
        QSignalSpy failed(&session, &Session::pullFailed);
        engine.isDown = true;
        session.start();
        session.pull(Reference(u"new:1"_s));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!session.isBusy());
    }
};

QTEST_GUILESS_MAIN(tst_Session)
#include "tst_session.moc"
