// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/archivedimage.h"
#include "stores/archive/compression.h"
#include "stores/archive/filestamp.h"

#include <functional>

namespace jettison {

/// How an archive names its images: `manifest.json` of `docker save`, or `index.json` of an OCI layout alone.
enum class ArchiveFormat { Docker, Layout };
enum class ArchiveCarrier { Tar, Folder };

/// Bytes done, of so many. Comes often, in the thread of the call.
using ArchiveProgress = std::function<void(qint64 done, qint64 all)>;

/// An archive of images as it was when it was read. The file is not held open.
struct OpenedArchive
{
    /// Of the file or folder itself, links followed.
    QString path = {};
    ArchiveFormat format = ArchiveFormat::Docker;
    ArchiveCarrier carrier = ArchiveCarrier::Tar;
    Compression compression = Compression::None;
    Digests digests = Digests::Omitted;
    /// Of a tar archive's file.
    FileStamp stamp = {};
    ArchiveCatalog catalog = {};
    QList<ArchivedImage> images = {};
};

/// Reads an archive of `docker save` or an OCI image layout, in a tar archive packed or not, or in a folder.
/// FileFailed, NotAnArchive, BrokenArchive, Cancelled; Conflict: it was changed meanwhile.
Result<OpenedArchive> openArchive(const QString &path, Digests digests, const CancelToken &cancel = {},
    const ArchiveProgress &progress = {});

/// The same of a catalog that was read already.
Result<ArchiveFormat> formatOf(const ArchiveCatalog &catalog);
Result<QList<ArchivedImage>> imagesOf(const ArchiveCatalog &catalog);

} // namespace jettison
