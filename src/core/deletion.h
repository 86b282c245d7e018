// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/snapshot.h"

namespace jettison {

/// An image that goes, by its own removal or pruned with its last child.
struct Deletion
{
    Snapshot::Index image = Snapshot::None;
    /// How many layers go with it: the next ones among all that are freed.
    int layers = 0;

    friend bool operator==(const Deletion &, const Deletion &) = default;
};

} // namespace jettison
