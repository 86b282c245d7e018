// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imageimport.h"
#include "stores/archive/archivemerge.h"

namespace jettison {

/// An archive and where its images are to go.
struct ImportPlace
{
    /// Opened with Digests::Computed.
    const OpenedArchive &source;
    const Snapshot &snapshot;
    /// The store itself, where it is a file; null for an engine, which is given an archive of `docker save`
    /// however old it is.
    const OpenedArchive *target = nullptr;
};

/// How the images come there: into the file, or into an archive to be loaded. NotFound, BrokenArchive;
/// BadRequest: an engine cannot have it.
Result<Merge> planImport(const ImportPlace &place, const QList<RemovalTarget> &targets);

/// How the store will know a name of the archive.
Reference nameInStore(const ImportPlace &place, const Reference &reference);

/// What each image is called in the store, by its ID in the archive: `ids` of ImportPreview::Entry.
QHash<ImageId, QList<ImageId>> storeIds(const ImportPlace &place, const Merge &merge);

/// What would come, all images together. In an engine a layer is new if its chain is, in a file if its
/// content is; there its size is what is written, and for an engine what it unpacks to. That is what Podman
/// tells; for others it is an estimate, until somebody counts the files in it. BrokenArchive.
Result<ImportPreview> previewImport(const ImportPlace &place);

} // namespace jettison
