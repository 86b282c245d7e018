// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imagecontent.h"

#include <QList>

#include <optional>
#include <vector>

namespace jettison {

/// A layer as the history of its image tells of it.
struct LinedUpLayer
{
    /// Bytes.
    qint64 size = 0;
    /// Position of what made it in the history.
    qsizetype entry = 0;
    /// Every way of lining up gives this size.
    bool isCertain = false;
};

/// Lines the layers of an image up with its history, base layer first. The API does not say which entries
/// made a layer: those with a size did, those without may have. None if they cannot be lined up, as where a
/// history is shorter than the chain.
/// @param known sizes that are certain from other images, as many as there are diff IDs
std::optional<std::vector<LinedUpLayer>> lineUp(const QList<DiffId> &diffIds,
    const QList<HistoryEntry> &history, const std::vector<std::optional<qint64>> &known);

} // namespace jettison
