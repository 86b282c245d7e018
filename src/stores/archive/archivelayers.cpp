// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archivelayers.h"

#include "stores/archive/archivefiles.h"
#include "stores/archive/layerreading.h"

#include <algorithm>

namespace jettison {

namespace {

// What is not in the archive is left out: whether it is needed is for the caller to see.
QSet<QString> pathsOf(const ArchivedImage &image)
{
    QSet<QString> paths;
    if (!image.platforms.isEmpty()) {
        for (const ArchivedLayer &layer : image.platforms.first().layers) {
            if (!layer.path.isEmpty() && !layer.diffId.isEmpty()) {
                paths.insert(layer.path);
            }
        }
    }
    return paths;
}

} // namespace

Result<std::vector<LayerListing>> readLayersOf(const OpenedArchive &archive, const ImageId &id,
    const std::function<void(qint64 bytes)> &progress, const CancelToken &cancel)
{
    const auto image = std::ranges::find(archive.images, id, &ArchivedImage::id);
    if (image == archive.images.end()) {
        return fail(ErrorCode::NotFound, id.text());
    }
    LayerReading reading(cancel);
    std::vector<LayerListing> layers;
    qint64 bytes = 0;
    const auto take = [&](const QString &path, QIODevice &content) -> Result<void> {
        Result<LayerListing> layer = reading.readLayer(content);
        if (!layer) {
            return tl::unexpected(layer.error());
        }
        layers.push_back(std::move(*layer));
        const ArchiveFile *file = archive.catalog.find(path);
        bytes += file ? file->size : 0;
        progress(bytes);
        return {};
    };
    const Result<void> read = readFiles(archive, pathsOf(*image), take, cancel);
    return read ? Result<std::vector<LayerListing>>(std::move(layers)) : tl::unexpected(read.error());
}

} // namespace jettison
