// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/playedstore.h"

namespace jettison {

/// Docker with the containerd image store. Each reference is a record of its own there; images do not hold
/// the ones that they are built on, and layers are not reported. Rules: `ImageDelete` in moby's
/// daemon/containerd/image_delete.go.
class ContainerdStore : public PlayedStore
{
public:
    explicit ContainerdStore(const Snapshot &snapshot);

    std::optional<KeptImage::Reason> refusal(Index image, const QList<Reference> &references) const override;
    QList<RemovalLine> removeReference(Index image, const Reference &reference) override;
    QList<RemovalLine> removeImage(Index image) override;

private:
    QList<RemovalLine> untaggedLines(Index image, const QList<Reference> &untagged);
    bool knowsParents(Index image) const;
    void removeParents(Index image, QList<RemovalLine> &lines);

    /// Of each image, beside its names.
    std::vector<bool> m_hasNamelessRecord;
};

} // namespace jettison
