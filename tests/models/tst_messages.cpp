// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/storetext.h"
#include "models/formatting.h"
#include "models/messages.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

RemovalPlan planFor(const QString &store, const QStringList &targets, bool force = false)
{
    return RemovalPlan::make(storeFromText(store), targetsFromText(targets), {.force = force});
}

RemovalReport asPredicted(const RemovalPlan &plan)
{
    RemovalReport report{.plan = plan};
    for (const RemovalStep &step : plan.steps) {
        report.outcomes << StepOutcome{.state = StepOutcome::State::Done, .reported = step.predicted};
    }
    return report;
}

} // namespace

class tst_Messages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What the engine refuses is told in its own words, so these three say the same.
    void eachErrorHasItsSentence()
    {
        QSet<QString> sentences;
        int codes = 0;
        for (int i = 0; i <= int(ErrorCode::IncompleteRemoval); ++i) {
            const auto code = ErrorCode(i);
            if (code == ErrorCode::BadRequest || code == ErrorCode::EngineFailed) {
                continue;
            }
            const QString sentence = messages::error({.code = code, .detail = u"THE DETAIL"_s});
            QVERIFY2(sentence.size() > 5, qPrintable(QString::number(i)));
            QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
            const bool stands = code == ErrorCode::Cancelled || code == ErrorCode::EarlierStepFailed
                || code == ErrorCode::StopUnwatched || code == ErrorCode::NoPlatforms;
            QVERIFY2(stands || sentence.contains(u"THE DETAIL"_s), qPrintable(sentence));
            sentences << sentence;
            ++codes;
        }
        QCOMPARE(sentences.size(), codes);
    }

    void refusalsAreInTheEnginesWords()
    {
        for (const ErrorCode code : {ErrorCode::Conflict, ErrorCode::BadRequest, ErrorCode::EngineFailed}) {
            QCOMPARE(messages::error({.code = code, .detail = u"no %1 space"_s, .httpStatus = 409}),
                u"The engine refused: no %1 space"_s);
        }
        // Of a file, which no engine has to do with.
        QVERIFY(messages::error({.code = ErrorCode::Conflict, .detail = u"a.tar"_s})
                .startsWith("Another program"_L1));
    }

    void sentencesEndOnce()
    {
        const Error error{.code = ErrorCode::WantsTls,
            .detail = u"HTTP 400: Client sent an HTTP request to an HTTPS server."_s,
            .httpStatus = 400};
        const QString text = messages::error(error);
        QVERIFY2(text.contains("to an HTTPS server. Use "_L1), qPrintable(text));
        // Where nothing follows, the words are left as they are.
        QCOMPARE(
            messages::error({.code = ErrorCode::EngineFailed, .detail = u"No room."_s, .httpStatus = 500}),
            u"The engine refused: No room."_s);
        QVERIFY(messages::error({.code = ErrorCode::TimedOut, .detail = u"and so on..."_s})
                .contains("and so on...."_L1));
    }

    // Docker takes neither options nor variables for them.
    void contextsAreMendedByDocker()
    {
        for (const ErrorCode code : {ErrorCode::Untrusted, ErrorCode::ClientRefused,
                 ErrorCode::TlsFilesFailed, ErrorCode::WantsTls}) {
            Error error{.code = code, .detail = u"%2 of it"_s};
            QVERIFY(messages::error(error).contains("DOCKER_"_L1));
            error.context = u"twenty"_s;
            const QString text = messages::error(error);
            QVERIFY2(
                text.contains(u"docker context update twenty --docker \"host=…,ca=…"_s), qPrintable(text));
            QVERIFY2(text.contains(": %2 of it. "_L1), qPrintable(text));
            QVERIFY2(!text.contains("--tls"_L1) && !text.contains("DOCKER_"_L1), qPrintable(text));
        }
    }

    void saysOnlyOnceThatSomethingIsNotThere()
    {
        QCOMPARE(messages::error({.code = ErrorCode::NotFound, .detail = u"other:1"_s}),
            u"There is no such image: other:1"_s);
        const Error engines{
            .code = ErrorCode::NotFound, .detail = u"No such image: other:1"_s, .httpStatus = 404};
        QCOMPARE(messages::error(engines), u"The engine did not find it: No such image: other:1"_s);
    }

    void showsTheWayToTheHosts()
    {
        for (const ErrorCode code :
            {ErrorCode::NoContext, ErrorCode::AmbiguousContext, ErrorCode::BrokenSettings}) {
            QVERIFY(messages::error({.code = code, .detail = u"x"_s}).contains("\"jettison hosts\""_L1));
        }
    }

    void tellsALossFromAnEngineThatWasNeverThere()
    {
        const Error error{.code = ErrorCode::NotRunning, .detail = u"unix:///x"_s};
        QVERIFY(messages::loss(error).contains(u"restarting"_s));
        QVERIFY(messages::loss(error).contains(error.detail));
        QVERIFY(messages::loss(error) != messages::error(error));
        const Error other{.code = ErrorCode::SshDenied, .detail = u"ssh://x"_s};
        QCOMPARE(messages::loss(other), messages::error(other));
    }

    void saysWhatGoesOnBesides()
    {
        const Error busy{.code = ErrorCode::EngineBusy,
            .detail = u"removal of container 5f is already in progress"_s,
            .httpStatus = 409};
        QCOMPARE(messages::error(busy),
            u"The engine is doing the same for somebody else: removal of container 5f is already in "
            "progress. Try again when that is done."_s);
    }

    void names()
    {
        const SnapshotPtr store = storeFromText(u"a: app:1 app:2\nnone: \nweb = a paused"_s);
        QCOMPARE(messages::imageName(*store->image(imageIdOf(u"a"_s))), u"app:1"_s);
        QCOMPARE(messages::imageName(*store->image(imageIdOf(u"none"_s))), shortId(imageIdOf(u"none"_s)));
        QCOMPARE(messages::containerName(store->containers().first()), u"web (paused)"_s);
    }

    void unverifiedStoresSaySo()
    {
        const StoreInfo known{.endpoint = u"tcp://h:2376"_s,
            .name = u"Docker"_s,
            .version = u"20.10.24"_s,
            .apiVersion = u"1.41"_s};
        QCOMPARE(messages::storeName(known), u"Docker 20.10.24"_s);
        QCOMPARE(messages::storeNote(known), QString());
        QCOMPARE(messages::storeBanner(known), QString());
        StoreInfo unverified = known;
        unverified.isUnverified = true;
        QCOMPARE(messages::storeName(unverified), u"Docker 20.10.24 (not verified)"_s);
        QVERIFY(messages::storeNote(unverified).contains("tcp://h:2376"_L1));
        QVERIFY(messages::storeBanner(unverified).contains("tcp://h:2376"_L1));
    }

    // There are no options in a window.
    void bannersAdviseWhatAWindowHas()
    {
        StoreInfo store;
        store.endpoint = u"layout:/sample"_s;
        store.kind = StoreInfo::Kind::Sample;
        QVERIFY(messages::storeNote(store).contains("--host"_L1));
        QVERIFY(messages::storeBanner(store).startsWith("These are sample images in layout:/sample"_L1));
        QVERIFY(!messages::storeBanner(store).contains("--"_L1));
        store.isUnverified = true;
        QVERIFY(!messages::storeBanner(store).contains("--"_L1));
    }

    void kept_data()
    {
        QTest::addColumn<QString>("store");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("text");
        const QString id = shortId(imageIdOf(u"a"_s));
        QTest::addRow("in use") << u"a: app:1\nweb = a running\ndb = a exited"_s << u"a"_s
                                << u"app:1 stays: used by web (running), db (exited)"_s;
        QTest::addRow("below others") << u"a: app:1\nb: < a\nc: c:1 < a"_s << u"a"_s
                                      << u"app:1 stays: images are built on it that are not chosen: "_s
                + shortId(imageIdOf(u"b"_s)) + u", c:1"_s;
        QTest::addRow("named otherwise") << u"a: app:1 app:2 app:3"_s << u"a/app:1"_s
                                         << u"Image "_s + id + u" stays under the name app:2, app:3"_s;
    }

    void kept()
    {
        QFETCH(const QString, store);
        QFETCH(const QString, target);
        QFETCH(const QString, text);
        const RemovalPlan plan = planFor(store, {target});
        QCOMPARE(plan.kept.size(), 1);
        QCOMPARE(messages::kept(plan.kept.first(), *plan.snapshot), text);
    }

    void outcomes()
    {
        using State = StepOutcome::State;
        const RemovalStep step = planFor(u"a: app:1"_s, {u"a"_s}).steps.first();
        const Error conflict{.code = ErrorCode::Conflict, .detail = u"no"_s, .httpStatus = 409};
        const QList<Message> lines{{Message::Kind::Untagged, u"Untagged: app:1"_s},
            {Message::Kind::Deleted, u"Deleted: "_s + imageIdOf(u"a"_s).text()}};
        QCOMPARE(messages::outcome(step, {.state = State::Done, .reported = step.predicted}), lines);
        const auto last = [&](State state, const Error &error) {
            return messages::outcome(step, {.state = state, .reported = {}, .error = error}).last();
        };
        QCOMPARE(
            last(State::Failed, conflict), Message(Message::Kind::Error, u"app:1: The engine refused: no"_s));
        QCOMPARE(last(State::Skipped, {.code = ErrorCode::NotFound}),
            Message(Message::Kind::Info, u"app:1: was gone already"_s));
        QCOMPARE(last(State::Skipped, {.code = ErrorCode::NewContainer, .detail = u"web"_s}).kind,
            Message::Kind::Warning);
        QCOMPARE(last(State::Done, conflict).kind, Message::Kind::Warning);
        QVERIFY(messages::outcome(step, {}).isEmpty());
    }

    void summaryOfSuccess()
    {
        const RemovalPlan plan = planFor(u"a: app:1 app:2\nweb = a running"_s, {u"a"_s}, true);
        const Message message = messages::summary(asPredicted(plan));
        QCOMPARE(message.kind, Message::Kind::Info);
        for (const QString &part : {u"1 image(s) deleted"_s, u"2 reference(s) untagged"_s,
                 u"1 container(s) stopped"_s, u"1 container(s) removed"_s}) {
            QVERIFY2(message.text.contains(part), qPrintable(message.text));
        }
    }

    void summaryOfWhatWasNotDone()
    {
        RemovalReport report = asPredicted(planFor(
            u"a: app:1\nb: b:1\nc: c:1\nd: d:1\nweb = d running"_s, {u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
        QCOMPARE(report.outcomes.size(), 3);
        report.cancelled = true;
        report.outcomes[0] = {.state = StepOutcome::State::Failed};
        report.outcomes[1] = {
            .state = StepOutcome::State::Skipped, .error = Error{.code = ErrorCode::NewContainer}};
        report.outcomes[2] = {};
        const Message message = messages::summary(report);
        QCOMPARE(message.kind, Message::Kind::Warning);
        for (const QString &part : {u"0 image(s) deleted"_s, u"cancelled"_s, u"1 image(s) kept"_s,
                 u"1 step(s) failed"_s, u"1 step(s) skipped"_s, u"1 step(s) not started"_s}) {
            QVERIFY2(message.text.contains(part), qPrintable(message.text));
        }
    }

    void summariesCountWhatStays()
    {
        using Reason = KeptImage::Reason;
        RemovalPlan plan = planFor(u"a: app:1\nb: b:1"_s, {});
        const QString none = messages::summary(plan);
        for (const QString &platform : {u"linux/amd64"_s, u"linux/arm64"_s, u"linux/arm/v7"_s}) {
            plan.kept << KeptImage{
                .image = imageIdOf(u"a"_s), .reason = Reason::PlatformInUse, .platforms = {platform}};
        }
        QCOMPARE(messages::summary(plan), none + u", 3 platform(s) kept"_s);
        plan.kept << KeptImage{
            .image = imageIdOf(u"a"_s), .reason = Reason::PlatformAbsent, .platforms = {u"linux/386"_s}};
        plan.kept << KeptImage{.image = imageIdOf(u"b"_s), .reason = Reason::InUse};
        plan.kept << KeptImage{.image = imageIdOf(u"b"_s), .reason = Reason::OtherPlatforms};
        const QString all = u"1 image(s) kept, 3 platform(s) kept, 1 platform(s) not here"_s;
        QCOMPARE(messages::summary(plan), none + u", "_s + all);
        const Message message = messages::summary(RemovalReport{.plan = plan});
        QCOMPARE(message.kind, Message::Kind::Warning);
        QVERIFY2(message.text.endsWith(u"; "_s + all), qPrintable(message.text));
    }

    void summaryBeforehand()
    {
        const QString text = messages::summary(
            planFor(u"a: app:1\nweb = a running\nb: b:1 < a\nc: c:1"_s, {u"b"_s, u"a"_s, u"c"_s}, true));
        QVERIFY2(text.contains(u"3 image(s) to delete"_s), qPrintable(text));
        QVERIFY2(text.contains(u"1 container(s) to remove"_s), qPrintable(text));
    }

    void totals()
    {
        const SnapshotPtr store = storeFromText(u"base: base:1\nmid: < base\napp: app:1 < mid\nnone: "_s);
        QVERIFY2(messages::totals(*store).startsWith(u"3 image"_s), qPrintable(messages::totals(*store)));
        QCOMPARE(messages::totals(*store), u"3 image(s)"_s);
        ImageContents contents;
        for (const Image &image : store->images()) {
            contents.insert(image.id, {.diffIds = {DiffId("sha256:"_L1 + QString(64, u'0'))}});
        }
        const Snapshot read(store->store(), store->images(), store->containers(), contents);
        QCOMPARE(messages::totals(read), u"3 image(s), %1"_s.arg(formatSize(read.layers().totalSize())));
    }

    void pullStatesDiffer()
    {
        QSet<QString> texts;
        for (int i = 0; i <= int(PullProgress::State::Done); ++i) {
            texts << messages::pullState(PullProgress::State(i));
        }
        QCOMPARE(texts.size(), int(PullProgress::State::Done) + 1);
        QVERIFY(!texts.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(tst_Messages)
#include "tst_messages.moc"
