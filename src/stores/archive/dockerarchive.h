// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/archivedimage.h"

/// The format that `docker save` writes, through its `manifest.json`.
/// https://github.com/moby/docker-image-spec (v1.2, "Combined Image JSON + Filesystem Changeset Format")
namespace jettison::dockerarchive {

constexpr auto ManifestPath = QLatin1StringView("manifest.json");
constexpr auto RepositoriesPath = QLatin1StringView("repositories");

/// The images of an archive, each once. Where it is an OCI layout as well, as Docker 25 and newer write it,
/// they know their other names, and what only the layout has follows. NotAnArchive: there is no
/// `manifest.json`. BrokenArchive: it cannot be read, or names what is not in the archive.
Result<QList<ArchivedImage>> images(const ArchiveCatalog &catalog);

/// See verifyImages().
Result<void> verify(
    const ArchiveCatalog &catalog, const QList<ArchivedImage> &images, const QList<ImageId> &wanted);

} // namespace jettison::dockerarchive
