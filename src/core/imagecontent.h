// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ids.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace jettison {

/// One step of how an image was built. Steps that only set metadata made no layer.
struct HistoryEntry
{
    /// As the builder recorded it, such as `/bin/sh -c #(nop)  ENV A=b`.
    QString createdBy;
    /// Bytes that the step added.
    qint64 size = 0;

    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

/// What an image ID stands for: for those platforms that the store has, it never changes, so it can be kept
/// for as long as one likes.
struct ImageContent
{
    /// ImageVariant::digest of its platform, where the store tells several apart.
    QString manifest = {};
    /// Base layer first. Empty for an image without layers.
    QList<DiffId> diffIds = {};
    /// Oldest first. None if it was not asked for.
    std::optional<QList<HistoryEntry>> history = {};
    /// Bytes of each layer, where the store tells them. Then the history, if there is one, has an entry for
    /// each layer and no others.
    QList<qint64> sizes = {};
    /// The same image for other platforms.
    std::vector<ImageContent> others = {};

    friend bool operator==(const ImageContent &, const ImageContent &) = default;
};

using ImageContents = QHash<ImageId, ImageContent>;

} // namespace jettison
