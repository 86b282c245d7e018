// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removaleffect.h"
#include "core/snapshot.h"

#include <QString>

/// What is shown of a layer, in the tree, the map and the terminal alike.
namespace jettison::layertext {

/// The instruction that made it; where no history tells, its shortened diff ID.
QString title(const Layer &layer);
/// `7.8 MB`, or `about 7.8 MB`.
QString size(const Layer &layer);
/// The names of the images that end there.
QString endingImages(const Snapshot &snapshot, const Layer &layer);
/// The images that need it: `app:1, app:2, app:3 and 3 more`.
QString needingImages(const Snapshot &snapshot, LayerGraph::Index layer);
/// `goes`, or `stays: app:1, app:2 and 3 more`; empty if no chosen image needs it.
QString fate(const Snapshot &snapshot, const RemovalEffect &effect, LayerGraph::Index layer);
/// All of the above in lines, with the whole chain ID.
QString toolTip(const Snapshot &snapshot, const RemovalEffect &effect, LayerGraph::Index layer);

} // namespace jettison::layertext
