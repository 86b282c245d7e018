// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/layergraph.h"
#include "fakes/storetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

/// A store whose histories do not tell for each step whether it made a layer.
class DoubtfulStore
{
public:
    /// @param steps `RUN x=0, ADD y=70`
    void add(const QString &name, const QString &layers, const QString &steps, qint64 size)
    {
        Image image;
        image.id = imageIdOf(name);
        image.size = size;
        ImageContent content;
        for (const QString &layer : layers.split(u' ')) {
            content.diffIds << diffIdOf(layer);
        }
        if (!steps.isEmpty()) {
            content.history.emplace();
        }
        for (const QString &step : steps.split(u", "_s, Qt::SkipEmptyParts)) {
            const qsizetype equals = step.indexOf(u'=');
            *content.history << HistoryEntry{
                .createdBy = step.first(equals), .size = step.sliced(equals + 1).toLongLong()};
        }
        m_images << image;
        m_contents.insert(image.id, content);
    }

    QString text() const { return graphText(Snapshot({}, m_images, {}, m_contents)); }

private:
    QList<Image> m_images;
    ImageContents m_contents;
};

const QString Doubt = u"RUN x=0, ADD y=70, RUN z=0"_s;

} // namespace

class tst_LayerGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void graphs_data();
    void graphs();
    void marksDoubt();
    void settlesDoubtByAnotherHistory();
    void settlesDoubtByTheSizesOfImages();
    void namesChainsAsTheSpecificationDoes();
    void knowsWhichImagesNeedALayer();
    void countsUnreadImages();
    void findsLayers();
    void takesTheFirstCommandKnown();
    void totalCountsEachLayerOnce();
    void countsPackedLayersWithTheirFiles();
    void sharesOutWhatIsPackedByPlatform();
    void countsAPackedContentOnce();
};

void tst_LayerGraph::graphs_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QString &store, const QString &expected) {
        QTest::addRow("%s", name) << store << expected;
    };

    row("no image", {}, {});
    row("no image was read", u"a: a:1"_s, {});
    row("one layer", u"a: [x=7]"_s, u"x 7 x1 a"_s);
    row("a shared base", u"a: [x=7 y=2]\nb: [x=7 z=3]"_s, u"x 7 x2\n  y 2 x1 a\n  z 3 x1 b"_s);
    row("an image ends where others go on", u"a: [x=7]\nb: [x=7 z=3]"_s, u"x 7 x2 a\n  z 3 x1 b"_s);
    row("the longer one first", u"b: [x=7 z=3]\na: [x=7]"_s, u"x 7 x2 a\n  z 3 x1 b"_s);
    row("the same change on two parents is two layers", u"a: [x=7 z=3]\nb: [y=8 z=3]"_s,
        u"x 7 x1\n  z 3 x1 a\ny 8 x1\n  z 3 x1 b"_s);
    row("the same change twice in one image", u"a: [x=7 y=0 y=0]"_s, u"x 7 x1\n  y 0 x1\n    y 0 x1 a"_s);
    row("a base that is a layer elsewhere", u"a: [x=7 y=2]\nb: [y=2]"_s, u"x 7 x1\n  y 2 x1 a\ny 2 x1 b"_s);
    row("two images with the same top", u"a: [x=7 y=2]\nb: [x=7 y=2]"_s, u"x 7 x2\n  y 2 x2 a b"_s);
    row("an image without layers", u"a: []\nb: [x=7]"_s, u"x 7 x1 b"_s);
    row("an image that was not read", u"a: a:1\nb: [x=7]"_s, u"x 7 x1 b"_s);
    row("the image of a container that is gone adds no layer", u"(a): [x=7 y=2]\nb: [x=7]"_s, u"x 7 x1 b"_s);
    row("intermediate images", u"a: a:1 [x=7]\nm: [x=7 y=2] < a\nb: b:1 [x=7 y=2 z=3] < m"_s,
        u"x 7 x3 a\n  y 2 x2 m\n    z 3 x1 b"_s);
    row("an intermediate image that added no layer", u"m: [x=7]\nb: b:1 [x=7] < m"_s, u"x 7 x2 m b"_s);

    row("sizes of an image whose history is unknown, from another", u"a: [x=7 y=2]\nb: [x~7 y~2 z~4]"_s,
        u"x 7 x2\n  y 2 x2 a\n    z 4 x1 b"_s);
    row("sizes from images that end one below the other", u"a: [x~7]\nb: [x~7 y~2]\nc: [x~7 y~2 z~4]"_s,
        u"x 7 x3 a\n  y 2 x2 b\n    z 4 x1 c"_s);
    row("size of a base, from those above it", u"a: [x=7 y=2]\nb: [x~7 z~5]"_s,
        u"x 7 x2\n  y 2 x1 a\n  z 5 x1 b"_s);
    row("nobody knows: equal parts", u"a: [x~7 y~2]"_s, u"x ~4 x1\n  y ~4 x1 a"_s);
    row("only the parts that nobody knows", u"a: [x=7]\nb: [x~7 y~3 z~5]"_s,
        u"x 7 x2 a\n  y ~4 x1\n    z ~4 x1 b"_s);
    row("short chains first", u"b: [x~6 y~4 z~3 w~1]\na: [x~6 y~4]"_s,
        u"x ~5 x2\n  y ~5 x2 a\n    z ~2 x1\n      w ~2 x1 b"_s);
    row("a store that counts more than the layers", u"a: [x=7]=99\nb: [x~7 y~3]=88"_s,
        u"x 7 x2 a\n  y ~81 x1 b"_s);
    row("a store that counts twice is not taken at its word", u"a: [x=7]=14\nb: [x~7 y~3]=20"_s,
        u"x 7 x2 a\n  y ~13 x1 b"_s);
    row("an image smaller than what it needs", u"a: [x=7]\nb: [x~7 y~1]=3\nc: [x~7 z~1]=8"_s,
        u"x 7 x3 a\n  y ~0 x1 b\n  z 1 x1 c"_s);
}

void tst_LayerGraph::graphs()
{
    QFETCH(QString, store);
    QTEST(graphText(*storeFromText(store)), "expected");
}

void tst_LayerGraph::marksDoubt()
{
    DoubtfulStore store;
    store.add(u"a"_s, u"x y"_s, Doubt, 70);
    QCOMPARE(store.text(), u"x ~0 x1\n  y ~70 x1 a"_s);
}

// The sizes of the images are no sums of layers here, so they cannot settle it.
void tst_LayerGraph::settlesDoubtByAnotherHistory()
{
    DoubtfulStore store;
    store.add(u"a"_s, u"x y"_s, Doubt, 99);
    store.add(u"b"_s, u"x"_s, u"ADD y=70"_s, 98);
    QCOMPARE(store.text(), u"x 70 x2 b\n  y 0 x1 a"_s);
}

void tst_LayerGraph::settlesDoubtByTheSizesOfImages()
{
    DoubtfulStore store;
    store.add(u"a"_s, u"x y z"_s, Doubt + ", COPY w=9"_L1, 79);
    QCOMPARE(store.text(), u"x ~0 x1\n  y ~70 x1\n    z 9 x1 a"_s);
    store.add(u"b"_s, u"x"_s, {}, 70);
    QCOMPARE(store.text(), u"x 70 x2 b\n  y 0 x1\n    z 9 x1 a"_s);
}

// Made with Python's hashlib by the formula of
// https://github.com/opencontainers/image-spec/blob/main/config.md#layer-chainid:
// diff IDs are sha256("layer 1") to sha256("layer 3").
void tst_LayerGraph::namesChainsAsTheSpecificationDoes()
{
    const QList<DiffId> chain{
        DiffId(u"sha256:54db133a109fd7f0d6eb72da16df1af078f2bf86e917ae3c780a13d811d6aa6f"_s),
        DiffId(u"sha256:0c6eea24ed5f3274df121af2d789e43839b3bcfb328db8deb86b46896d57be67"_s),
        DiffId(u"sha256:ffcc470fc39ff18296430efbde2a2d832944bb84220e235a99f76742d6bccbd4"_s)};
    Image image;
    image.id = imageIdOf(u"a"_s);
    const LayerGraph graph = LayerGraph::make({image}, {{image.id, {.diffIds = chain}}});
    QCOMPARE(graph.layers().size(), size_t(3));
    QCOMPARE(graph.layer(0).chainId.text(), chain[0].text());
    QCOMPARE(graph.layer(1).chainId.text(),
        u"sha256:331cf69a5e42a61e3645ccd6f7963c333d64ca1f850f6190d98a6ad75c7606de"_s);
    QCOMPARE(graph.layer(2).chainId.text(),
        u"sha256:e98ce6bf1cf401b5454f040d3c54010716976289963493c43fc37108ab19d384"_s);
}

void tst_LayerGraph::knowsWhichImagesNeedALayer()
{
    const SnapshotPtr store = storeFromText(uR"(
        top: [x=7 y=2 z=3]
        base: [x=7]
        other: [w=1]
        mid: [x=7 y=2]
        beside: [x=7 v=5]
        empty: []
        platforms: [x=7 y=2 | x=7 z=3 | x=7 y=2]
    )"_s);
    const LayerGraph &graph = store->layers();
    QCOMPARE(graph.imagesOf(graph.top(1)), std::vector<int>({0, 1, 3, 4, 6}));
    QCOMPARE(graph.imagesOf(graph.top(3)), std::vector<int>({0, 3, 6}));
    QCOMPARE(graph.imagesOf(graph.top(2)), std::vector<int>({2}));
    QCOMPARE(graph.top(5), LayerGraph::None);
    QCOMPARE(graph.tops(6).size(), size_t(2));
    QCOMPARE(graph.top(7), LayerGraph::None);
    QCOMPARE(graph.top(-1), LayerGraph::None);
    QCOMPARE(graph.roots().size(), size_t(2));
    for (LayerGraph::Index i = 0; i < LayerGraph::Index(graph.layers().size()); ++i) {
        QCOMPARE(graph.layer(i).imageCount, int(graph.imagesOf(i).size()));
        QCOMPARE(graph.parent(i), graph.layer(i).parent);
        QVERIFY(graph.parent(i) < i);
    }
}

void tst_LayerGraph::countsUnreadImages()
{
    QVERIFY(!LayerGraph().isRead());
    QVERIFY(!storeFromText(u"a: a:1"_s)->layers().isRead());
    QVERIFY(LayerGraph::make({}, {}).isRead());
    const SnapshotPtr store = storeFromText(u"a: a:1\nb: [x=7]\nc: c:1\nd: []"_s);
    QVERIFY(store->layers().isRead());
    QCOMPARE(store->layers().unreadImages(), 2);
    QVERIFY(store->freesAbout());
    QVERIFY(!storeFromText(u"b: [x=7]"_s)->freesAbout());
    QVERIFY(storeFromText(u"b: [x=7]\nweb = gone running"_s)->freesAbout());
}

void tst_LayerGraph::findsLayers()
{
    const SnapshotPtr store = storeFromText(u"a: [x=7 y=2]\nb: [y=2]"_s);
    const LayerGraph &graph = store->layers();
    for (LayerGraph::Index i = 0; i < LayerGraph::Index(graph.layers().size()); ++i) {
        QCOMPARE(graph.find(graph.layer(i).chainId), i);
    }
    QCOMPARE(graph.find(ChainId(u"sha256:0"_s)), LayerGraph::None);
    const DiffId x = diffIdOf(u"x"_s);
    const DiffId y = diffIdOf(u"y"_s);
    QCOMPARE(graph.deepest({}), LayerGraph::None);
    QCOMPARE(graph.deepest({diffIdOf(u"z"_s), x}), LayerGraph::None);
    QCOMPARE(graph.deepest({x}), graph.parent(graph.top(0)));
    QCOMPARE(graph.deepest({x, y}), graph.top(0));
    QCOMPARE(graph.deepest({x, y, x}), graph.top(0));
    QCOMPARE(graph.deepest({y, x}), graph.top(1));
}

void tst_LayerGraph::takesTheFirstCommandKnown()
{
    const SnapshotPtr store = storeFromText(u"a: [x~7 y~2]\nb: [x=7 z=3]"_s);
    const LayerGraph &graph = store->layers();
    QCOMPARE(graph.layer(graph.parent(graph.top(1))).createdBy, u"COPY x"_s);
    QCOMPARE(graph.layer(graph.top(1)).createdBy, u"COPY z"_s);
    QVERIFY(graph.layer(graph.top(0)).createdBy.isEmpty());
}

void tst_LayerGraph::totalCountsEachLayerOnce()
{
    QCOMPARE(storeFromText(u"a: [x=7 y=2]\nb: [x=7 z=3]\nc: [y=2]"_s)->layers().totalSize(), 14);
    QCOMPARE(LayerGraph().totalSize(), 0);
}

// Of `app` the store tells no platforms: what is more than its files is packed.
void tst_LayerGraph::countsPackedLayersWithTheirFiles()
{
    const auto snapshot = storeFromText(
        u"containerd\nbase: base:1 [debian=70]=100\napp: app:1 [debian=70 python=12 app=3]=130"_s);
    QCOMPARE(graphText(*snapshot), u"debian 100 x2 base\n  python ~24 x1\n    app ~6 x1 app"_s);
    const LayerGraph &graph = snapshot->layers();
    // Together they are certain.
    QCOMPARE(graph.freedBy({1, 2}), (ByteCount{.bytes = 30}));
    QCOMPARE(graph.freedBy({2}), (ByteCount{.bytes = 6, .isEstimate = true}));
    QCOMPARE(graph.sizeOf({0, 1, 2}), (ByteCount{.bytes = 130}));
}

void tst_LayerGraph::sharesOutWhatIsPackedByPlatform()
{
    Image image{.id = imageIdOf(u"multi"_s),
        .references = {},
        .parent = {},
        .created = {},
        .size = 151,
        .labels = {}};
    image.variants = {{.name = u"linux/amd64"_s, .digest = u"amd"_s, .size = 121, .unpacked = 82},
        {.name = u"linux/arm64"_s, .digest = u"arm"_s, .size = 30},
        {.name = u"linux/s390x"_s, .digest = u"s390x"_s, .isPresent = false}};
    const QList<HistoryEntry> history{
        {.createdBy = u"ADD a"_s, .size = 70}, {.createdBy = u"RUN b"_s, .size = 12}};
    const ImageContent content{.manifest = u"amd"_s,
        .diffIds = {diffIdOf(u"a"_s), diffIdOf(u"b"_s)},
        .history = history,
        .others = {{.manifest = u"arm"_s, .diffIds = {diffIdOf(u"a"_s), diffIdOf(u"c"_s)}}}};
    const StoreInfo store{
        .endpoint = {}, .name = {}, .version = {}, .apiVersion = {}, .traits = containerdTraits()};
    const Snapshot snapshot(store, {image}, {}, {{image.id, content}});
    const LayerGraph &graph = snapshot.layers();
    // Both have the first layer; of the other platform's own one there are no files.
    QCOMPARE(graph.layer(2).size, graph.layer(2).packed);
    QCOMPARE(graph.layer(0).size - graph.layer(0).packed, 70);
    QCOMPARE(graph.layer(0).packed + graph.layer(1).packed, 121 - 82);
    QVERIFY(std::abs(graph.layer(0).packed + graph.layer(2).packed - 30) <= 1);
    QCOMPARE(graph.topOf(u"amd"_s), 1);
    QCOMPARE(graph.topOf(u"arm"_s), 2);
    QVERIFY(!graph.topOf(u"s390x"_s));
}

// On another layer the same content has files of its own.
void tst_LayerGraph::countsAPackedContentOnce()
{
    const auto snapshot =
        storeFromText(u"containerd\none: one:1 [a=70 app=10]=100\n"
                      "two: two:1 [b=30 app=10]=60\nbase: base:1 [a=70]=85\nb: b:1 [b=30]=45"_s);
    QCOMPARE(graphText(*snapshot), u"a 85 x2 base\n  app 15 x1 one\nb 45 x2 b\n  app 15 x1 two"_s);
    const LayerGraph &graph = snapshot->layers();
    QCOMPARE(graph.totalSize(), 85 + 45 + 10 + 10 + 5);
    QCOMPARE(graph.freedBy({1}), (ByteCount{.bytes = 10}));
    QCOMPARE(graph.freedBy({1, 3}), (ByteCount{.bytes = 25}));
}

QTEST_APPLESS_MAIN(tst_LayerGraph)
#include "tst_layergraph.moc"
