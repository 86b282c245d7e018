// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/archivelisting.h"

namespace jettison {

/// A file of another archive that comes in.
struct AddedFile
{
    /// In the target.
    QString path = {};
    /// Bytes that it has there.
    qint64 size = 0;
    /// It is unpacked on the way.
    bool isUnpacked = false;

    friend bool operator==(const AddedFile &, const AddedFile &) = default;
};

/// What becomes of an archive. Everything that is not named stays as it is.
struct Rewrite
{
    /// Small files that are new or have another content, by their path.
    QHash<QString, QByteArray> replaced = {};
    QSet<QString> dropped = {};
    /// By the path of a file in the source.
    QHash<QString, AddedFile> added = {};
    /// What the archive must hold when it is done.
    ImageReferences expected = {};
};

/// Leaves these images alone, with these references of theirs alone; what no image that stays needs is
/// dropped, and what no image knows is kept. BrokenArchive.
Result<Rewrite> planRemoval(const OpenedArchive &archive, const ImageReferences &staying);
/// Bytes in the archive that a rewrite drops, and bytes that come in.
qint64 droppedBytes(const OpenedArchive &archive, const Rewrite &rewrite);
qint64 addedBytes(const Rewrite &rewrite);

/// Carries a rewrite out; `source` is where added files come from. A tar archive is written beside, packed as
/// it was, synced, read back, compared with what it must be, and put in the place of the old one by a
/// rename. In a folder, new blobs come first, then the index, and blobs go last. Whatever happens, and
/// whenever it is killed, the archive is whole: as it was or as it should be.
/// Conflict: the archive was changed since it was opened, or another program of this kind is at it.
/// FileFailed, NoSpace, BrokenArchive, Cancelled. After FileFailed in a folder the images may be gone and
/// blobs left over.
Result<void> rewriteArchive(const OpenedArchive &archive, const Rewrite &rewrite,
    const OpenedArchive *source = nullptr, const CancelToken &cancel = {},
    const ArchiveProgress &progress = {});

/// Carries it out in a copy, in a tar file that is written like an archive's own; the archive stays as it is.
Result<void> copyArchive(const OpenedArchive &archive, const Rewrite &rewrite, const QString &path,
    Compression compression, const CancelToken &cancel = {}, const ArchiveProgress &progress = {});

} // namespace jettison
