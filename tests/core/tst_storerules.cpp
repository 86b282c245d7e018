// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removalplan.h"
#include "fakes/storetext.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

// The images that go, in that order.
QString goingText(const RemovalPlan &plan)
{
    QList<RemovalLine> lines;
    for (const Deletion &deletion : plan.deletions) {
        lines << RemovalLine{RemovalLine::Kind::Deleted, plan.snapshot->images()[deletion.image].id.text()};
    }
    return linesText(lines).remove(u"Deleted: "_s).replace(u'\n', u' ');
}

} // namespace

/// What stores do otherwise than Docker's classic one, of which tst_RemovalPlan has the rows.
class tst_StoreRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plans_data();
    void plans();
    void tellsNoLayers_data();
    void tellsNoLayers();

    void takesOwnNamesOfReadOnlyImages_data();
    void takesOwnNamesOfReadOnlyImages();

private:
    static void addContainerdRows();
    static void addPodmanRows();
};

namespace {

void row(const char *name, const QString &store, const QStringList &targets, const QString &expected,
    const QString &going, bool force = false)
{
    QTest::addRow("%s", name) << store << targets << force << expected << going;
}

constexpr bool Force = true;

} // namespace

void tst_StoreRules::addContainerdRows()
{
    row("containerd: the only tag", u"containerd\na: app:1"_s, {u"a"_s}, u"Untagged: app:1\nDeleted: a"_s,
        u"a"_s);
    row("containerd: the digest goes with the last tag of its repository",
        u"containerd\na: app:1 app@d1 b:1"_s, {u"a/app:1"_s},
        u"Untagged: app:1\nUntagged: app@d1\nKept: a named b:1"_s, {});
    row("containerd: the digest stays with another tag", u"containerd\na: app:1 app:2 app@d1"_s,
        {u"a/app:2"_s}, u"Untagged: app:2\nKept: a named app:1 app@d1"_s, {});
    row("containerd: a digest would take the tags along", u"containerd\na: app:1 app@d1 b:1"_s,
        {u"a/app@d1"_s}, u"Kept: a takes tags"_s, {});
    row("containerd: a digest with the tags", u"containerd\na: app:1 app@d1 b:1"_s, {u"a/app@d1 app:1"_s},
        u"Untagged: app:1\nUntagged: app@d1\nKept: a named b:1"_s, {});
    row("containerd: a digest alone", u"containerd\na: app@d1"_s, {u"a"_s}, u"Untagged: app@d1\nDeleted: a"_s,
        u"a"_s);
    row("containerd: children hold nothing", u"containerd\nbase: base:1\napp: app:1 < base"_s, {u"base"_s},
        u"Untagged: base:1\nDeleted: base\nDeleted: base"_s, u"base"_s);
    row("containerd: with tag and digest no nameless image stays",
        u"containerd\nbase: base:1 base@d1\napp: app:1 < base"_s, {u"base"_s},
        u"Untagged: base:1\nUntagged: base@d1\nDeleted: base"_s, u"base"_s);
    row("containerd: a nameless parent goes along, though another image is built on it",
        u"containerd\nmid:\na: a:1 < mid\nb: b:1 < mid"_s, {u"a"_s},
        u"Untagged: a:1\nDeleted: a\nDeleted: mid"_s, u"a mid"_s);
    row("containerd: a chain of nameless parents up to one with a name",
        u"containerd\nbase: base:1\none: < base\ntwo: < one\na: a:1 < two"_s, {u"a"_s},
        u"Untagged: a:1\nDeleted: a\nDeleted: two\nDeleted: one"_s, u"a two one"_s);
    row("containerd: a chain with a parent that is gone", u"containerd\ntwo: < gone\na: a:1 < two"_s,
        {u"a"_s}, u"Untagged: a:1\nDeleted: a"_s, u"a"_s);
    row("containerd: a chain with a parent that went before",
        u"containerd\nbase: base:1\ntwo: < base\na: a:1 < two\nb: b:1 < two"_s, {u"base"_s, u"a"_s},
        u"Untagged: a:1\nDeleted: a\nDeleted: two\nUntagged: base:1\nDeleted: base"_s, u"a two base"_s);
    row("containerd: two records keep the parent", u"containerd\nmid:\na: a:1 a@d1 < mid"_s, {u"a"_s},
        u"Untagged: a:1\nUntagged: a@d1\nDeleted: a"_s, u"a"_s);
    row("containerd: a used nameless parent stays", u"containerd\nmid:\na: a:1 < mid\nweb = mid exited"_s,
        {u"a"_s}, u"Untagged: a:1\nDeleted: a"_s, u"a"_s);
    row("containerd: a record without a name goes with the first name",
        u"containerd\na: app:1 quay.io/app:1 *"_s, {u"a"_s},
        u"Untagged: app:1\nUntagged: moby-dangling@a\nUntagged: quay.io/app:1\nDeleted: a"_s, u"a"_s);
    row("containerd: a record without a name stands in its place among them",
        u"containerd\na: app:1 quay.io/app:1 *"_s, {u"a/quay.io/app:1"_s},
        u"Untagged: moby-dangling@a\nUntagged: quay.io/app:1\nKept: a named app:1"_s, {});
    row("containerd: a record without a name goes silently with the only name", u"containerd\na: app:1 *"_s,
        {u"a"_s}, u"Untagged: app:1\nDeleted: a"_s, u"a"_s);
    row("containerd: with a record without a name no other such stays",
        u"containerd\nbase: base:1 *\napp: app:1 < base"_s, {u"base"_s}, u"Untagged: base:1\nDeleted: base"_s,
        u"base"_s);
    row("containerd: used", u"containerd\na: app:1\nweb = a exited"_s, {u"a"_s},
        u"Kept: a used by web/exited"_s, {});
    row("containerd: used, forced", u"containerd\na: app:1\nweb = a running"_s, {u"a"_s},
        u"Stopped: web\nRemoved: web\nUntagged: app:1\nDeleted: a"_s, u"a"_s, Force);
    row("containerd: one name of a used image", u"containerd\na: app:1 b:1\nweb = a running"_s,
        {u"a/app:1"_s}, u"Untagged: app:1\nKept: a named b:1"_s, {});
    row("containerd: a child in use holds nothing",
        u"containerd\nbase: base:1\napp: app:1 < base\nweb = app running"_s, {u"base"_s},
        u"Untagged: base:1\nDeleted: base\nDeleted: base"_s, u"base"_s);
    row("containerd: parent and child", u"containerd\nbase: base:1\napp: app:1 < base"_s,
        {u"base"_s, u"app"_s}, u"Untagged: app:1\nDeleted: app\nUntagged: base:1\nDeleted: base"_s,
        u"app base"_s);
}

void tst_StoreRules::addPodmanRows()
{
    row("podman: the only tag", u"podman\na: localhost/app:1"_s, {u"a"_s},
        u"Deleted: a\nUntagged: localhost/app:1"_s, u"a"_s);
    row("podman: all tags", u"podman\na: app:1 b:1"_s, {u"a"_s},
        u"Untagged: app:1\nDeleted: a\nUntagged: b:1"_s, u"a"_s);
    row("podman: one of two tags", u"podman\na: app:1 b:1\nweb = a running"_s, {u"a/b:1"_s},
        u"Untagged: b:1\nKept: a named app:1"_s, {});
    row("podman: nameless", u"podman\na:"_s, {u"a"_s}, u"Deleted: a"_s, u"a"_s);
    row("podman: an image with others on it goes without a word",
        u"podman\nbase: base:1\napp: app:1 < base"_s, {u"base"_s}, u"Untagged: base:1"_s, u"base"_s);
    row("podman: nameless with others on it", u"podman\nbase:\napp: app:1 < base"_s, {u"base"_s}, {},
        u"base"_s);
    row("podman: parent and child", u"podman\nbase: base:1\napp: app:1 < base"_s, {u"base"_s, u"app"_s},
        u"Deleted: app\nUntagged: app:1\nDeleted: base\nUntagged: base:1"_s, u"app base"_s);
    row("podman: nameless parents go along", u"podman\none:\ntwo: < one\na: a:1 < two"_s, {u"a"_s},
        u"Deleted: a\nDeleted: two\nDeleted: one\nUntagged: a:1"_s, u"a two one"_s);
    row("podman: a nameless parent of another image stays", u"podman\nmid:\na: a:1 < mid\nb: b:1 < mid"_s,
        {u"a"_s}, u"Deleted: a\nUntagged: a:1"_s, u"a"_s);
    row("podman: used, forced", u"podman\na: app:1\nweb = a paused"_s, {u"a"_s},
        u"Stopped: web\nRemoved: web\nDeleted: a\nUntagged: app:1"_s, u"a"_s, Force);
    row("podman: no force removes what holds a pod", u"podman\na: app:1\npod = a running infra"_s, {u"a"_s},
        u"Kept: a used by pod/running"_s, {}, Force);
    row("podman: a read-only store", u"podman\nro-a: app:1 b:1"_s, {u"ro-a"_s}, u"Kept: ro-a read-only"_s, {},
        Force);
    row("podman: a name in a read-only store", u"podman\nro-a: app:1 b:1"_s, {u"ro-a/b:1"_s},
        u"Kept: ro-a read-only"_s, {});
}

void tst_StoreRules::plans_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<QStringList>("targets");
    QTest::addColumn<bool>("force");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("going");
    addContainerdRows();
    addPodmanRows();
}

void tst_StoreRules::plans()
{
    QFETCH(QString, store);
    QFETCH(QStringList, targets);
    QFETCH(bool, force);
    const RemovalPlan plan =
        RemovalPlan::make(storeFromText(store), targetsFromText(targets), {.force = force});
    QTEST(planText(plan), "expected");
    QTEST(goingText(plan), "going");
}

void tst_StoreRules::tellsNoLayers_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addRow("containerd") << u"containerd"_s;
    QTest::addRow("podman") << u"podman"_s;
}

// What goes is known all the same.
void tst_StoreRules::tellsNoLayers()
{
    QFETCH(QString, kind);
    const RemovalPlan plan =
        RemovalPlan::make(storeFromText(kind + u"\nbase: base:1 [debian=70]\napp: app:1 [debian=70 app=3]"_s),
            targetsFromText({u"app"_s}), {});
    QCOMPARE(plan.predictedLines().size(), 2);
    QCOMPARE(plan.freedLayers.size(), size_t(1));
    QCOMPARE(plan.freedBytes()->bytes, 3);
}

void tst_StoreRules::takesOwnNamesOfReadOnlyImages_data()
{
    QTest::addColumn<QStringList>("own");
    QTest::addColumn<QStringList>("repeated");
    QTest::addColumn<QStringList>("targets");
    QTest::addColumn<QString>("expected");
    const QStringList x{u"x:1"_s};
    const QStringList xy{u"x:1"_s, u"y:1"_s};
    const QStringList none;
    QTest::addRow("the last") << x << none << QStringList{u"ro-a/x:1"_s}
                              << u"Deleted: ro-a\nUntagged: x:1\nKept: ro-a named app:1 y:1"_s;
    QTest::addRow("one of two") << xy << none << QStringList{u"ro-a/x:1"_s}
                                << u"Untagged: x:1\nKept: ro-a named app:1 y:1"_s;
    QTest::addRow("one beside a repeated one") << x << QStringList{u"app:1"_s} << QStringList{u"ro-a/x:1"_s}
                                               << u"Untagged: x:1\nKept: ro-a named app:1 y:1"_s;
    QTest::addRow("a repeated one") << x << QStringList{u"app:1"_s} << QStringList{u"ro-a/app:1"_s}
                                    << u"Kept: ro-a read-only"_s;
    QTest::addRow("all of it") << x << none << QStringList{u"ro-a"_s} << u"Kept: ro-a read-only"_s;
}

void tst_StoreRules::takesOwnNamesOfReadOnlyImages()
{
    QFETCH(QStringList, own);
    QFETCH(QStringList, repeated);
    QFETCH(QStringList, targets);
    const SnapshotPtr text = storeFromText(u"podman\nro-a: app:1 x:1 y:1"_s);
    QList<Image> images = text->images();
    for (const QString &name : own) {
        images[0].ownReferences << Reference(name);
    }
    for (const QString &name : repeated) {
        images[0].repeatedReferences << Reference(name);
    }
    const auto snapshot = std::make_shared<const Snapshot>(text->store(), images, QList<Container>());
    const RemovalPlan plan = RemovalPlan::make(snapshot, targetsFromText(targets), {});
    QVERIFY(plan.deletions.empty());
    QTEST(planText(plan), "expected");
}

QTEST_APPLESS_MAIN(tst_StoreRules)
#include "tst_storerules.moc"
