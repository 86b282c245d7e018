// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/snapshot.h"

#include <QJsonArray>
#include <QJsonObject>

namespace jettison::cli {

/// As they stand in every answer: `id`, `name`, `state`.
QJsonArray containersToJson(const QList<Container> &containers);
/// null where nobody knows; an estimate says so in a field of its own.
QJsonValue bytesToJson(const std::optional<ByteCount> &count);

/// The images of `ls --format json`. What is not known is null.
QJsonArray imagesToJson(const Snapshot &snapshot, bool withIntermediate);

/// The layers of `tree --format json`; `withNeeding`: with all images that need each, not only those that end
/// there.
QJsonArray layersToJson(
    const Snapshot &snapshot, const std::vector<LayerGraph::Index> &layers, bool withNeeding);

} // namespace jettison::cli
