// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/fakestore.h"
#include "fakes/storetext.h"
#include "jobs/removal.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

using State = StepOutcome::State;

struct Run
{
    RemovalReport report;
    /// What the listener heard, such as `+0 -0`.
    QString heard;
    QStringList requests;
};

Run run(FakeStore &store, const RemovalPlan &plan, const RemovalControl &control = {})
{
    Run run;
    const RemovalListener listener{
        .started = [&](int step) { run.heard += u"+%1 "_s.arg(step); },
        .ended = [&](int step, const StepOutcome &) { run.heard += u"-%1 "_s.arg(step); },
    };
    run.report = runRemoval(plan, store, control, listener);
    run.requests = store.requests;
    return run;
}

RemovalPlan planFor(const FakeStore &store, const QStringList &targets, bool force = true)
{
    return RemovalPlan::make(store.snapshot, targetsFromText(targets), {.force = force});
}

QString statesOf(const RemovalReport &report)
{
    QStringList names;
    for (const StepOutcome &outcome : report.outcomes) {
        names << stateName(outcome.state);
    }
    return names.join(u' ');
}

ErrorCode codeOf(const RemovalReport &report, int step)
{
    return report.outcomes[step].error.value_or(Error{}).code;
}

Error refusal(int status)
{
    return {.code = ErrorCode::EngineFailed, .detail = u"no"_s, .httpStatus = status};
}

} // namespace

class tst_Removal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesWhatThePlanSays();
    void emptyPlanAsksNothing();
    void sendsOnlyExactReferencesAndWholeIds();
    void skipsAnImageThatWasTaggedAnew();
    void skipsAnImageWhoseOtherNameIsGone();
    void skipsANameThatMoved();
    void skipsAnImageWithANewContainer();
    void skipsAnImageWithANewChild();
    void takesWhatIsGoneForDone();
    void leavesTheContainerOfAnImageThatIsGone();
    void doesNotRemoveAContainerThatRunsAgain();
    void containerThatGoesByItselfIsNoError_data();
    void containerThatGoesByItselfIsNoError();
    void waitsForAContainerThatGoesByItself_data();
    void waitsForAContainerThatGoesByItself();
    void refusedStopKeepsTheImageWhole();
    void failedChildKeepsItsParentsContainers();
    void tellsOfAContainerThatCameInBetween();
    void learnsWhatHappenedAfterAnError_data();
    void learnsWhatHappenedAfterAnError();
    void aRefusedParentIsNoAlarm();
    void partlyDoneIsTold();
    void successWithoutTheLinesIsNoSuccess();
    void lostStoreEndsTheRun();
    void brokenConnectionDoesNot();
    void unreadableStoreRemovesNothing();
    void cancelBetweenSteps();
    void cancelInsideAStop();
    void blockedImagesMakeItIncomplete();
    void writesAFileOnce();
    void failedWritingRemovesNothing();
    void cancelledFileIsLeftAlone();
};

void tst_Removal::doesWhatThePlanSays()
{
    FakeStore store(storeFromText(uR"(
        base: base:1
        mid: < base
        app: app:1 app:2 app@d1 < mid
        other: other:1
        web = app running
        db = app exited
    )"_s));
    const RemovalPlan plan = planFor(store, {u"base"_s, u"app"_s});
    const Run done = run(store, plan);
    QCOMPARE(linesText(done.report.reportedLines()), linesText(plan.predictedLines()));
    QVERIFY(done.report.isComplete());
    QCOMPARE(store.snapshot->images().size(), 1);
    QCOMPARE(store.snapshot->images().first().id, imageIdOf(u"other"_s));
    QVERIFY(store.snapshot->containers().isEmpty());
    QCOMPARE(done.heard, u"+0 -0 +1 -1 +2 -2 +3 -3 +4 -4 +5 -5 "_s);
    QCOMPARE(done.report.deletedImages(), 3);
}

void tst_Removal::emptyPlanAsksNothing()
{
    FakeStore store(storeFromText(u"a: app:1"_s));
    store.interceptReading = [] { return Error{.code = ErrorCode::NotRunning}; };
    const Run done = run(store, planFor(store, {}));
    QVERIFY(done.report.isComplete());
    QVERIFY(done.requests.isEmpty());
}

void tst_Removal::sendsOnlyExactReferencesAndWholeIds()
{
    FakeStore store(storeFromText(u"a: app:1 localhost:5000/app:1\nb:\nweb = a running"_s));
    const Run done = run(store, planFor(store, {u"a"_s, u"b"_s}));
    QCOMPARE(done.requests,
        QStringList({u"stop web"_s, u"rm web"_s, u"rmi app:1"_s, u"rmi localhost:5000/app:1"_s,
            "rmi "_L1 + imageIdOf(u"b"_s).text()}));
}

void tst_Removal::skipsAnImageThatWasTaggedAnew()
{
    const QList<std::pair<QString, QString>> cases{
        {u"a: app:1\nweb = a running"_s, u"a: app:1 new:1\nweb = a running"_s},
        {u"a:"_s, u"a: new:1"_s},
    };
    for (const auto &[before, after] : cases) {
        FakeStore store(storeFromText(before));
        const RemovalPlan plan = planFor(store, {u"a"_s});
        store.snapshot = storeFromText(after);
        const Run done = run(store, plan);
        QVERIFY(done.requests.isEmpty());
        QVERIFY(!done.report.isComplete());
        QCOMPARE(codeOf(done.report, 0), ErrorCode::ReferencesChanged);
        QCOMPARE(done.report.outcomes[0].error->detail, u"+new:1"_s);
        QCOMPARE(done.report.count(State::Skipped), plan.steps.size());
    }
}

// What was planned as taking one of two names away would delete the image.
void tst_Removal::skipsAnImageWhoseOtherNameIsGone()
{
    FakeStore store(storeFromText(u"a: app:1 app:2"_s));
    const RemovalPlan plan = planFor(store, {u"a/app:1"_s});
    store.snapshot = storeFromText(u"a: app:1"_s);
    const Run done = run(store, plan);
    QVERIFY(done.requests.isEmpty());
    QCOMPARE(codeOf(done.report, 0), ErrorCode::ReferencesChanged);
}

void tst_Removal::skipsANameThatMoved()
{
    FakeStore store(storeFromText(u"a: app:1 app:2\nb: b:1"_s));
    const RemovalPlan plan = planFor(store, {u"a/app:1"_s});
    store.snapshot = storeFromText(u"a: app:2\nb: b:1 app:1"_s);
    const Run done = run(store, plan);
    QVERIFY(done.requests.isEmpty());
    QCOMPARE(codeOf(done.report, 0), ErrorCode::ReferenceMoved);
}

void tst_Removal::skipsAnImageWithANewContainer()
{
    FakeStore store(storeFromText(u"a: app:1\nb: b:1\nweb = a running"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s, u"b"_s});
    store.snapshot = storeFromText(u"a: app:1\nb: b:1\nweb = a running\nnew = a created"_s);
    const Run done = run(store, plan);
    QCOMPARE(done.requests, QStringList({u"rmi b:1"_s}));
    QCOMPARE(statesOf(done.report), u"skipped skipped skipped done"_s);
    QCOMPARE(codeOf(done.report, 0), ErrorCode::NewContainer);
    QCOMPARE(done.report.outcomes[0].error->detail, u"new"_s);
}

void tst_Removal::skipsAnImageWithANewChild()
{
    FakeStore store(storeFromText(u"a: app:1"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s});
    store.snapshot = storeFromText(u"a: app:1\nchild: child:1 < a"_s);
    const Run done = run(store, plan);
    QVERIFY(done.requests.isEmpty());
    QCOMPARE(codeOf(done.report, 0), ErrorCode::NewChildImage);
}

void tst_Removal::takesWhatIsGoneForDone()
{
    FakeStore store(storeFromText(u"a: app:1\nb: b:1 b:2"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s, u"b/b:1"_s});
    store.snapshot = storeFromText(u"b: b:2"_s);
    const Run done = run(store, plan);
    QCOMPARE(statesOf(done.report), u"skipped skipped"_s);
    QVERIFY(done.report.isComplete());
    QVERIFY(done.requests.isEmpty());
}

void tst_Removal::leavesTheContainerOfAnImageThatIsGone()
{
    FakeStore store(storeFromText(u"a: app:1\nweb = a exited"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s});
    store.snapshot = storeFromText(u"web = a exited"_s);
    const Run done = run(store, plan);
    QVERIFY(done.requests.isEmpty());
    QCOMPARE(codeOf(done.report, 0), ErrorCode::ImageGone);
}

void tst_Removal::doesNotRemoveAContainerThatRunsAgain()
{
    FakeStore store(storeFromText(u"a: app:1\nweb = a exited"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s});
    store.snapshot = storeFromText(u"a: app:1\nweb = a running"_s);
    const Run done = run(store, plan);
    QVERIFY(done.requests.isEmpty());
    QCOMPARE(statesOf(done.report), u"skipped skipped"_s);
    QCOMPARE(codeOf(done.report, 0), ErrorCode::ContainerRuns);
    QCOMPARE(codeOf(done.report, 1), ErrorCode::EarlierStepFailed);
}

void tst_Removal::containerThatGoesByItselfIsNoError_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("lines");

    const QString image = u"\nUntagged: app:1\nDeleted: a"_s;
    QTest::addRow("before") << QString() << u"Untagged: app:1\nDeleted: a"_s;
    QTest::addRow("at the stop") << u"stop web"_s << u"Untagged: app:1\nDeleted: a"_s;
    QTest::addRow("after the stop") << u"rm web"_s << "Stopped: web\nRemoved: web"_L1 + image;
}

void tst_Removal::containerThatGoesByItselfIsNoError()
{
    QFETCH(QString, when);
    FakeStore store(storeFromText(u"a: app:1\nweb = a running"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s});
    const SnapshotPtr without = storeFromText(u"a: app:1"_s);
    if (when.isEmpty()) {
        store.snapshot = without;
    }
    store.intercept = [&](const QString &request) -> std::optional<Error> {
        if (request != when) {
            return {};
        }
        store.snapshot = without;
        return Error{.code = ErrorCode::NotFound, .detail = u"web"_s, .httpStatus = 404};
    };
    const Run done = run(store, plan);
    QVERIFY(done.report.isComplete());
    QTEST(linesText(done.report.reportedLines()), "lines");
}

void tst_Removal::waitsForAContainerThatGoesByItself_data()
{
    QTest::addColumn<bool>("isCancelled");
    QTest::addColumn<QString>("states");
    QTest::addColumn<QString>("requests");

    QTest::addRow("gone in the end") << false << u"done done done"_s << u"stop web, rmi app:1"_s;
    QTest::addRow("cancelled") << true << u"done failed not-started"_s << u"stop web"_s;
}

void tst_Removal::waitsForAContainerThatGoesByItself()
{
    QFETCH(bool, isCancelled);
    FakeStore store(storeFromText(u"a: app:1\nweb = a running"_s));
    store.surroundings.fates.insert(store.snapshot->containers().first().id, {.isAutoRemoved = true});
    const RemovalPlan plan = planFor(store, {u"a"_s});
    const RemovalControl control;
    int readings = 0;
    store.interceptReading = [&]() -> std::optional<Error> {
        if (store.requests.contains(u"stop web"_s) && ++readings == 3) {
            if (isCancelled) {
                control.cancel.request();
            } else {
                store.snapshot = storeFromText(u"a: app:1"_s);
            }
        }
        return {};
    };
    const Run done = run(store, plan, control);
    QTEST(statesOf(done.report), "states");
    QTEST(done.requests.join(", "_L1), "requests");
    QCOMPARE(done.report.isComplete(), !isCancelled);
}

void tst_Removal::refusedStopKeepsTheImageWhole()
{
    FakeStore store(storeFromText(u"a: app:1\nb: b:1\nweb = a running"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s, u"b"_s});
    store.intercept = [](const QString &request) -> std::optional<Error> {
        return request.startsWith("stop"_L1) ? std::optional(refusal(500)) : std::nullopt;
    };
    const Run done = run(store, plan);
    QCOMPARE(statesOf(done.report), u"failed skipped skipped done"_s);
    QCOMPARE(codeOf(done.report, 2), ErrorCode::EarlierStepFailed);
    QVERIFY(store.snapshot->image(imageIdOf(u"a"_s)));
    QVERIFY(!done.report.isComplete());
}

void tst_Removal::failedChildKeepsItsParentsContainers()
{
    FakeStore store(storeFromText(u"base: base:1\nmid: < base\napp: app:1 < mid\nweb = base running"_s));
    const RemovalPlan plan = planFor(store, {u"base"_s, u"app"_s});
    store.intercept = [](const QString &request) -> std::optional<Error> {
        return request == "rmi app:1"_L1 ? std::optional(refusal(500)) : std::nullopt;
    };
    const Run done = run(store, plan);
    QCOMPARE(statesOf(done.report), u"failed skipped skipped skipped"_s);
    QCOMPARE(done.requests, QStringList({u"rmi app:1"_s}));
    QCOMPARE(store.snapshot->containers().first().state, ContainerState::Running);
}

// As Swarm does for a task that was removed.
void tst_Removal::tellsOfAContainerThatCameInBetween()
{
    FakeStore store(storeFromText(u"a: app:1\nweb = a running"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s}, true);
    store.intercept = [&](const QString &request) -> std::optional<Error> {
        if (!request.startsWith("rmi"_L1)) {
            return {};
        }
        store.snapshot = storeFromText(u"a: app:1\nagain = a created"_s);
        return Error{.code = ErrorCode::Conflict, .detail = u"why"_s, .httpStatus = 409};
    };
    const Run done = run(store, plan);
    QCOMPARE(statesOf(done.report), u"done done failed"_s);
    const Error expected{.code = ErrorCode::NewContainer, .detail = u"again"_s};
    QCOMPARE(*done.report.outcomes.last().error, expected);
}

void tst_Removal::learnsWhatHappenedAfterAnError_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("state");

    const QString untouched = u"a: app:1 app@d1\nkeep: keep:1"_s;
    const QString untagged = u"a:\nkeep: keep:1"_s;
    const QString gone = u"keep: keep:1"_s;
    const QString allLines = u"Untagged: app:1\nUntagged: app@d1\nDeleted: a"_s;
    const QString someLines = u"Untagged: app:1\nUntagged: app@d1"_s;
    QTest::addRow("403, nothing happened")
        << ErrorCode::Denied << 403 << untouched << QString() << u"failed"_s;
    QTest::addRow("403, yet removed") << ErrorCode::Denied << 403 << gone << allLines << u"done"_s;
    QTest::addRow("409, nothing happened")
        << ErrorCode::Conflict << 409 << untouched << QString() << u"failed"_s;
    QTest::addRow("500, only untagged")
        << ErrorCode::EngineFailed << 500 << untagged << someLines << u"failed"_s;
    QTest::addRow("500, yet removed") << ErrorCode::EngineFailed << 500 << gone << allLines << u"done"_s;
    QTest::addRow("dropped, yet removed") << ErrorCode::ConnectionLost << 0 << gone << allLines << u"done"_s;
    QTest::addRow("dropped, nothing happened")
        << ErrorCode::ConnectionLost << 0 << untouched << QString() << u"failed"_s;
    QTest::addRow("404, somebody else did it")
        << ErrorCode::NotFound << 404 << gone << QString() << u"skipped"_s;
    QTest::addRow("404, nothing happened")
        << ErrorCode::NotFound << 404 << untouched << QString() << u"failed"_s;
}

void tst_Removal::learnsWhatHappenedAfterAnError()
{
    QFETCH(ErrorCode, code);
    QFETCH(int, status);
    QFETCH(QString, after);
    FakeStore store(storeFromText(u"a: app:1 app@d1\nkeep: keep:1"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s});
    store.intercept = [&](const QString &) {
        store.snapshot = storeFromText(after);
        return Error{.code = code, .detail = u"why"_s, .httpStatus = status};
    };
    const Run done = run(store, plan);
    QTEST(linesText(done.report.reportedLines()), "lines");
    QTEST(statesOf(done.report), "state");
    QCOMPARE(codeOf(done.report, 0), code);
}

// D09 of the cases of engines.
void tst_Removal::aRefusedParentIsNoAlarm()
{
    FakeStore store(storeFromText(u"podman\nbase:\na: app:1 < base\nweb = base created"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s});
    const QString after = u"podman\nbase:\nweb = base created"_s;
    store.intercept = [&](const QString &) {
        store.snapshot = storeFromText(after);
        return Error{.code = ErrorCode::Conflict, .detail = u"in use"_s, .httpStatus = 409};
    };
    const Run done = run(store, plan);
    QCOMPARE(statesOf(done.report), u"done"_s);
    QVERIFY(!done.report.outcomes.first().error);
    QCOMPARE(linesText(done.report.reportedLines()), u"Deleted: a\nUntagged: app:1"_s);
}

void tst_Removal::partlyDoneIsTold()
{
    FakeStore store(storeFromText(u"a: app:1 b:1 c:1"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s});
    store.intercept = [](const QString &request) -> std::optional<Error> {
        return request == "rmi b:1"_L1 ? std::optional(refusal(500)) : std::nullopt;
    };
    const Run done = run(store, plan);
    QCOMPARE(statesOf(done.report), u"done failed skipped"_s);
    QCOMPARE(linesText(done.report.reportedLines()), u"Untagged: app:1"_s);
}

// A container made in the last moment: the engine untags, keeps the image, and says 200.
void tst_Removal::successWithoutTheLinesIsNoSuccess()
{
    FakeStore store(storeFromText(u"a: app:1 b:1"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s});
    store.intercept = [&](const QString &request) -> std::optional<Error> {
        if (request == "rmi b:1"_L1) {
            store.snapshot = storeFromText(u"a: b:1 c:1"_s);
        }
        return {};
    };
    const Run done = run(store, plan);
    QCOMPARE(statesOf(done.report), u"done failed"_s);
    QCOMPARE(codeOf(done.report, 1), ErrorCode::IncompleteRemoval);
    QCOMPARE(linesText(done.report.reportedLines()), u"Untagged: app:1\nUntagged: b:1"_s);
}

void tst_Removal::lostStoreEndsTheRun()
{
    FakeStore store(storeFromText(u"a: app:1\nb: b:1"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s, u"b"_s});
    store.intercept = [&](const QString &) {
        store.interceptReading = [] { return Error{.code = ErrorCode::NotRunning}; };
        return Error{.code = ErrorCode::ConnectionLost};
    };
    const Run done = run(store, plan);
    QCOMPARE(statesOf(done.report), u"failed not-started"_s);
    QVERIFY(!done.report.isComplete());
    QVERIFY(!done.report.cancelled);
}

void tst_Removal::brokenConnectionDoesNot()
{
    FakeStore store(storeFromText(u"a: app:1\nb: b:1"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s, u"b"_s});
    store.intercept = [](const QString &request) -> std::optional<Error> {
        return request == "rmi app:1"_L1 ? std::optional(Error{.code = ErrorCode::ConnectionLost})
                                         : std::nullopt;
    };
    QCOMPARE(statesOf(run(store, plan).report), u"failed done"_s);
}

void tst_Removal::unreadableStoreRemovesNothing()
{
    FakeStore store(storeFromText(u"a: app:1\nb: b:1"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s, u"b"_s});
    store.interceptReading = [] { return Error{.code = ErrorCode::NotRunning}; };
    const Run done = run(store, plan);
    QCOMPARE(statesOf(done.report), u"failed not-started"_s);
    QVERIFY(done.requests.isEmpty());
}

void tst_Removal::cancelBetweenSteps()
{
    FakeStore store(storeFromText(u"a: app:1 app:2\nb: b:1"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s, u"b"_s});
    const RemovalControl control;
    store.intercept = [&](const QString &) -> std::optional<Error> {
        control.cancel.request();
        return {};
    };
    const Run done = run(store, plan, control);
    QCOMPARE(statesOf(done.report), u"done not-started not-started"_s);
    QVERIFY(done.report.cancelled);
    QVERIFY(!done.report.isComplete());
}

void tst_Removal::cancelInsideAStop()
{
    FakeStore store(storeFromText(u"a: app:1\nweb = a running"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s});
    const RemovalControl control;
    store.intercept = [&](const QString &) {
        control.cancel.request();
        return Error{.code = ErrorCode::Cancelled};
    };
    const Run done = run(store, plan, control);
    QCOMPARE(statesOf(done.report), u"failed not-started not-started"_s);
    QVERIFY(done.report.cancelled);
    QCOMPARE(done.requests, QStringList({u"stop web"_s}));
}

void tst_Removal::blockedImagesMakeItIncomplete()
{
    FakeStore store(storeFromText(u"a: app:1\nb: b:1\nweb = a running"_s));
    const Run done = run(store, planFor(store, {u"a"_s, u"b"_s}, false));
    QCOMPARE(statesOf(done.report), u"done"_s);
    QVERIFY(!done.report.isComplete());
}

void tst_Removal::writesAFileOnce()
{
    FakeStore store(storeFromText(u"archive\na: app:1 app:2 [x=7]\nb: b:1 [x=7 y=2]"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s, u"b"_s});
    const Run done = run(store, plan);
    QCOMPARE(done.requests, QStringList({u"rmi app:1"_s, u"rmi app:2"_s, u"rmi b:1"_s, u"commit"_s}));
    QCOMPARE(done.heard, u"+0 +1 +2 -0 -1 -2 "_s);
    QVERIFY(done.report.isComplete());
    QVERIFY(store.snapshot->images().isEmpty());
}

void tst_Removal::failedWritingRemovesNothing()
{
    FakeStore store(storeFromText(u"archive\na: app:1 [x=7]\nb: b:1 [x=7 y=2]"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s, u"b"_s});
    store.intercept = [](const QString &request) {
        return request == "commit"_L1 ? std::optional(Error{.code = ErrorCode::NoSpace}) : std::nullopt;
    };
    const Run done = run(store, plan);
    QCOMPARE(statesOf(done.report), u"failed failed"_s);
    QCOMPARE(codeOf(done.report, 1), ErrorCode::NoSpace);
    QVERIFY(done.report.reportedLines().isEmpty());
    QCOMPARE(done.heard, u"+0 +1 -0 -1 "_s);
    QCOMPARE(store.snapshot->images().size(), 2);
}

void tst_Removal::cancelledFileIsLeftAlone()
{
    FakeStore store(storeFromText(u"archive\na: app:1 [x=7]\nb: b:1 [x=7 y=2]"_s));
    const RemovalPlan plan = planFor(store, {u"a"_s, u"b"_s});
    const RemovalControl control;
    store.intercept = [&](const QString &) -> std::optional<Error> {
        control.cancel.request();
        return {};
    };
    const Run done = run(store, plan, control);
    QCOMPARE(statesOf(done.report), u"not-started not-started"_s);
    QVERIFY(done.report.cancelled);
    QCOMPARE(done.requests, QStringList({u"rmi app:1"_s}));
    QCOMPARE(store.snapshot->images().size(), 2);
}

QTEST_GUILESS_MAIN(tst_Removal)
#include "tst_removal.moc"
