// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removalplan.h"
#include "fakes/storetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

/// What a plan tells of layers. tst_RemovalPlan has the rest.
class tst_RemovalLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void countsBytes_data();
    void countsBytes();
    void stepsTellOfImagesOnly();
};

void tst_RemovalLayers::lines_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<QStringList>("targets");
    QTest::addColumn<bool>("force");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QString &store, const QStringList &targets, bool force,
                         const QString &expected) {
        QTest::addRow("%s", name) << store << targets << force << QString(expected).replace(u' ', u'\n');
    };
    constexpr bool Force = true;

    row("topmost first", u"a: [x=7 y=2 z=3]"_s, {u"a"_s}, false, u"a x/y/z x/y x"_s);
    row("down to the first that another needs", u"a: [x=7 y=2 z=3]\nb: [x=7]"_s, {u"a"_s}, false,
        u"a x/y/z x/y"_s);
    row("down to a branch", u"a: [x=7 y=2 z=3]\nb: [x=7 w=1]"_s, {u"a"_s}, false, u"a x/y/z x/y"_s);
    row("none", u"a: [x=7]\nb: [x=7 w=1]"_s, {u"a"_s}, false, u"a"_s);
    row("the last one frees what they share", u"a: [x=7 y=2]\nb: [x=7 z=3]"_s, {u"a"_s, u"b"_s}, false,
        u"a x/y b x/z x"_s);
    row("in the order of the targets", u"a: [x=7 y=2]\nb: [x=7 z=3]"_s, {u"b"_s, u"a"_s}, false,
        u"b x/z a x/y x"_s);
    row("same layers", u"a: [x=7]\nb: [x=7]"_s, {u"a"_s, u"b"_s}, false, u"a b x"_s);
    row("the same change twice in one image", u"a: [x=7 y=2 y=2]"_s, {u"a"_s}, false, u"a x/y/y x/y x"_s);
    row("the same change on two parents", u"a: [x=7 z=3]\nb: [y=8 z=3]"_s, {u"a"_s}, false, u"a x/z x"_s);
    row("no layers", u"a: []"_s, {u"a"_s}, false, u"a"_s);
    row("not read", u"a:\nb: [x=7]"_s, {u"a"_s, u"b"_s}, false, u"a b x"_s);

    row("each image is followed by its layers, a pruned parent too",
        u"base: [x=7]\nmid: [x=7 y=2] < base\na: [x=7 y=2 z=3] < mid"_s, {u"a"_s}, false,
        u"a x/y/z mid x/y base x"_s);
    row("a parent with other layers", u"mid: [x=7 y=2]\na: [x=7 z=3] < mid"_s, {u"a"_s}, false,
        u"a x/z mid x/y x"_s);
    row("a parent that stays", u"mid: [x=7 y=2]\na: [x=7 y=2 z=3] < mid\nb: [x=7 y=2] < mid"_s, {u"a"_s},
        false, u"a x/y/z"_s);

    row("a container of another image holds its layers", u"a: [x=7 y=2]\nb: [x=7 z=3]\nweb = b exited"_s,
        {u"a"_s, u"b"_s}, false, u"a x/y"_s);
    row("forced, once its containers are gone", u"a: [x=7 y=2]\nweb = a exited\ndb = a created"_s, {u"a"_s},
        Force, u"a x/y x"_s);
    row("a container of an image that is gone", u"(old): [x=7 y=2 w=1]\na: [x=7 y=2 z=3]\nweb = old dead"_s,
        {u"a"_s}, false, u"a x/y/z"_s);
    row("force does not reach it", u"(old): [x=7]\na: [x=7 z=3]\nweb = old dead"_s, {u"a"_s}, Force,
        u"a x/z"_s);
    row("it holds the layers of nobody else", u"(old): [y=7]\na: [x=7]\nweb = old dead"_s, {u"a"_s}, false,
        u"a x"_s);
}

void tst_RemovalLayers::lines()
{
    QFETCH(QString, store);
    QFETCH(QStringList, targets);
    QFETCH(bool, force);
    const RemovalPlan plan =
        RemovalPlan::make(storeFromText(store), targetsFromText(targets), {.force = force});
    QList<RemovalLine> deleted = plan.predictedLines();
    deleted.removeIf([](const RemovalLine &line) { return line.kind != RemovalLine::Kind::Deleted; });
    QTEST(linesText(deleted).remove(u"Deleted: "_s), "expected");
    QCOMPARE(plan.deletedImages() + int(plan.freedLayers.size()), int(deleted.size()));
}

void tst_RemovalLayers::countsBytes_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<bool>("isEstimate");

    const auto row = [](const char *name, const QString &store, qint64 bytes, bool isEstimate) {
        QTest::addRow("%s", name) << store << bytes << isEstimate;
    };
    row("all of it", u"a: [x=7 y=2]"_s, 9, false);
    row("its own", u"a: [x=7 y=2]\nb: [x=7]"_s, 2, false);
    row("estimates that go", u"a: [x=7 y~2 z~2]\nb: [x=7]"_s, 4, true);
    row("estimates that stay", u"a: [x~7 y~7 z=3]\nb: [x~7 y~7]\nc: [x~7 y~7 z~3]=17\nd: [x~7 y~7 w=4]"_s, 0,
        false);
    row("an image that was not read may hold any", u"a: [x=7]\nb:"_s, 7, true);
    row("a container nothing is known of", u"a: [x=7]\nweb = gone dead"_s, 7, true);
    row("nothing goes, for certain", u"a: [x=7]\nb:\nweb = a dead"_s, 0, false);
}

void tst_RemovalLayers::countsBytes()
{
    QFETCH(QString, store);
    QFETCH(qint64, bytes);
    QFETCH(bool, isEstimate);
    const RemovalPlan plan = RemovalPlan::make(storeFromText(store), targetsFromText({u"a"_s}), {});
    QCOMPARE(plan.freedBytes(), (ByteCount{.bytes = bytes, .isEstimate = isEstimate}));
    const RemovalPlan unread = RemovalPlan::make(storeFromText(u"a:"_s), targetsFromText({u"a"_s}), {});
    QVERIFY(!unread.freedBytes());
}

void tst_RemovalLayers::stepsTellOfImagesOnly()
{
    const SnapshotPtr store = storeFromText(u"mid: [x=7]\na: a:1 [x=7 y=2] < mid"_s);
    const RemovalPlan plan = RemovalPlan::make(store, targetsFromText({u"a"_s}), {});
    QCOMPARE(plan.steps.size(), 1);
    QCOMPARE(linesText(plan.steps.first().predicted), u"Untagged: a:1\nDeleted: a\nDeleted: mid"_s);
    QCOMPARE(linesText(plan.predictedLines()),
        u"Untagged: a:1\nDeleted: a\nDeleted: x/y\nDeleted: mid\nDeleted: x"_s);
    QCOMPARE(plan.deletions, std::vector<Deletion>({{.image = 1, .layers = 1}, {.image = 0, .layers = 1}}));
}

QTEST_APPLESS_MAIN(tst_RemovalLayers)
#include "tst_removallayers.moc"
