// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/archivecatalog.h"
#include "stores/archive/archivedimage.h"

/// The format that `docker save` writes, through its `manifest.json`.
/// https://github.com/moby/docker-image-spec (v1.2, "Combined Image JSON + Filesystem Changeset Format")
namespace jettison::dockerarchive {

constexpr auto ManifestPath = QLatin1StringView("manifest.json");

/// The images of an archive, each once. NotAnArchive: there is no `manifest.json`. BrokenArchive: it cannot
/// be read, or names what is not in the archive.
Result<QList<ArchivedImage>> images(const ArchiveCatalog &catalog);

/// Whether all of these images are there, and everything that they are made of has the digest by which it is
/// named. `catalog` was read with digests. BrokenArchive names the first that is not as it must be.
Result<void> verify(
    const ArchiveCatalog &catalog, const QList<ArchivedImage> &images, const QList<ImageId> &wanted);

} // namespace jettison::dockerarchive
