// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/image.h"
#include "stores/archive/archivecatalog.h"
#include "stores/archive/imageconfig.h"

#include <QList>
#include <QSet>
#include <QString>

namespace jettison {

/// What a manifest stands for. Attestation: what a builder says of an image beside it. Artifact: anything
/// else that registries keep, such as a Helm chart, or what this program does not know.
enum class ArchivedKind { Image, Attestation, Artifact };

/// A layer as an archive holds it, or another blob of an attestation or artifact.
struct ArchivedLayer
{
    /// Empty but for an image.
    DiffId diffId = {};
    /// Of its file in the archive, links followed; empty if it is not there.
    QString path = {};
    /// Bytes of that file, packed as it is.
    qint64 size = 0;
    /// Of that file, if the archive tells; and what is in it.
    QString digest = {};
    QString mediaType = {};
};

/// What an image is made of for one platform; or what stands beside it, such as an attestation.
struct ArchivedPlatform
{
    ArchivedKind kind = ArchivedKind::Image;
    /// `os/architecture/variant`; empty if it is not told.
    QString name = {};
    /// Of its manifest; empty if there is none.
    QString digest = {};
    /// Of its manifest; of an artifact what it says that it is.
    QString mediaType = {};
    /// All that it is made of is in the archive. An archive may hold some platforms of an image only.
    bool isPresent = true;
    /// Of the configuration's file, links followed.
    QString configPath = {};
    /// Set for an image that is present.
    QString configDigest = {};
    ImageConfig config = {};
    /// Base layer first; of an image as many as the configuration has diff IDs.
    QList<ArchivedLayer> layers = {};
};

/// An image as an archive holds it.
struct ArchivedImage
{
    /// Digest of its configuration in an archive of `docker save`, of its manifest or index in a layout.
    ImageId id = {};
    ArchivedKind kind = ArchivedKind::Image;
    /// Of its manifest or index; empty if there is none.
    QString mediaType = {};
    /// In the archive's order, spelled as they stand there.
    QList<Reference> references = {};
    /// Empty if there is none in the archive.
    ImageId parent = {};
    /// Nearly always one.
    QList<ArchivedPlatform> platforms = {};
    /// Digests of its manifests and indexes, where the archive has them and the image another ID: what the
    /// image is called by engines that keep images like a registry.
    QList<ImageId> aliases = {};
    /// Everything in the archive that serves this image, links included. What is shared with other images
    /// stands with each of them.
    QSet<QString> paths = {};
};

/// Whether all of these images are there, and everything that they are made of has the digest by which it is
/// named. `catalog` was read with Digests::Computed. BrokenArchive names the first that is not as it must be.
Result<void> verifyImages(
    const ArchiveCatalog &catalog, const QList<ArchivedImage> &images, const QList<ImageId> &wanted);

} // namespace jettison
