// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// How long the layer graph and the preview of a removal take, beside what a script does that keeps a set of
// layers for each image. `bench_layers [IMAGES]`, 10,000 without a number; from a Release build.

#include "core/imageshares.h"
#include "core/removaleffect.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QSet>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

constexpr int Rounds = 11;

QString digest(const QString &text)
{
    return "sha256:"_L1
        + QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

void addLayers(ImageContent &content, int count, const QString &group)
{
    for (int i = 0; i < count; ++i) {
        const QString name = group + u'-' + QString::number(i);
        content.diffIds << DiffId(digest(name));
        *content.history << HistoryEntry{.createdBy = "/bin/sh -c make "_L1 + name, .size = 1000 + i}
                         << HistoryEntry{.createdBy = u"/bin/sh -c #(nop)  ENV A=b"_s};
    }
}

// Twelve layers: 3 of one of 20 systems, 2 of one of its 10 languages, 2 of one of the 5 to 10 programs
// written in each, and 5 of its own.
struct Source
{
    QList<Image> images;
    QList<Container> containers;
    ImageContents contents;
};

Source source(int images)
{
    const int programs = std::max(1, images / 5);
    Source source;
    for (int i = 0; i < images; ++i) {
        const int program = i % programs;
        ImageContent content{.history = QList<HistoryEntry>()};
        addLayers(content, 3, u"system %1"_s.arg(program % 20));
        addLayers(content, 2, u"language %1"_s.arg(program % 200));
        addLayers(content, 2, u"program %1"_s.arg(program));
        addLayers(content, 5, u"own %1"_s.arg(i));
        Image image{.id = ImageId(digest(u"image %1"_s.arg(i))),
            .references = {Reference(u"registry.example.com/team/program%1:%2"_s.arg(program).arg(i))},
            .parent = {},
            .created = {},
            .size = 3 * 1001 + 2 * 1000 + 1 + 2 * 1000 + 1 + 5 * 1002,
            .labels = {}};
        if (i % 4 == 0) {
            image.references << Reference(image.references.first().text() + "-stable"_L1);
        }
        if (i % 50 == 0) {
            const QString name = u"container%1"_s.arg(i);
            source.containers << Container{.id = ContainerId(digest(name).sliced(7)),
                .name = name,
                .image = image.id,
                .state = ContainerState::Running};
        }
        source.contents.insert(image.id, content);
        source.images << image;
    }
    return source;
}

/// A set of layers for each image, as one fills it from `docker image inspect`.
class Script
{
public:
    explicit Script(const Snapshot &snapshot)
    {
        const LayerGraph &graph = snapshot.layers();
        for (Snapshot::Index i = 0; i < snapshot.images().size(); ++i) {
            QHash<QString, qint64> layers;
            for (LayerGraph::Index at = graph.top(i); at != LayerGraph::None; at = graph.layer(at).parent) {
                layers.insert(graph.layer(at).chainId.text(), graph.layer(at).size);
            }
            m_layers.insert(snapshot.images()[i].id.text(), layers);
        }
    }

    qint64 freed(const QSet<QString> &going) const
    {
        QSet<QString> needed;
        QHash<QString, qint64> candidates;
        for (auto image = m_layers.cbegin(); image != m_layers.cend(); ++image) {
            const bool goes = going.contains(image.key());
            for (auto layer = image->cbegin(); layer != image->cend(); ++layer) {
                if (goes) {
                    candidates.insert(layer.key(), layer.value());
                } else {
                    needed.insert(layer.key());
                }
            }
        }
        qint64 bytes = 0;
        for (auto layer = candidates.cbegin(); layer != candidates.cend(); ++layer) {
            bytes += needed.contains(layer.key()) ? 0 : layer.value();
        }
        return bytes;
    }

private:
    QHash<QString, QHash<QString, qint64>> m_layers;
};

// The median of some rounds, in milliseconds. What a round has made is thrown away afterwards.
template <typename Work> double milliseconds(Work work)
{
    std::vector<double> times;
    for (int i = 0; i < Rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        [[maybe_unused]] const auto made = work();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

QList<RemovalTarget> selection(const Snapshot &snapshot, int count, std::mt19937 &random)
{
    QList<RemovalTarget> targets;
    for (const Image &image : snapshot.images()) {
        targets << RemovalTarget{.image = image.id};
    }
    std::ranges::shuffle(targets, random);
    return targets.first(count);
}

// One line of the table. False if the two ways do not come to the same.
bool compare(
    const SnapshotPtr &snapshot, const Script &script, const QList<RemovalTarget> &targets, bool force)
{
    const auto plan = [&] { return RemovalPlan::make(snapshot, targets, {.force = force}); };
    // As it follows a selection: the plan is thrown away.
    const double preview = milliseconds([&] { return RemovalEffect::of(plan()); });
    const double planning = milliseconds(plan);
    const RemovalPlan planned = plan();
    const double telling = milliseconds([&] { return RemovalEffect::of(planned); });
    QSet<QString> going;
    for (const Deletion &deletion : planned.deletions) {
        going.insert(snapshot->images()[deletion.image].id.text());
    }
    const double scripted = milliseconds([&] { return script.freed(going); });
    std::printf("%8d %6s %10.2f %10.2f %10.2f %10.2f %8.0fx\n", int(targets.size()), force ? "yes" : "no",
        planning, telling, preview, scripted, scripted / preview);
    return script.freed(going) == RemovalEffect::of(planned).freed.bytes;
}

} // namespace

int main(int argc, char *argv[])
{
    const int images = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 10'000;
    const Source store = source(images);
    const double made = milliseconds([&] { return LayerGraph::make(store.images, store.contents); });
    const auto snapshot =
        std::make_shared<const Snapshot>(StoreInfo{}, store.images, store.containers, store.contents);
    std::printf("%d images, %d layers, %d containers, times in ms\n\nLayerGraph::make %.1f\n", images,
        int(snapshot->layers().layers().size()), int(store.containers.size()), made);
    std::printf("ImageShares      %.1f\n\n", milliseconds([&] { return ImageShares(*snapshot); }));
    std::printf("%8s %6s %10s %10s %10s %10s %9s\n", "selected", "force", "plan", "effect", "preview",
        "script", "ratio");
    const Script script(*snapshot);
    std::mt19937 random(1);
    bool agrees = true;
    for (const int share : {10'000, 100, 10, 1}) {
        const QList<RemovalTarget> targets = selection(*snapshot, std::max(1, images / share), random);
        agrees = compare(snapshot, script, targets, false) && agrees;
    }
    agrees = compare(snapshot, script, selection(*snapshot, images, random), true) && agrees;
    std::printf("\n%s\n", agrees ? "The script frees the same." : "The script frees OTHER layers.");
    return agrees ? 0 : 1;
}
