// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace jettison {

/// Bytes of layers, and whether the store told them for certain.
struct ByteCount
{
    qint64 bytes = 0;
    bool isEstimate = false;

    void add(qint64 size, bool sizeIsEstimate)
    {
        bytes += size;
        isEstimate = isEstimate || sizeIsEstimate;
    }

    friend bool operator==(const ByteCount &, const ByteCount &) = default;
};

} // namespace jettison
