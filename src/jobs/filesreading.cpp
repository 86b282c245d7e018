// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/filesreading.h"

#include "jobs/patience.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

Result<ImageFilesPtr> merged(const ImageId &image, std::vector<LayerListing> layers)
{
    return ImageFiles::make(image, std::move(layers)).map([](ImageFiles files) -> ImageFilesPtr {
        return std::make_shared<const ImageFiles>(std::move(files));
    });
}

} // namespace

Result<ImageFilesPtr> readImageFiles(Store &store, const ImageId &image,
    const std::function<void(qint64 bytes)> &progress, const CancelToken &cancel)
{
    const Result<ImageContent> content = store.content(image, callWith(cancel));
    if (!content) {
        return tl::unexpected(content.error());
    }
    // Engines refuse to make an archive of nothing.
    if (content->diffIds.isEmpty()) {
        return merged(image, {});
    }
    const Call call{.deadline = QDeadlineTimer(QDeadlineTimer::Forever), .cancel = cancel};
    Result<std::vector<LayerListing>> read = store.readLayers(image, progress, call);
    if (!read) {
        return tl::unexpected(read.error());
    }
    // One layer may stand in a chain several times.
    std::vector<LayerListing> layers;
    for (const DiffId &diffId : content->diffIds) {
        const auto found = std::ranges::find(*read, diffId, &LayerListing::diffId);
        if (found == read->end()) {
            return fail(ErrorCode::BrokenArchive, u"the layer %1 is missing or damaged"_s.arg(diffId.text()));
        }
        layers.push_back(*found);
    }
    read->clear();
    return merged(image, std::move(layers));
}

} // namespace jettison
