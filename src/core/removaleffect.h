// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalplan.h"

#include <vector>

namespace jettison {

/// What a plan means for the layers of the images that were chosen: what goes, what stays, and because of
/// how many others. Pure and fast enough to follow a selection.
struct RemovalEffect
{
    enum class Fate : quint8 {
        Untouched, ///< no chosen image needs it
        Goes,
        Stays, ///< a chosen image needs it, and so does something that stays
    };

    /// Chosen, each counted once.
    int images = 0;
    /// Of the layers that the chosen images need, each counted once: the freed and the kept ones.
    ByteCount size;
    ByteCount freed;
    ByteCount kept;
    /// Images that stay and need layers of the chosen ones. An image that is chosen but stays is one of them,
    /// and so is one without a name that comes to light since all that was built on it goes.
    int keepers = 0;
    /// Of each layer of the graph. Empty while the snapshot's layers are unread.
    std::vector<Fate> fates;
    /// Of each image of the snapshot.
    std::vector<bool> imageGoes;

    static RemovalEffect of(const RemovalPlan &plan);

    Fate fate(LayerGraph::Index layer) const
    {
        return fates.empty() ? Fate::Untouched : fates[size_t(layer)];
    }
};

} // namespace jettison
