// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/layerentry.h"
#include "stores/archive/tarreader.h"
#include "stores/canceltoken.h"

#include <vector>

namespace jettison {

/// What the layers of an image may have, all together, before they are refused: it is all kept in memory.
struct LayerLimits
{
    qsizetype entries = 2'000'000;
    /// Of all names.
    qsizetype characters = 200'000'000;
};

/// Reads what stands in layers; their contents pass by. Any thread, one at a time.
class LayerReading
{
public:
    explicit LayerReading(CancelToken cancel = {}, LayerLimits limits = {});

    /// One layer, packed or not, to the end of the device, which stands at its beginning. BrokenArchive: it
    /// is no layer, is cut short or damaged, or goes beyond the limits. Cancelled, FileFailed.
    Result<LayerListing> readLayer(QIODevice &packed);
    /// All files of an archive of images that are layers, whatever their names, each once.
    Result<std::vector<LayerListing>> readArchive(QIODevice &archive);

private:
    Result<void> add(TarReader &tar, const TarEntry &member, LayerListing &layer);
    Result<quint64> contentOf(TarReader &tar);

    CancelToken m_cancel;
    LayerLimits m_left;
};

} // namespace jettison
