// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/storetext.h"
#include "models/layermodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

// A row a line: its layers by name, the images that end there, and what is said of its removal.
void write(const LayerModel &model, const QModelIndex &parent, const QString &indent, QStringList &lines)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const auto cell = [&](LayerModel::Column column) {
            return model.index(row, column, parent).data().toString();
        };
        const QModelIndex index = model.index(row, 0, parent);
        lines << QStringList{indent + QString::number(model.layers(index).size()),
            cell(LayerModel::SizeColumn), u'x' + cell(LayerModel::ImagesColumn),
            cell(LayerModel::EndingColumn), cell(LayerModel::FateColumn)}
                     .join(u'|');
        write(model, index, indent + u"  "_s, lines);
    }
}

QString textOf(const LayerModel &model)
{
    QStringList lines;
    write(model, {}, {}, lines);
    return lines.join(u'\n');
}

RemovalEffect effectOf(const SnapshotPtr &snapshot, const QStringList &targets)
{
    return RemovalEffect::of(RemovalPlan::make(snapshot, targetsFromText(targets), {}));
}

const QString Scene = u"base: base:1 [a=1 b=2]\napp: app:1 [a=1 b=2 c=3 d=4 e=5]\n"
                      "one: one:1 [a=1 b=2 f=6 g=7]\ntwo: two:1 [a=1 b=2 f=6 h=8]\nalone: alone:1 [x=9]"_s;

} // namespace

class tst_LayerModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data()
    {
        QTest::addColumn<QString>("store");
        QTest::addColumn<QString>("expected");
        QTest::addRow("one layer") << u"a: a:1 [x=5]"_s << u"1|5 B|x1|a:1|"_s;
        QTest::addRow("a chain folds, and opens")
            << u"a: a:1 [x=5 y=6]"_s << u"2|11 B|x1|a:1|\n  1|5 B|x1||\n  1|6 B|x1|a:1|"_s;
        QTest::addRow("an image ends in a chain")
            << u"a: a:1 [x=5 y=6 z=7]\nb: b:1 [x=5 y=6]"_s
            << u"2|11 B|x2|b:1|\n  2|11 B|x2|b:1|\n    1|5 B|x2||\n    1|6 B|x2|b:1|\n  1|7 B|x1|a:1|"_s;
        QTest::addRow("branches") << u"a: a:1 [x=5 y=6]\nb: b:1 [x=5 z=7]"_s
                                  << u"1|5 B|x2||\n  1|7 B|x1|b:1|\n  1|6 B|x1|a:1|"_s;
        QTest::addRow("the same change on two parents") << u"a: a:1 [x=5 z=7]\nb: b:1 [y=6 z=7]"_s
                                                        << u"2|13 B|x1|b:1|\n  1|6 B|x1||\n  1|7 B|x1|b:1|\n"
                                                           "2|12 B|x1|a:1|\n  1|5 B|x1||\n  1|7 B|x1|a:1|"_s;
        QTest::addRow("the biggest first, with what grows on it")
            << u"a: a:1 [x=50]\nb: b:1 [y=1]\nc: c:1 [y=1 z=90]"_s
            << u"1|1 B|x2|b:1|\n  1|90 B|x1|c:1|\n1|50 B|x1|a:1|"_s;
        QTest::addRow("estimates") << u"a: a:1 [x~5]\nb: b:1 [x~5 y~6 z~6]"_s
                                   << u"1|5 B|x2|a:1|\n  2|about 12 B|x1|b:1|\n"
                                      "    1|about 6 B|x1||\n    1|about 6 B|x1|b:1|"_s;
        QTest::addRow("no layers") << u"a: a:1 []"_s << QString();
        QTest::addRow("unread") << u"a: a:1"_s << QString();
    }

    void rows()
    {
        QFETCH(QString, store);
        QFETCH(QString, expected);
        LayerModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSnapshot(storeFromText(store));
        QCOMPARE(textOf(model), expected);
    }

    void effect()
    {
        LayerModel model;
        const SnapshotPtr snapshot = storeFromText(u"a: a:1 [x=5 y=6 z=7]\nb: b:1 [x=5 w=1]"_s);
        model.setSnapshot(snapshot);
        model.setEffect(effectOf(snapshot, {u"a"_s}));
        QCOMPARE(textOf(model),
            u"1|5 B|x2||stays: b:1\n  2|13 B|x1|a:1|goes\n    1|6 B|x1||goes\n    1|7 B|x1|a:1|goes\n"
            "  1|1 B|x1|b:1|"_s);
        QCOMPARE(model.fate(model.index(0, 0)), RemovalEffect::Fate::Stays);
        QCOMPARE(model.fate(model.index(0, 0, model.index(0, 0))), RemovalEffect::Fate::Goes);
        model.setEffect(effectOf(snapshot, {}));
        QVERIFY(!textOf(model).contains("goes"_L1));
    }

    void tellsOfMarkedRowsAlone()
    {
        LayerModel model;
        const SnapshotPtr snapshot = storeFromText(Scene);
        model.setSnapshot(snapshot);
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setEffect(effectOf(snapshot, {}));
        QCOMPARE(changes.size(), 0);
        model.setEffect(effectOf(snapshot, {u"alone"_s}));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0][0].toModelIndex(), model.index(0, 0));
        QCOMPARE(changes[0][1].toModelIndex(), model.index(1, LayerModel::ColumnCount - 1));
        // What was marked is so no longer.
        model.setEffect(effectOf(snapshot, {}));
        QCOMPARE(changes.size(), 2);
    }

    void keysNameTheSameRows()
    {
        LayerModel model;
        model.setSnapshot(storeFromText(Scene));
        const QModelIndex base = model.index(0, 0);
        const QModelIndex content = model.index(0, 0, base);
        const QModelIndex part = model.index(1, 0, content);
        QStringList keys;
        for (const QModelIndex &index : {base, content, part}) {
            keys << model.keyOf(index);
            QCOMPARE(model.indexOf(keys.last()), index);
        }
        QCOMPARE(QSet<QString>(keys.cbegin(), keys.cend()).size(), 3);
        model.setSnapshot(storeFromText(u"first: first:1 [y=100]\n"_s + Scene));
        QCOMPARE(model.indexOf(keys[0]), model.index(1, 0));
        QCOMPARE(model.indexOf(keys[2]), model.index(1, 0, model.index(0, 0, model.index(1, 0))));
        model.setSnapshot(storeFromText(u"first: first:1 [y=1]"_s));
        QVERIFY(!model.indexOf(keys[0]).isValid());
        QVERIFY(!model.indexOf(QString()).isValid());
    }

    void everyLayerHasItsRow()
    {
        LayerModel model;
        model.setSnapshot(storeFromText(Scene));
        const LayerGraph &graph = model.snapshot().layers();
        for (LayerGraph::Index layer = 0; layer < LayerGraph::Index(graph.layers().size()); ++layer) {
            QCOMPARE(model.layers(model.indexOf(layer)), std::vector<LayerGraph::Index>{layer});
        }
        QCOMPARE(model.layers(model.index(0, 0)).size(), size_t(2));
        QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_LayerModel)
#include "tst_layermodel.moc"
