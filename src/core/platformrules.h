// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/keptimage.h"
#include "core/removalrequests.h"
#include "core/snapshot.h"

#include <QHash>

#include <optional>

namespace jettison {

/// Whether one platform of an image can be removed alone. The engine deletes all layers that the platform
/// names, even those that other platforms and other images need, and leaves an image with a name and nothing
/// else: both must be refused here. Rules: `deleteImagePlatforms` in moby's
/// daemon/containerd/image_delete.go.
class PlatformRules
{
public:
    /// The snapshot must live on.
    explicit PlatformRules(const Snapshot &snapshot)
        : m_snapshot(snapshot)
    {
    }

    /// Why the platform with that digest, which the request names, has to stay.
    std::optional<KeptImage> refusal(const RemovalRequest &request, const QString &platform);

private:
    using Index = Snapshot::Index;

    KeptImage kept(Index image, KeptImage::Reason reason, const QString &name) const;
    void countContents();
    /// Images that have a layer of the chain, the one itself for its other platforms.
    std::vector<int> sharers(LayerGraph::Index top, Index image, const QString &platform);
    bool hasTwin(Index image, const ImageVariant &variant) const;

    const Snapshot &m_snapshot;
    /// Layers with each content; empty until it is needed.
    QHash<DiffId, std::vector<LayerGraph::Index>> m_layers;
};

} // namespace jettison
