// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <vector>

namespace jettison {

/// What a store keeps packed for an image: these contents, of which it tells the sum alone.
struct PackedChain
{
    /// Numbers of contents, each once.
    std::vector<int> contents;
    qint64 bytes = 0;
};

/// What each content takes packed. Where chains end on one another, their differences are facts; below that
/// only sums are known, which are shared out so that each chain still adds up.
struct PackedSizes
{
    static constexpr int NoGroup = -1;

    /// Of each content.
    std::vector<qint64> bytes;
    std::vector<bool> isCertain;
    /// Contents with the same number are uncertain, but their sum is certain.
    std::vector<int> groups;
    /// How many contents each group has.
    std::vector<int> groupSizes;

    /// @param weights of each content: how much of a sum is its part if nothing tells more, such as its
    ///     unpacked bytes
    static PackedSizes estimate(std::vector<PackedChain> chains, const std::vector<qint64> &weights);
};

} // namespace jettison
