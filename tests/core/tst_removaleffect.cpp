// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removaleffect.h"
#include "fakes/storetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

class tst_RemovalEffect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void effects_data();
    void effects();
};

void tst_RemovalEffect::effects_data()
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
    const QString two = u"base: base:1 [debian=70]\napp: app:1 app:2 [debian=70 python=12 app=3]"_s;

    row("nothing", two, {}, false, u"0 of 0, frees 0, keeps 0 for 0"_s);
    row("a name that is gone", two, {u"app/other:1"_s, u"gone"_s}, false,
        u"0 of 0, frees 0, keeps 0 for 0"_s);
    row("on a base that stays", two, {u"app"_s}, false,
        u"1 of 85, frees 15, keeps 70 for 1\nremoves app\n"
        "goes debian/python debian/python/app\nstays debian"_s);
    row("the base of another", two, {u"base"_s}, false,
        u"1 of 70, frees 0, keeps 70 for 1\nremoves base\nstays debian"_s);
    row("both", two, {u"app"_s, u"base"_s}, false,
        u"2 of 85, frees 85, keeps 0 for 0\nremoves base app\ngoes debian debian/python debian/python/app"_s);
    row("chosen twice", two, {u"app"_s, u"app/app:1"_s}, false,
        u"1 of 85, frees 15, keeps 70 for 1\nremoves app\n"
        "goes debian/python debian/python/app\nstays debian"_s);
    row("one name of two: the image is its own keeper", two, {u"app/app:1"_s}, false,
        u"1 of 85, frees 0, keeps 85 for 2\nstays debian debian/python debian/python/app"_s);
    row("used: the image is its own keeper", u"a: a:1 [x=7]\nweb = a exited"_s, {u"a"_s}, false,
        u"1 of 7, frees 0, keeps 7 for 1\nstays x"_s);
    row("used, forced", u"a: a:1 [x=7]\nweb = a exited"_s, {u"a"_s}, Force,
        u"1 of 7, frees 7, keeps 0 for 0\nremoves a\ngoes x"_s);
    row("others keep nothing of it", u"a: a:1 [x=7]\nb: b:1 [y=2]"_s, {u"a"_s}, false,
        u"1 of 7, frees 7, keeps 0 for 0\nremoves a\ngoes x"_s);
    row("many keepers, each counted once",
        u"a: a:1 [x=7 y=2 z=3]\nb: b:1 [x=7]\nc: c:1 [x=7 y=2]\nd: [x=7 w=1]"_s, {u"a"_s}, false,
        u"1 of 12, frees 3, keeps 9 for 3\nremoves a\ngoes x/y/z\nstays x x/y"_s);
    row("a container of an image that is gone keeps without being an image",
        u"a: a:1 [x=7 y=2]\n(old): [x=7 w=4]\nweb = old running"_s, {u"a"_s}, false,
        u"1 of 9, frees 2, keeps 7 for 0\nremoves a\ngoes x/y\nstays x"_s);

    const QString family = u"base: base:1 [x=7]\nmid: [x=7 y=2] < base\napp: app:1 [x=7 y=2 z=3] < mid"_s;
    row("a pruned parent keeps nothing", family, {u"app"_s}, false,
        u"1 of 12, frees 5, keeps 7 for 1\nremoves mid app\ngoes x/y x/y/z\nstays x"_s);
    row("a parent of others: they keep its layers, it is not shown", family, {u"base"_s}, false,
        u"1 of 7, frees 0, keeps 7 for 2\nstays x"_s);
    row("a pruned parent with layers that its child dropped", u"mid: [x=7 y=2]\napp: app:1 [x=7] < mid"_s,
        {u"app"_s}, false, u"1 of 9, frees 9, keeps 0 for 0\nremoves mid app\ngoes x x/y"_s);

    // With such a record, the last child takes no parent along.
    row("a nameless parent that comes to light keeps",
        u"containerd\nbase: base:1 [x=7]\nmid: [x=7 y=2] < base\napp: app:1 * [x=7 y=2 z=3] < mid"_s,
        {u"app"_s}, false, u"1 of 12, frees 3, keeps 9 for 2\nremoves app\ngoes x/y/z\nstays x x/y"_s);

    row("estimates", u"a: a:1 [x=7 y~2 z~2]\nb: b:1 [x=7]"_s, {u"a"_s}, false,
        u"1 of ~11, frees ~4, keeps 7 for 1\nremoves a\ngoes x/y x/y/z\nstays x"_s);
    row("an unread image may keep anything", u"a: a:1 [x=7 y=2]\nb: b:1\nc: c:1 [x=7]"_s, {u"a"_s}, false,
        u"1 of 9, frees ~2, keeps ~7 for 1\nremoves a\ngoes x/y\nstays x"_s);
    row("an unread image itself", u"a: a:1 [x=7]\nb: b:1"_s, {u"b"_s}, false,
        u"1 of 0, frees 0, keeps 0 for 0\nremoves b"_s);
    row("no layer was read", u"a: a:1\nb: b:1"_s, {u"b"_s}, false,
        u"1 of 0, frees 0, keeps 0 for 0\nremoves b"_s);
    row("a content that is kept once goes with its last layer",
        u"archive\na: a:1 [x=7 z=3]\nb: b:1 [y=2 z=3]"_s, {u"a"_s}, false,
        u"1 of 10, frees 7, keeps 3 for 0\nremoves a\ngoes x x/z"_s);
    row("all layers of a content", u"archive\na: a:1 [x=7 z=3]\nb: b:1 [y=2 z=3]"_s, {u"a"_s, u"b"_s}, false,
        u"2 of 12, frees 12, keeps 0 for 0\nremoves a b\ngoes x x/z y y/z"_s);
    row("a content twice in one image", u"archive\na: a:1 [x=7 y=2 y=2]"_s, {u"a"_s}, false,
        u"1 of 9, frees 9, keeps 0 for 0\nremoves a\ngoes x x/y x/y/y"_s);
    row("all platforms of an image", u"archive\na: a:1 [x=7 y=2 | x=7 z=3 | w=4]\nb: b:1 [x=7]"_s, {u"a"_s},
        false, u"1 of 16, frees 9, keeps 7 for 1\nremoves a\ngoes x/y x/z w\nstays x"_s);
    row("kept by another's second platform", u"archive\na: a:1 [x=7]\nb: b:1 [y=2 | x=7 z=3]"_s, {u"a"_s},
        false, u"1 of 7, frees 0, keeps 7 for 1\nremoves a\nstays x"_s);

    row("an image without layers", u"a: a:1 []"_s, {u"a"_s}, false,
        u"1 of 0, frees 0, keeps 0 for 0\nremoves a"_s);
}

void tst_RemovalEffect::effects()
{
    QFETCH(QString, store);
    QFETCH(QStringList, targets);
    QFETCH(bool, force);
    QFETCH(QString, expected);
    const SnapshotPtr snapshot = storeFromText(store);
    const QList<RemovalTarget> chosen = targetsFromText(targets);
    const RemovalPlan plan = RemovalPlan::make(snapshot, chosen, {.force = force});
    QCOMPARE(effectText(RemovalEffect::of(plan), *snapshot), expected);
}

QTEST_APPLESS_MAIN(tst_RemovalEffect)
#include "tst_removaleffect.moc"
