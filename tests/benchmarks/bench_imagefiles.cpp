// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// How long it takes to find what the layers of an image overwrite and hide, beside what a script does that
// keeps one map of paths. `bench_imagefiles [FILES]`, 200,000 without a number; from a Release build.

#include "core/filetree.h"
#include "models/filesmodel.h"

#include <QElapsedTimer>
#include <QMap>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

constexpr int Rounds = 5;
constexpr int Layers = 12;

QString pathOf(int file)
{
    return u"usr/lib/python3/dist-packages/package%1/module%2/file%3.py"_s.arg(file / 400)
        .arg(file / 20 % 20)
        .arg(file % 20);
}

// The lowest layer has half of the files; those above add the others, write each thirtieth again and hide a
// folder of each hundredth package.
std::vector<LayerListing> image(int files)
{
    std::vector<LayerListing> layers(Layers);
    for (int i = 0; i < files; ++i) {
        const int layer = i % 2 == 0 ? 0 : 1 + i / 400 % (Layers - 1);
        layers[size_t(layer)].entries.push_back({.path = pathOf(i), .size = 1000 + i, .mode = 0644});
        if (i % 30 == 0) {
            layers[size_t(1 + i / 30 % (Layers - 1))].entries.push_back(
                {.path = pathOf(i), .size = 2000 + i, .mode = 0644});
        }
    }
    for (int package = 0; package * 400 < files; package += 4) {
        layers[size_t(1 + package % (Layers - 1))].entries.push_back(
            {.path = u"usr/lib/python3/dist-packages/package%1/module3"_s.arg(package),
                .type = LayerEntry::Type::Whiteout});
    }
    return layers;
}

// What is seen by its path; a whiteout looks at each of them.
qint64 naiveWaste(const std::vector<LayerListing> &layers)
{
    QMap<QString, qint64> seen;
    qint64 wasted = 0;
    for (const LayerListing &layer : layers) {
        for (const LayerEntry &entry : layer.entries) {
            if (!entry.isWhiteout()) {
                continue;
            }
            const QString below = entry.path + u'/';
            for (auto file = seen.begin(); file != seen.end();) {
                const bool isHidden = file.key() == entry.path || file.key().startsWith(below);
                wasted += isHidden ? *file : 0;
                file = isHidden ? seen.erase(file) : std::next(file);
            }
        }
        for (const LayerEntry &entry : layer.entries) {
            if (!entry.isWhiteout()) {
                wasted += seen.value(entry.path);
                seen.insert(entry.path, entry.size);
            }
        }
    }
    return wasted;
}

// Milliseconds, the median of some rounds.
template <typename Work> double measure(int rounds, Work work)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

} // namespace

int main(int argc, char *argv[])
{
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 200'000;
    const std::vector<LayerListing> layers = image(count);
    ImageFiles files;
    const double merging =
        measure(Rounds, [&] { files = ImageFiles::make(ImageId(u"image"_s), layers).value(); });
    qint64 expected = 0;
    const double naive = measure(1, [&] { expected = naiveWaste(layers); });
    size_t rows = 0;
    const double layerTree = measure(Rounds, [&] { rows += FileTree::ofLayer(files, 0).rows.size(); });
    const double imageTree = measure(Rounds, [&] { rows += FileTree::ofImage(files).rows.size(); });
    const double biggest = measure(Rounds, [&] { rows += files.biggest(200).size(); });
    const auto shared = std::make_shared<const ImageFiles>(files);
    FilesModel model;
    const double showing = measure(Rounds, [&] { model.setFiles(shared, FilesModel::WholeImage); });
    const double sorting = measure(Rounds, [&] { model.sort(FilesModel::NameColumn, Qt::AscendingOrder); });
    const double filtering = measure(Rounds, [&] { model.setFilter(u"file7"_s); });
    const double byPath = measure(Rounds, [&] { model.setFilter(u"module3/file7"_s); });
    if (files.wastedBytes() != expected) {
        std::printf("%lld bytes wasted, not %lld\n", (long long)files.wastedBytes(), (long long)expected);
        return 1;
    }
    std::printf("%zu entries in %d layers, %lld bytes wasted\n", files.entries().size(), Layers,
        (long long)files.wastedBytes());
    std::printf("what each entry does:  %8.1f ms; one map of paths: %.1f ms, %.0f times as long\n", merging,
        naive, naive / merging);
    std::printf("tree of a layer:       %8.1f ms\ntree of the image:     %8.1f ms\n", layerTree, imageTree);
    std::printf("the 200 biggest files: %8.1f ms\n", biggest);
    std::printf("shown in the window:   %8.1f ms\nsorted anew:           %8.1f ms\n", showing, sorting);
    std::printf("filtered by name:      %8.1f ms\nfiltered by path:      %8.1f ms\n", filtering, byPath);
    return rows > 0 ? 0 : 1;
}
