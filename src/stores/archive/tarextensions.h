// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace jettison {

/// What the extensions before a tar header say instead of it.
struct TarExtensions
{
    /// Beyond any disk, and far from where sums of sizes overflow.
    static constexpr qint64 MaxSize = qint64(1) << 56;

    std::optional<QString> path = {};
    std::optional<QString> linkTarget = {};
    /// -1 if it is no number.
    std::optional<qint64> size = {};
    /// Of a sparse file.
    std::optional<qint64> fileSize = {};
    std::optional<qint64> owner = {};
    std::optional<qint64> group = {};
    bool isSparse = false;

    /// Records of PAX.
    void take(const QMap<QByteArray, QByteArray> &records);
};

} // namespace jettison
