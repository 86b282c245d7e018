// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removalplan.h"
#include "fakes/storetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

// The lines without the indentation they have in this file.
QString trimmedLines(const QString &text)
{
    QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (QString &line : lines) {
        line = line.trimmed();
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

class tst_RemovalPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plans_data();
    void plans();
    void isPure();
    void leavesOutWhatTheSnapshotDoesNotHold();
    void pinsContainersAndReferences();
};

void tst_RemovalPlan::plans_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<QStringList>("targets");
    QTest::addColumn<bool>("force");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QString &store, const QStringList &targets, bool force,
                         const QString &expected) {
        QTest::addRow("%s", name) << store << targets << force << expected;
    };
    constexpr bool Force = true;

    row("nothing", u"a: app:1"_s, {}, false, {});
    row("only tag", u"a: app:1"_s, {u"a/app:1"_s}, false, u"Untagged: app:1\nDeleted: a"_s);
    row("image", u"a: app:1"_s, {u"a"_s}, false, u"Untagged: app:1\nDeleted: a"_s);
    row("one of two tags", u"a: app:1 app:2"_s, {u"a/app:2"_s}, false,
        u"Untagged: app:2\nKept: a named app:1"_s);
    row("both tags as typed", u"a: app:1 app:2"_s, {u"a/app:2"_s, u"a/app:1"_s}, false,
        u"Untagged: app:2\nUntagged: app:1\nDeleted: a"_s);
    row("image with two repositories", u"a: b:1 app:1 app:2"_s, {u"a"_s}, false,
        u"Untagged: app:1\nUntagged: app:2\nUntagged: b:1\nDeleted: a"_s);
    row("twice the same", u"a: app:1 app:2"_s, {u"a/app:1"_s, u"a/app:1"_s}, false,
        u"Untagged: app:1\nKept: a named app:2"_s);
    row("a tag and the whole", u"a: app:1 app:2"_s, {u"a/app:2"_s, u"a"_s}, false,
        u"Untagged: app:2\nUntagged: app:1\nDeleted: a"_s);
    row("the whole and a tag", u"a: app:1 app:2"_s, {u"a"_s, u"a/app:2"_s}, false,
        u"Untagged: app:1\nUntagged: app:2\nDeleted: a"_s);
    row("a name that is gone, of an image without any", u"a:"_s, {u"a/app:1"_s}, true, {});
    row("a name that is gone, beside one that is there", u"a: app:2"_s, {u"a/app:1 app:2"_s}, false,
        u"Untagged: app:2\nDeleted: a"_s);
    row("dangling", u"a:"_s, {u"a"_s}, false, u"Deleted: a"_s);

    row("the digest goes with the last tag of its repository", u"a: app:1 app@d1"_s, {u"a/app:1"_s}, false,
        u"Untagged: app:1\nUntagged: app@d1\nDeleted: a"_s);
    row("the digest stays with another tag", u"a: app:1 app:2 app@d1"_s, {u"a/app:2"_s}, false,
        u"Untagged: app:2\nKept: a named app:1 app@d1"_s);
    row("the digest goes, another repository stays", u"a: app:1 app@d1 b:1"_s, {u"a/app:1"_s}, false,
        u"Untagged: app:1\nUntagged: app@d1\nKept: a named b:1"_s);
    row("only a digest", u"a: app@d1"_s, {u"a/app@d1"_s}, false, u"Untagged: app@d1\nDeleted: a"_s);
    row("the digest alone", u"a: app:1 app@d1"_s, {u"a/app@d1"_s}, false,
        u"Untagged: app@d1\nKept: a named app:1"_s);
    row("the digest, then the tag", u"a: app:1 app@d1"_s, {u"a/app@d1 app:1"_s}, false,
        u"Untagged: app@d1\nUntagged: app:1\nDeleted: a"_s);
    row("a digest of a repository without a tag", u"a: app:1 b@d1"_s, {u"a"_s}, false,
        u"Untagged: app:1\nUntagged: b@d1\nDeleted: a"_s);
    row("a digest of another repository stays", u"a: app:1 b@d1"_s, {u"a/app:1"_s}, false,
        u"Untagged: app:1\nKept: a named b@d1"_s);
    row("two digests", u"a: app@d1 app@d2"_s, {u"a"_s}, false,
        u"Untagged: app@d1\nUntagged: app@d2\nDeleted: a"_s);

    const QString used = u"a: app:1\nweb = a running\ndb = a exited"_s;
    row("used", used, {u"a"_s}, false, u"Kept: a used by web/running db/exited"_s);
    row("used, by its only tag", used, {u"a/app:1"_s}, false, u"Kept: a used by web/running db/exited"_s);
    row("used, forced", used, {u"a"_s}, Force,
        u"Stopped: web\nRemoved: web\nRemoved: db\nUntagged: app:1\nDeleted: a"_s);
    row("every state, forced", uR"(
            a: app:1
            c1 = a created
            c2 = a running
            c3 = a paused
            c4 = a restarting
            c5 = a removing
            c6 = a exited
            c7 = a dead
            c8 = a stopping
        )"_s,
        {u"a"_s}, Force, uR"(
            Removed: c1
            Stopped: c2
            Removed: c2
            Stopped: c3
            Removed: c3
            Stopped: c4
            Removed: c4
            Removed: c5
            Removed: c6
            Removed: c7
            Stopped: c8
            Removed: c8
            Untagged: app:1
            Deleted: a
        )"_s);
    row("untagging touches no container", u"a: app:1 app:2\nweb = a running"_s, {u"a/app:1"_s}, Force,
        u"Untagged: app:1\nKept: a named app:2"_s);
    row("a used image blocks no other", u"a: app:1\nb: b:1\nweb = a created"_s, {u"a"_s, u"b"_s}, false,
        u"Untagged: b:1\nDeleted: b\nKept: a used by web/created"_s);
    row("a tag and its digest are guarded like one name", u"a: app:1 app@d1\nweb = a exited"_s,
        {u"a/app@d1"_s}, false, u"Kept: a guarded by web/exited"_s);
    row("force does not help to untag a guarded digest", u"a: app:1 app@d1\nweb = a exited"_s,
        {u"a/app@d1"_s}, Force, u"Kept: a guarded by web/exited"_s);
    row("guarded after the first", u"a: app:1 app:2 app@d1\nweb = a exited"_s, {u"a/app:2 app@d1"_s}, false,
        u"Kept: a guarded by web/exited"_s);
    row("not guarded beside another repository", u"a: app:1 app@d1 b:1\nweb = a exited"_s, {u"a/app@d1"_s},
        false, u"Untagged: app@d1\nKept: a named app:1 b:1"_s);

    const QString family = u"base: base:1\nmid: < base\napp: app:1 < mid"_s;
    row("child: its nameless parent goes with it", family, {u"app"_s}, false,
        u"Untagged: app:1\nDeleted: app\nDeleted: mid"_s);
    row("children before parents", family, {u"base"_s, u"app"_s}, false,
        u"Untagged: app:1\nDeleted: app\nDeleted: mid\nUntagged: base:1\nDeleted: base"_s);
    row("all", family, {u"base"_s, u"mid"_s, u"app"_s}, false,
        u"Untagged: app:1\nDeleted: app\nDeleted: mid\nUntagged: base:1\nDeleted: base"_s);
    row("parent alone", family, {u"base"_s}, false, u"Kept: base below mid app"_s);
    row("parent alone, forced", family, {u"base"_s}, Force, u"Kept: base below mid app"_s);
    row("the parent's tag among several", u"base: base:1 base:2\napp: app:1 < base"_s, {u"base/base:1"_s},
        false, u"Untagged: base:1\nKept: base named base:2"_s);
    row("a child that keeps a name", u"base: base:1\napp: app:1 app:2 < base"_s, {u"base"_s, u"app/app:1"_s},
        false, u"Untagged: app:1\nKept: app named app:2\nKept: base below app"_s);
    row("a used child blocks its parent", u"base: base:1\napp: app:1 < base\nweb = app paused"_s,
        {u"base"_s, u"app"_s}, false, u"Kept: app used by web/paused\nKept: base used by web/paused"_s);
    row("a used child, forced", u"base: base:1\napp: app:1 < base\nweb = app paused"_s, {u"base"_s, u"app"_s},
        Force,
        u"Stopped: web\nRemoved: web\nUntagged: app:1\nDeleted: app\nUntagged: base:1\nDeleted: base"_s);
    row("no container is lost for a parent that stays",
        u"base: base:1\napp: app:1 < base\nweb = base running"_s, {u"base"_s}, Force,
        u"Kept: base below app used by web/running"_s);
    row("two children, one chosen", u"mid:\na: a:1 < mid\nb: b:1 < mid"_s, {u"a"_s}, false,
        u"Untagged: a:1\nDeleted: a"_s);
    row("two children, both chosen", u"mid:\na: a:1 < mid\nb: b:1 < mid"_s, {u"a"_s, u"b"_s}, false,
        u"Untagged: a:1\nDeleted: a\nUntagged: b:1\nDeleted: b\nDeleted: mid"_s);
    row("a used nameless parent stays", u"mid:\na: a:1 < mid\nweb = mid exited"_s, {u"a"_s}, false,
        u"Untagged: a:1\nDeleted: a"_s);
    row("a chosen, used nameless parent goes by itself", u"mid:\na: a:1 < mid\nweb = mid exited"_s,
        {u"mid"_s, u"a"_s}, Force, u"Untagged: a:1\nDeleted: a\nRemoved: web\nDeleted: mid"_s);
    row("mounted", u"a: app:1\ndata: data:1\nweb = a running mount:data:1"_s, {u"data"_s}, false,
        u"Kept: data used by web/running"_s);
    row("mounted, forced", u"a: app:1\ndata: data:1\nweb = a running mount:data:1"_s, {u"data"_s}, Force,
        u"Kept: data used by web/running"_s);
    row("mounted, with the container's own image",
        u"a: app:1\ndata: data:latest\nweb = a running mount:data"_s, {u"data"_s, u"a"_s}, Force,
        u"Stopped: web\nRemoved: web\nUntagged: app:1\nDeleted: a\nKept: data used by web/running"_s);
    row("maybe mounted, and its digest alone",
        u"a: app:1\ndata: data:1 data@d1\nweb = a exited mount:data:1"_s, {u"data/data@d1"_s}, false,
        u"Kept: data guarded by web/exited"_s);
    row("surely mounted", u"a: app:1\ndata: data:1\nweb = a running mounts:data"_s, {u"data"_s}, false,
        u"Kept: data used by web/running"_s);
    row("surely mounted, forced", u"a: app:1\ndata: data:1\nweb = a running mounts:data"_s, {u"data"_s},
        Force, u"Stopped: web\nRemoved: web\nUntagged: data:1\nDeleted: data"_s);
    row("surely mounted, by another name now",
        u"a: app:1\nold: other:1\nnew: data:1\nweb = a exited mounts:old"_s, {u"old"_s, u"new"_s}, Force,
        u"Removed: web\nUntagged: other:1\nDeleted: old\nUntagged: data:1\nDeleted: new"_s);
    row("maybe mounted, without a name now", u"a: app:1\nold:\nnew: data:1\nweb = a exited mount:data:1"_s,
        {u"old"_s, u"new"_s}, Force, u"Kept: old used by web/exited\nKept: new used by web/exited"_s);
    row("maybe mounted, by a name that is gone", u"a: app:1\nold:\nnew: new:1\nweb = a exited mount:data:1"_s,
        {u"old"_s, u"new"_s}, Force, u"Untagged: new:1\nDeleted: new\nKept: old used by web/exited"_s);
    row("maybe mounted in Podman, without a name now",
        u"podman\na: app:1\nold:\nweb = a running mount:data:1"_s, {u"old"_s}, Force,
        u"Kept: old used by web/running"_s);
    row("a digest beside its tag in Podman", u"podman\na: app:1 app@d1"_s, {u"a/app:1"_s}, false,
        u"Untagged: app:1\nKept: a named app@d1"_s);
    row("looked for by its name in Podman", u"podman\na: app:1\nold:\nweb = a exited mount:data:1"_s,
        {u"old"_s}, false, u"Deleted: old"_s);
    row("mounts its own image", u"a: app:1\nweb = a exited mount:app:1"_s, {u"a"_s}, Force,
        u"Removed: web\nUntagged: app:1\nDeleted: a"_s);
    row("a used nameless parent in between", u"base: base:1\nmid: < base\na: a:1 < mid\nweb = mid exited"_s,
        {u"base"_s, u"a"_s}, false, u"Untagged: a:1\nDeleted: a\nKept: base below mid used by web/exited"_s);
}

void tst_RemovalPlan::plans()
{
    QFETCH(QString, store);
    QFETCH(QStringList, targets);
    QFETCH(bool, force);
    QFETCH(QString, expected);
    const RemovalPlan plan =
        RemovalPlan::make(storeFromText(store), targetsFromText(targets), {.force = force});
    QCOMPARE(planText(plan), trimmedLines(expected));
    QCOMPARE(plan.hasBlocked(),
        planText(plan).contains(" used by "_L1) || planText(plan).contains(" below "_L1)
            || planText(plan).contains(" guarded by "_L1));
}

void tst_RemovalPlan::isPure()
{
    const SnapshotPtr store = storeFromText(u"base: base:1\napp: app:1 < base\nweb = app running"_s);
    const QList<RemovalTarget> targets = selectTargets(*store, Selector::All);
    const QString first = planText(RemovalPlan::make(store, targets, {.force = true}));
    QCOMPARE(planText(RemovalPlan::make(store, targets, {.force = true})), first);
    QCOMPARE(store->images().size(), 2);
}

void tst_RemovalPlan::leavesOutWhatTheSnapshotDoesNotHold()
{
    const SnapshotPtr store = storeFromText(u"a: app:1"_s);
    const RemovalPlan plan = RemovalPlan::make(store, targetsFromText({u"gone"_s, u"a/other:1"_s}), {});
    QVERIFY(plan.steps.isEmpty());
    QVERIFY(!plan.hasBlocked());
}

void tst_RemovalPlan::pinsContainersAndReferences()
{
    const SnapshotPtr store = storeFromText(u"a: app:1\nweb = a running"_s);
    const RemovalPlan plan = RemovalPlan::make(store, targetsFromText({u"a"_s}), {.force = true});
    QCOMPARE(plan.steps.size(), 3);
    QCOMPARE(plan.steps[0].kind, RemovalStep::Kind::StopContainer);
    QCOMPARE(plan.steps[0].container, store->containers().first());
    QCOMPARE(plan.steps[1].kind, RemovalStep::Kind::RemoveContainer);
    QCOMPARE(plan.steps[2].kind, RemovalStep::Kind::RemoveReference);
    QCOMPARE(plan.steps[2].reference, Reference(u"app:1"_s));
    QCOMPARE(plan.steps[2].image, imageIdOf(u"a"_s));
}

QTEST_APPLESS_MAIN(tst_RemovalPlan)
#include "tst_removalplan.moc"
