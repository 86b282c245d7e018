// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/storetext.h"
#include "gui/layermaplayout.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace jettison;

using View = LayerMapLayout::View;
using Box = LayerMapLayout::Box;
using Index = LayerGraph::Index;

namespace {

constexpr int Overhang = 2;

/// The definition of the map, layer by layer and slowly.
class Definition
{
public:
    Definition(const LayerGraph &graph, const View &view)
        : m_graph(graph),
          m_view(view)
    {
    }

    double weight(Index layer) const
    {
        const double least = std::floor(double(m_graph.totalSize()) / double(m_graph.layers().size()) / 20);
        double sum = std::max({double(m_graph.layer(layer).size), least, 1.0});
        for (const Index child : m_graph.layer(layer).children) {
            sum += weight(child);
        }
        return sum;
    }

    double start(Index layer) const
    {
        const Index parent = m_graph.parent(layer);
        const auto &siblings = parent == LayerGraph::None ? m_graph.roots() : m_graph.layer(parent).children;
        double sum = parent == LayerGraph::None ? 0 : start(parent);
        const auto self = std::ranges::find(siblings, layer);
        for (auto other = siblings.begin(); other != siblings.end(); ++other) {
            const bool isBefore =
                weight(*other) > weight(layer) || (weight(*other) == weight(layer) && other < self);
            sum += isBefore ? weight(*other) : 0;
        }
        return sum;
    }

    QRect rect(Index layer) const
    {
        const auto pixel = [this](double at) {
            const double x = std::round((at - m_view.start) * m_view.size.width() / m_view.span);
            return int(std::clamp(x, -double(Overhang), double(m_view.size.width() + Overhang)));
        };
        const int left = pixel(start(layer));
        return {left, m_graph.layer(layer).depth * m_view.rowHeight - m_view.top,
            pixel(start(layer) + weight(layer)) - left, m_view.rowHeight};
    }

    bool isSlim(Index layer) const
    {
        return weight(layer) * m_view.size.width() / m_view.span < LayerMapLayout::SlimmestBox;
    }

private:
    const LayerGraph &m_graph;
    const View &m_view;
};

// Layers of one letter each, some without a byte; few letters, so that chains meet.
SnapshotPtr randomStore(std::mt19937 &random)
{
    const auto below = [&](int end) { return int(random() % unsigned(end)); };
    QStringList sizes;
    for (int i = 0; i < 8; ++i) {
        sizes << QString::number(below(3) == 0 ? 0 : below(10) == 0 ? 100'000 : 1 + below(300));
    }
    QString text;
    for (int image = 1 + below(25); image > 0; --image) {
        QStringList layers;
        for (int more = 1 + below(6); more > 0; --more) {
            const int name = below(8);
            layers << u"%1=%2"_s.arg(QChar(u'a' + char16_t(name))).arg(sizes[name]);
        }
        text += u"i%1: r:%1 [%2]\n"_s.arg(image).arg(layers.join(u' '));
    }
    return storeFromText(text);
}

View randomView(const LayerMapLayout &map, std::mt19937 &random)
{
    std::uniform_real_distribution<> any(0, 1);
    const double span = map.weight() * std::pow(any(random), 3);
    return map.limited({.start = any(random) * map.weight(),
        .span = span,
        .size = {1 + int(random() % 400), 1 + int(random() % 200)},
        .rowHeight = 5 + int(random() % 20),
        .top = random() % 3 == 0 ? int(random() % 40) : 0});
}

View whole(const LayerMapLayout &map, QSize size)
{
    return map.limited({.span = map.weight(), .size = size, .rowHeight = 10});
}

} // namespace

class tst_LayerMapLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsTheDefinition()
    {
        std::mt19937 random(1);
        int boxes = 0;
        int strips = 0;
        for (int round = 0; round < 400; ++round) {
            const SnapshotPtr snapshot = randomStore(random);
            const LayerMapLayout map(snapshot->layers());
            const View view = randomView(map, random);
            const Definition definition(snapshot->layers(), view);
            const QRect area(QPoint(), view.size);
            QList<Index> expected;
            for (Index layer = 0; layer < Index(snapshot->layers().layers().size()); ++layer) {
                QCOMPARE(map.rect(layer, view), definition.rect(layer));
                if (!definition.isSlim(layer) && definition.rect(layer).intersects(area)) {
                    expected << layer;
                }
                QCOMPARE(map.isDrawn(layer, view), expected.contains(layer));
            }
            QList<Index> drawn;
            for (const Box &box : map.boxes(view)) {
                boxes += box.isLayer();
                strips += box.isStrip();
                if (box.isLayer()) {
                    QCOMPARE(box.rect, definition.rect(box.layer));
                    drawn << box.layer;
                }
            }
            std::ranges::sort(drawn);
            QCOMPARE(drawn, expected);
        }
        QVERIFY(boxes > 1000 && strips > 200);
    }

    void boxesStandApartAndBelowTheirParents()
    {
        std::mt19937 random(2);
        for (int round = 0; round < 400; ++round) {
            const SnapshotPtr snapshot = randomStore(random);
            const LayerMapLayout map(snapshot->layers());
            const View view = randomView(map, random);
            const std::vector<Box> boxes = map.boxes(view);
            for (size_t i = 0; i < boxes.size(); ++i) {
                for (size_t j = 0; j < i; ++j) {
                    QVERIFY(!boxes[i].rect.intersects(boxes[j].rect));
                }
                const Index below = boxes[i].isStrip() ? boxes[i].layer : map.parent(boxes[i].layer);
                if (below != LayerGraph::None) {
                    const QRect parent = map.rect(below, view);
                    QCOMPARE(boxes[i].rect.top(), parent.bottom() + 1);
                    QVERIFY(boxes[i].rect.left() >= parent.left());
                    QVERIFY(boxes[i].rect.right() <= parent.right());
                }
            }
        }
    }

    void everyPointHitsTheBoxThatCoversIt()
    {
        std::mt19937 random(3);
        for (int round = 0; round < 300; ++round) {
            const SnapshotPtr snapshot = randomStore(random);
            const LayerMapLayout map(snapshot->layers());
            const View view = randomView(map, random);
            const std::vector<Box> boxes = map.boxes(view);
            for (int i = 0; i < 200; ++i) {
                const QPoint point(int(random() % unsigned(view.size.width())),
                    int(random() % unsigned(view.size.height())));
                const auto covering =
                    std::ranges::find_if(boxes, [&](const Box &box) { return box.rect.contains(point); });
                const Box hit = map.boxAt(point, view);
                QCOMPARE(hit.rect, covering == boxes.end() ? QRect() : covering->rect);
                QCOMPARE(hit.layer, covering == boxes.end() ? LayerGraph::None : covering->layer);
                QCOMPARE(hit.isStrip(), covering != boxes.end() && covering->isStrip());
            }
            QVERIFY(map.boxAt({-1, 0}, view).rect.isEmpty());
        }
    }

    void stripsCountWhatTheyStandFor()
    {
        std::mt19937 random(4);
        for (int round = 0; round < 200; ++round) {
            const SnapshotPtr snapshot = randomStore(random);
            const LayerGraph &graph = snapshot->layers();
            const LayerMapLayout map(snapshot->layers());
            const View view = whole(map, {1 + int(random() % 200), 1000});
            std::vector<bool> isMarked(graph.layers().size());
            std::generate(isMarked.begin(), isMarked.end(), [&] { return random() % 2 == 0; });
            const std::vector<int> counts = map.counts(isMarked);
            for (const Box &box : map.boxes(view)) {
                int layers = 0;
                int marked = 0;
                qint64 bytes = 0;
                for (Index layer = 0; box.isStrip() && layer < Index(isMarked.size()); ++layer) {
                    Index below = layer;
                    while (below != LayerGraph::None && !map.isDrawn(below, view)) {
                        below = graph.parent(below);
                    }
                    const bool isIn = below == box.layer && below != layer;
                    layers += isIn;
                    marked += isIn && isMarked[size_t(layer)];
                    bytes += isIn ? graph.layer(layer).size : 0;
                }
                QCOMPARE(box.isStrip() ? map.layersIn(box) : 0, layers);
                QCOMPARE(box.isStrip() ? LayerMapLayout::sum(counts, box) : 0, marked);
                QCOMPARE(box.isStrip() ? map.bytesIn(box) : 0, bytes);
            }
        }
    }

    void layersWithoutBytesCanBeSeen()
    {
        const SnapshotPtr snapshot = storeFromText(u"a: a:1 [base=1000 empty=0]\nb: b:1 [none=0]\n"_s);
        const LayerMapLayout map(snapshot->layers());
        const View view = whole(map, {1000, 100});
        QCOMPARE(map.boxes(view).size(), size_t(3));
        QCOMPARE(map.weight(1), 16.0); // a twentieth of the average of 333
        const SnapshotPtr nothing = storeFromText(u"a: a:1 [x=0 y=0]\n"_s);
        const LayerMapLayout empty(nothing->layers());
        QCOMPARE(empty.boxes(whole(empty, {10, 100})).size(), size_t(2));
    }

    void manySlimSiblingsAreOneStrip()
    {
        QString text = u"big: big:1 [base=1000000 big=1000000]\n"_s;
        for (int i = 0; i < 500; ++i) {
            text += u"i%1: i:%1 [base=1000000 own%1=5000 on%1=5000]\n"_s.arg(i);
        }
        const SnapshotPtr snapshot = storeFromText(text);
        const LayerMapLayout map(snapshot->layers());
        const std::vector<Box> boxes = map.boxes(whole(map, {500, 100}));
        QCOMPARE(boxes.size(), size_t(3));
        QVERIFY(boxes[2].isStrip());
        QCOMPARE(map.layersIn(boxes[2]), 1000);
        QCOMPARE(map.bytesIn(boxes[2]), 5'000'000);
        QCOMPARE(boxes[2].rect.height(), 20);
        const View close =
            map.limited({.start = map.start(3), .span = 20'000, .size = {500, 100}, .rowHeight = 10});
        QVERIFY(map.isDrawn(3, close));
    }

    void neighbours()
    {
        const SnapshotPtr snapshot = storeFromText(
            u"a: a:1 [base=90 left=50 deep=10]\nb: b:1 [base=90 right=20]\nc: c:1 [other=9 top=3]\n"_s);
        const LayerMapLayout map(snapshot->layers());
        const auto named = [&](const QString &name) {
            const auto &layers = snapshot->layers().layers();
            const auto found = std::ranges::find(layers, diffIdOf(name), &Layer::diffId);
            return Index(found - layers.begin());
        };
        QCOMPARE(map.heaviestBase(), named(u"base"_s));
        QCOMPARE(map.child(named(u"base"_s)), named(u"left"_s));
        QCOMPARE(map.child(named(u"deep"_s)), LayerGraph::None);
        QCOMPARE(map.parent(named(u"base"_s)), LayerGraph::None);
        QCOMPARE(map.beside(named(u"left"_s), 1), named(u"right"_s));
        QCOMPARE(map.beside(named(u"right"_s), 1), named(u"top"_s));
        QCOMPARE(map.beside(named(u"top"_s), -1), named(u"right"_s));
        QCOMPARE(map.beside(named(u"deep"_s), 1), named(u"right"_s)); // as deep as it gets there
        QCOMPARE(map.beside(named(u"left"_s), -1), LayerGraph::None);
        QCOMPARE(map.beside(named(u"other"_s), 1), LayerGraph::None);
    }

    void nothingToDraw()
    {
        const LayerMapLayout map(storeFromText(u"a: a:1 []\n"_s)->layers());
        const View view = whole(map, {100, 100});
        QVERIFY(map.isEmpty());
        QVERIFY(map.boxes(view).empty());
        QVERIFY(map.boxAt({5, 5}, view).rect.isEmpty());
        QCOMPARE(map.around(view), LayerGraph::None);
    }
};

QTEST_APPLESS_MAIN(tst_LayerMapLayout)
#include "tst_layermaplayout.moc"
