// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/storetext.h"
#include "models/imagefiltermodel.h"
#include "models/imagemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

const QString Store = uR"(
    base: base:1
    mid: < base
    app: app:1 app:2 < mid
    tool: registry.example/Tool:latest
    none:
    older:
    top: < older
    web = app running
)"_s;

struct Filtered
{
    ImageModel model;
    ImageFilterModel filter;
    QAbstractItemModelTester tester{&filter, QAbstractItemModelTester::FailureReportingMode::QtTest};

    explicit Filtered(const QString &text = Store)
    {
        model.setSnapshot(storeFromText(text));
        filter.setSourceModel(&model);
    }

    /// The names in the text, in the order of the rows.
    QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < filter.rowCount(); ++row) {
            const ImageId id = model.target(filter.mapToSource(filter.index(row, 0))).image;
            for (const QString &name : {u"base"_s, u"mid"_s, u"app"_s, u"tool"_s, u"none"_s, u"older"_s,
                     u"top"_s, u"big"_s, u"small"_s}) {
                if (imageIdOf(name) == id) {
                    names << name;
                }
            }
        }
        return names;
    }
    QStringList sorted() const
    {
        QStringList names = shown();
        names.sort();
        return names;
    }
};

Image imageOfSize(const QString &name, qint64 size)
{
    Image image;
    image.id = imageIdOf(name);
    image.references = {Reference(name + u":1"_s)};
    image.size = size;
    return image;
}

} // namespace

class tst_ImageFilterModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesIntermediateImages()
    {
        Filtered f;
        // Of a nameless chain the head is in sight; it takes the rest with it.
        QCOMPARE(f.sorted(), QStringList({u"app"_s, u"base"_s, u"none"_s, u"tool"_s, u"top"_s}));
        f.filter.setIntermediateShown(true);
        QVERIFY(f.shown().contains(u"mid"_s));
        f.filter.setIntermediateShown(false);
        QVERIFY(!f.shown().contains(u"mid"_s));
    }

    void shows()
    {
        Filtered f;
        f.filter.setShow(ImageFilterModel::Show::Unused);
        QCOMPARE(f.sorted(), QStringList({u"none"_s, u"tool"_s, u"top"_s}));
        f.filter.setShow(ImageFilterModel::Show::Dangling);
        QCOMPARE(f.sorted(), QStringList({u"none"_s, u"top"_s}));
        f.filter.setShow(ImageFilterModel::Show::All);
        QCOMPARE(f.shown().size(), 5);
    }

    void searches_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("found");
        QTest::addRow("nothing") << u"  "_s
                                 << QStringList({u"app"_s, u"base"_s, u"none"_s, u"tool"_s, u"top"_s});
        QTest::addRow("a part of a name") << u"oo"_s << QStringList(u"tool"_s);
        QTest::addRow("any case") << u"tOOL"_s << QStringList(u"tool"_s);
        QTest::addRow("any reference") << u"app:2"_s << QStringList(u"app"_s);
        QTest::addRow("a container") << u"web"_s << QStringList(u"app"_s);
        QTest::addRow("every word, in any order") << u"latest registry"_s << QStringList(u"tool"_s);
        QTest::addRow("one word is not there") << u"latest app"_s << QStringList();
        QTest::addRow("an ID") << shortId(imageIdOf(u"none"_s)) << QStringList(u"none"_s);
    }

    void searches()
    {
        QFETCH(const QString, words);
        QFETCH(const QStringList, found);
        Filtered f;
        f.filter.setSearch(words);
        QCOMPARE(f.sorted(), found);
        f.filter.setSearch({});
        QCOMPARE(f.shown().size(), 5);
    }

    void searchesLayers_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("found");
        const QStringList both({u"app"_s, u"base"_s});
        const QString shared = diffIdOf(u"s"_s).text();
        QTest::addRow("a base layer") << u"layer:"_s + shared.mid(7, 12) << both;
        QTest::addRow("a whole digest") << u"layer:"_s + shared << both;
        QTest::addRow("a diff ID") << u"layer:"_s + diffIdOf(u"x"_s).text() << QStringList(u"app"_s);
        QTest::addRow("a chain ID") << u"a chain ID"_s << QStringList(u"app"_s);
        QTest::addRow("and a name") << u"base layer:"_s + shared << QStringList(u"base"_s);
        QTest::addRow("not from the middle") << u"layer:"_s + shared.mid(9, 12) << QStringList();
        QTest::addRow("none") << u"layer:0123456789ab"_s << QStringList();
    }

    void searchesLayers()
    {
        QFETCH(QString, words);
        QFETCH(QStringList, found);
        const QString text = u"base: base:1 [s=1]\napp: app:1 [s=1 x=2]\ntool: tool:1 [y=3]"_s;
        if (words == "a chain ID"_L1) {
            const SnapshotPtr store = storeFromText(text);
            const LayerGraph &graph = store->layers();
            words =
                ImageFilterModel::layerWord(graph.layer(graph.top(store->find(imageIdOf(u"app"_s)))).chainId);
        }
        Filtered f(text);
        f.filter.setSearch(words);
        QCOMPARE(f.sorted(), found);
    }

    void keepsReferencesTogether()
    {
        Filtered f;
        f.filter.setSearch(u"app:2"_s);
        QCOMPARE(f.filter.rowCount(f.filter.index(0, 0)), 2);
    }

    void followsTheStore()
    {
        Filtered f;
        f.filter.setShow(ImageFilterModel::Show::Unused);
        f.model.setSnapshot(storeFromText(u"tool: tool:1\nnone: \nweb = tool exited"_s));
        QCOMPARE(f.shown(), QStringList(u"none"_s));
        f.model.setSnapshot(storeFromText(u"tool: tool:1"_s));
        QCOMPARE(f.shown(), QStringList(u"tool"_s));
    }

    void sortsByTrueValues()
    {
        Filtered f;
        f.model.setSnapshot(std::make_shared<const Snapshot>(StoreInfo{},
            QList<Image>{imageOfSize(u"app"_s, 10'000'000'000), imageOfSize(u"big"_s, 9'000'000),
                imageOfSize(u"small"_s, 80'000)},
            QList<Container>()));
        f.filter.sort(ImageModel::SizeColumn, Qt::AscendingOrder);
        QCOMPARE(f.shown(), QStringList({u"small"_s, u"big"_s, u"app"_s}));
        f.filter.sort(ImageModel::SizeColumn, Qt::DescendingOrder);
        QCOMPARE(f.shown(), QStringList({u"app"_s, u"big"_s, u"small"_s}));
    }

    void equalRowsKeepTheirPlaces()
    {
        Filtered f(u"tool: c:1\nbase: a:1\napp: b:1"_s);
        f.filter.sort(ImageModel::SizeColumn, Qt::AscendingOrder);
        const QStringList places{u"base"_s, u"app"_s, u"tool"_s};
        QCOMPARE(f.shown(), places);
        f.model.setSnapshot(storeFromText(u"app: b:1\ntool: c:1\nbase: a:1"_s));
        QCOMPARE(f.shown(), places);
        f.model.setSnapshot(storeFromText(u"app: b:1\nnone: aa:1\ntool: c:1\nbase: a:1"_s));
        QCOMPARE(f.shown(), QStringList({u"base"_s, u"none"_s, u"app"_s, u"tool"_s}));
    }
};

QTEST_GUILESS_MAIN(tst_ImageFilterModel)
#include "tst_imagefiltermodel.moc"
