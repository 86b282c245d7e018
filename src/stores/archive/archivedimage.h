// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/image.h"
#include "stores/archive/imageconfig.h"

#include <QList>
#include <QString>

namespace jettison {

/// A layer as an archive holds it.
struct ArchivedLayer
{
    DiffId diffId;
    /// Of its file in the archive, links followed.
    QString path;
    /// Bytes of that file, packed as it is.
    qint64 size = 0;
};

/// What an image is made of for one platform.
struct ArchivedPlatform
{
    ImageConfig config;
    /// Base layer first, as many as the configuration has diff IDs.
    QList<ArchivedLayer> layers;
};

/// An image as an archive holds it.
struct ArchivedImage
{
    ImageId id;
    /// In the archive's order.
    QList<Reference> references = {};
    /// Empty if there is none in the archive.
    ImageId parent = {};
    /// Nearly always one.
    QList<ArchivedPlatform> platforms = {};
};

} // namespace jettison
