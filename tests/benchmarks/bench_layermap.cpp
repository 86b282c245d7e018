// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// How long a frame of the map of layers takes, beside a painter that draws every layer.
// `bench_layermap [IMAGES]`, 10,000 of 12 layers without a number; from a Release build.

#include "gui/layermaplayout.h"
#include "gui/layermappainter.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using namespace jettison;

using Fate = RemovalEffect::Fate;
using View = LayerMapLayout::View;

namespace {

constexpr int Frames = 50;
constexpr QSize FrameSize(1600, 600);
constexpr int RowHeight = 36;

class Store
{
public:
    // 3 layers of a system, 2 of a language, 2 of a program and 5 of its own each.
    static LayerGraph graph(int images)
    {
        Store store;
        const int programs = std::max(1, images / 5);
        for (int i = 0; i < images; ++i) {
            const int program = i % programs;
            ImageContent content{.history = QList<HistoryEntry>()};
            store.add(content, u"system %1"_s.arg(program % 20), 3, 1e6, 1e8);
            store.add(content, u"language %1"_s.arg(program % 200), 2, 1e6, 1e8);
            store.add(content, u"program %1"_s.arg(program), 2, 1e4, 1e7);
            store.add(content, u"own %1"_s.arg(i), 5, 1e2, 1e7);
            Image image{.id = ImageId(digest(u"image %1"_s.arg(i))),
                .references = {},
                .parent = {},
                .created = {},
                .labels = {}};
            for (const HistoryEntry &entry : std::as_const(*content.history)) {
                image.size += entry.size;
            }
            store.m_contents.insert(image.id, content);
            store.m_images << image;
        }
        return LayerGraph::make(store.m_images, store.m_contents);
    }

private:
    static QString digest(const QString &text)
    {
        const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
        return "sha256:"_L1 + QString::fromLatin1(hash);
    }

    void add(ImageContent &content, const QString &group, int count, double least, double most)
    {
        for (int i = 0; i < count; ++i) {
            const QString name = group + u'-' + QString::number(i);
            qint64 &size = m_sizes[name];
            if (size == 0) {
                size = qint64(least * std::pow(most / least, m_any(m_random)));
            }
            content.diffIds << DiffId(digest(name));
            *content.history << HistoryEntry{
                .createdBy = "/bin/sh -c apt-get install -y "_L1 + name, .size = size};
        }
    }

    QList<Image> m_images;
    ImageContents m_contents;
    QHash<QString, qint64> m_sizes;
    std::mt19937 m_random{1};
    std::uniform_real_distribution<> m_any{0, 1};
};

void drawInSight(
    QPainter &painter, const LayerGraph &graph, const LayerMapLayout &map, const View &view, Fate fate)
{
    LayerMapPainter to(painter, QGuiApplication::palette(), graph);
    for (const LayerMapLayout::Box &box : map.boxes(view)) {
        to.draw(box, {.fate = fate});
    }
}

// The painter's clipping keeps the rest out of the picture, as it would in a window.
void drawEvery(
    QPainter &painter, const LayerGraph &graph, const LayerMapLayout &map, const View &view, Fate fate)
{
    LayerMapPainter to(painter, QGuiApplication::palette(), graph);
    for (LayerGraph::Index layer = 0; layer < LayerGraph::Index(graph.layers().size()); ++layer) {
        to.draw({.rect = map.rect(layer, view), .layer = layer}, {.fate = fate});
    }
}

// Mean and worst of the views, in milliseconds.
struct Times
{
    double mean = 0;
    double worst = 0;
};

template <typename Draw> Times timesOf(const std::vector<View> &views, Draw draw)
{
    const auto timeOf = [&](const View &view) {
        QImage image(FrameSize, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QElapsedTimer timer;
        timer.start();
        QPainter painter(&image);
        draw(painter, view);
        painter.end();
        return double(timer.nsecsElapsed()) / 1e6;
    };
    timeOf(views.front()); // fonts are loaded
    std::vector<double> times;
    std::ranges::transform(views, std::back_inserter(times), timeOf);
    return {.mean = std::reduce(times.begin(), times.end()) / double(times.size()),
        .worst = std::ranges::max(times)};
}

void compare(const char *name, const LayerGraph &graph, const LayerMapLayout &map,
    const std::vector<View> &views, Fate fate)
{
    const Times ours = timesOf(
        views, [&](QPainter &painter, const View &view) { drawInSight(painter, graph, map, view, fate); });
    const Times every = timesOf(
        views, [&](QPainter &painter, const View &view) { drawEvery(painter, graph, map, view, fate); });
    std::printf("%-10s %7d %9.2f %9.2f %9.2f %9.2f %7.1fx\n", name, int(map.boxes(views.front()).size()),
        ours.mean, ours.worst, every.mean, every.worst, every.mean / ours.mean);
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const QGuiApplication application(argc, argv);
    const int images = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 10'000;
    const LayerGraph graph = Store::graph(images);
    QElapsedTimer timer;
    timer.start();
    const LayerMapLayout map(graph);
    std::printf("%d images, %d layers; LayerMapLayout made in %.1f ms\n", images, int(graph.layers().size()),
        double(timer.nsecsElapsed()) / 1e6);
    std::printf("ms of a frame of %dx%d, mean and worst\n\n", FrameSize.width(), FrameSize.height());
    std::printf("%-10s %7s %9s %9s %9s %9s %8s\n", "", "boxes", "map", "worst", "every", "worst", "ratio");

    const View whole = map.limited({.span = map.weight(), .size = FrameSize, .rowHeight = RowHeight});
    std::vector<View> zoomed;
    std::vector<View> panned;
    for (int i = 0; i < Frames; ++i) {
        View view = whole;
        view.span = map.weight() * std::pow(1.2, -i);
        view.start = (map.weight() - view.span) / 3;
        zoomed.push_back(map.limited(view));
        view.span = map.weight() / 10;
        view.start = (map.weight() - view.span) * i / Frames;
        panned.push_back(map.limited(view));
    }
    compare("whole", graph, map, std::vector<View>(Frames, whole), Fate::Untouched);
    compare("all going", graph, map, std::vector<View>(Frames, whole), Fate::Goes);
    compare("zooming", graph, map, zoomed, Fate::Untouched);
    compare("panning", graph, map, panned, Fate::Untouched);
    return 0;
}
