// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/containerengine.h"

#include <QMap>

namespace jettison {

/// What lies on an engine's disk for the layers of images, whatever its interface tells of them, with the
/// bytes as it counts them.
struct StoredLayers
{
    /// By chain ID: of the files in a layer; in containerd's store of the blocks that these take, and none
    /// where they are not unpacked; in Podman of the layer as an archive.
    QMap<QString, qint64> layers = {};
    /// By digest: layers that containerd's store keeps packed, too.
    QMap<QString, qint64> packed = {};

    static StoredLayers of(const ContainerEngine &engine);
    /// What is here and no longer there.
    StoredLayers without(const StoredLayers &other) const;
    qint64 bytes() const;
};

} // namespace jettison
