// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "stores/archive/compression.h"
#include "stores/archive/tarreader.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>

namespace jettison {

/// A file of an archive of images.
struct ArchiveFile
{
    qint64 size = 0;
    /// Where its content begins in the unpacked tar archive; 0 in a folder.
    qint64 offset = 0;
    Compression compression = Compression::None;
    /// Digest of its bytes, by the algorithm that its folder in `blobs` names, else SHA-256; and the SHA-256
    /// of what these unpack to. Empty if they were not asked for.
    QString digest = {};
    QString unpackedDigest = {};
    /// Bytes that it unpacks to; -1 if that was not asked for.
    qint64 unpackedSize = -1;
    /// Its content, if that is small and looks like JSON. Always with its digest.
    QByteArray json = {};
};

/// All files of an archive of images, by their path in it.
struct ArchiveCatalog
{
    QHash<QString, ArchiveFile> files = {};
    /// Symbolic and hard links, by their path, with the path that they lead to.
    QHash<QString, QString> links = {};

    /// Follows links; null if there is no such file.
    const ArchiveFile *find(const QString &path) const;
    /// The path of the file that a link, or a link to a link, leads to.
    QString resolved(const QString &path) const;
    /// All links on the way to a file, and the file; empty if there is no such file.
    QStringList trail(const QString &path) const;
};

/// Packed: of the files as they are. Computed: also of what they unpack to.
enum class Digests { Omitted, Packed, Computed };

/// `sha256:…`, as the names of blobs and images are written.
QString sha256Digest(const QByteArray &bytes);
/// The same of a file's JSON, which is computed only once.
QString sha256Digest(const ArchiveFile &file);
/// By the algorithm that another digest names; empty if it is not known.
QString digestLike(const QString &digest, const QByteArray &bytes);

/// Reads a whole archive through. Keeps what is small alone, so that memory stays bounded whatever stands in
/// it. `progress` is told the bytes passed, unpacked. BrokenArchive: it is cut short or damaged, has two
/// files of one name, or a path that leads out of it. Cancelled.
Result<ArchiveCatalog> readCatalog(
    TarReader &tar, Digests digests, const std::function<void(qint64 bytes)> &progress = {});

/// The same of a folder. Links that lead out of it count as missing. FileFailed.
Result<ArchiveCatalog> readFolder(const QString &folder, Digests digests, const CancelToken &cancel = {},
    const std::function<void(qint64 bytes)> &progress = {});

} // namespace jettison
