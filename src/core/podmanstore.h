// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/playedstore.h"

namespace jettison {

/// Podman. Images do not hold the ones that they are built on: such a one goes without a word, and its layers
/// stay. Layers are not reported. Rules: `removeRecursive` in containers/common's libimage/image.go.
class PodmanStore : public PlayedStore
{
public:
    explicit PodmanStore(const Snapshot &snapshot);

    std::optional<KeptImage::Reason> refusal(Index image, const QList<Reference> &references) const override;
    QList<RemovalLine> removeReference(Index image, const Reference &reference) override;
    QList<RemovalLine> removeImage(Index image) override;

private:
    bool isLastOwn(Index image) const;
    void removeWithParents(Index image, QList<RemovalLine> &lines);
};

} // namespace jettison
