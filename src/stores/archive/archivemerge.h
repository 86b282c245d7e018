// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/archiverewrite.h"

namespace jettison {

/// An image of the source that is wanted in the target.
struct WantedImage
{
    ImageId id = {};
    /// The names that it is to have there. Digest references are left out: only a registry gives them.
    QList<Reference> references = {};
    /// Of an image of several platforms, in a target that can hold one; empty: the one of this machine, else
    /// linux/amd64, else the first.
    QString platform = {};
};

/// A name that an image of the target loses to one that comes in.
struct MovedReference
{
    Reference reference = {};
    ImageId from = {};
    ImageId to = {};

    friend bool operator==(const MovedReference &, const MovedReference &) = default;
};

struct Merge
{
    Rewrite rewrite = {};
    QList<MovedReference> moved = {};
    /// By their IDs in the source, what images are called in the target.
    QHash<ImageId, ImageId> ids = {};
};

/// How images of one archive come into another. One that is there already gains its references only; layers
/// that are there are shared. An image in the form of `docker save` becomes an OCI manifest in a layout, with
/// its configuration unchanged; one platform of an OCI image becomes an entry of a manifest.json, its layers
/// unpacked. `source` was opened with Digests::Computed. NotFound: no such image or platform there.
/// BadRequest: it is no image, so that a manifest.json cannot hold it. BrokenArchive.
Result<Merge> planMerge(
    const OpenedArchive &target, const OpenedArchive &source, const QList<WantedImage> &images);

/// An archive that is still to be written: without images, and without a path.
OpenedArchive emptyArchive(ArchiveFormat format);

/// Writes an archive that planMerge() made of emptyArchive(), to a tar file or a folder. A file is written
/// beside, synced, read back and renamed, over another one if there is one; a folder must be empty or not
/// there, else Conflict. FileFailed, NoSpace, BrokenArchive, Cancelled.
Result<void> writeArchiveFile(const QString &path, Compression compression, const OpenedArchive &empty,
    const Rewrite &rewrite, const OpenedArchive &source, const CancelToken &cancel = {},
    const ArchiveProgress &progress = {});
Result<void> writeArchiveFolder(const QString &path, const OpenedArchive &empty, const Rewrite &rewrite,
    const OpenedArchive &source, const CancelToken &cancel = {}, const ArchiveProgress &progress = {});
/// The same to a device, as a tar archive that is not packed. It is not read back.
Result<void> writeArchive(QIODevice &device, const OpenedArchive &empty, const Rewrite &rewrite,
    const OpenedArchive &source, const CancelToken &cancel = {}, const ArchiveProgress &progress = {});

/// Layers of images that are not there yet, each once, and their bytes as they are packed in the archive.
struct NewLayers
{
    QList<ArchivedLayer> layers = {};
    qint64 bytes = 0;
};

NewLayers newLayers(const QList<ArchivedImage> &images, const QSet<DiffId> &present);
QSet<DiffId> diffIdsOf(const QList<ArchivedImage> &images);

/// The name under which engines know an image that an archive calls so: names are left as they are; the tag
/// alone that skopeo and umoci write follows the archive's own name. Empty for a digest.
Reference engineReference(const Reference &reference, const QString &archivePath);

} // namespace jettison
