// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "stores/archive/tarreader.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>

namespace jettison {

/// A file of an archive of images.
struct ArchiveFile
{
    qint64 size = 0;
    /// Digest of its bytes, and of what these unpack to; the same if they are not packed. Empty if they were
    /// not asked for.
    QString digest = {};
    QString unpackedDigest = {};
    /// Its content, if that is small and looks like JSON.
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
};

enum class Digests { Omitted, Computed };

/// `sha256:…`, as the names of blobs and images are written.
QString sha256Digest(const QByteArray &bytes);

/// Reads a whole archive through. Keeps what is small alone, so that memory stays bounded whatever stands in
/// it. `progress` is told the bytes passed, unpacked. BrokenArchive: it is cut short or damaged, has two
/// files of one name, or a path that leads out of it. Cancelled.
Result<ArchiveCatalog> readCatalog(
    TarReader &tar, Digests digests, const std::function<void(qint64 bytes)> &progress = {});

} // namespace jettison
