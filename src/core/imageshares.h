// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/bytecount.h"
#include "core/snapshot.h"

#include <QHash>

#include <vector>

namespace jettison {

/// What an image or a repository has for itself and what it shares.
struct Share
{
    /// Images counted.
    int images = 1;
    /// Layers that nobody else needs: what its removal frees, once no container uses it.
    ByteCount unique = {};
    /// Layers that others need as well.
    ByteCount shared = {};

    friend bool operator==(const Share &, const Share &) = default;
};

/// Unique and shared bytes of all images and repositories of a snapshot. A parent that the engine prunes with
/// its last child does not count as somebody who needs a layer. Everything is 0 while the layers are unread.
class ImageShares
{
public:
    ImageShares() = default;
    explicit ImageShares(const Snapshot &snapshot);

    const Share &image(Snapshot::Index image) const { return m_images[size_t(image)]; }
    /// Of the images that have a name in it. One that has a name elsewhere as well would stay, so what it
    /// needs is shared.
    Share repository(const QString &name) const { return m_repositories.value(name); }

private:
    std::vector<Share> m_images;
    QHash<QString, Share> m_repositories;
};

} // namespace jettison
