// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/playedstore.h"

namespace jettison {

/// Docker's classic (graph driver) store; files do as it does. The engine reports layers right behind their
/// image. Rules: `ImageDelete` in moby's daemon/images/image_delete.go.
class ClassicStore : public PlayedStore
{
public:
    explicit ClassicStore(const Snapshot &snapshot);

    std::optional<KeptImage::Reason> refusal(Index image, const QList<Reference> &references) const override;
    QList<RemovalLine> removeReference(Index image, const Reference &reference) override;
    QList<RemovalLine> removeImage(Index image) override;

private:
    void removeWithParents(Index image, QList<RemovalLine> &lines);
};

} // namespace jettison
