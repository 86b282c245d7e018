// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/imagefiles.h"

#include "core/filemerging.h"

#include <algorithm>

namespace jettison {

Result<ImageFiles> ImageFiles::make(const ImageId &image, std::vector<LayerListing> layers)
{
    FileMerging merging;
    for (LayerListing &layer : layers) {
        if (const Result<void> added = merging.add(layer); !added) {
            return tl::unexpected(added.error());
        }
        layer.entries = {};
    }
    return std::move(merging).finish(image);
}

std::vector<int> ImageFiles::biggest(int count) const
{
    std::vector<int> files;
    for (int i = 0; i < int(m_top.size()); ++i) {
        if (m_top[size_t(i)].size > 0) {
            files.push_back(i);
        }
    }
    const auto isBigger = [this](int one, int other) {
        const qint64 size = m_top[size_t(one)].size;
        const qint64 otherSize = m_top[size_t(other)].size;
        return size != otherSize ? size > otherSize : one < other;
    };
    const auto end = files.begin() + std::clamp<qsizetype>(count, 0, qsizetype(files.size()));
    std::ranges::partial_sort(files, end, isBigger);
    files.erase(end, files.end());
    return files;
}

} // namespace jettison
