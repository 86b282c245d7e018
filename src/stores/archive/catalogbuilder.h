// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/archivecatalog.h"

#include <functional>

namespace jettison {

/// Fills a catalog file by file, and refuses what would fill the memory or lead out of the archive.
class CatalogBuilder
{
public:
    /// Gives the content in pieces; an empty one is its end.
    using Pieces = std::function<Result<QByteArray>()>;

    explicit CatalogBuilder(Digests digests)
        : m_digests(digests)
    {
    }

    /// Reads as much of the content as is asked for. BrokenArchive, and the errors of `pieces`.
    Result<void> addFile(const QString &path, qint64 size, qint64 offset, const Pieces &pieces);
    /// `target` starts from the link's own folder. BrokenArchive.
    Result<void> addSymbolicLink(const QString &path, const QString &target);
    /// `target` starts from the archive. BrokenArchive.
    Result<void> addHardLink(const QString &path, const QString &target);

    ArchiveCatalog take() { return std::move(m_catalog); }

private:
    Result<QString> newName(const QString &path);
    Result<void> addLink(const QString &path, const QString &target);
    Result<void> readContent(const QString &path, const Pieces &pieces, ArchiveFile &file);

    Digests m_digests;
    ArchiveCatalog m_catalog;
    qint64 m_jsonSum = 0;
    qint64 m_nameSum = 0;
};

} // namespace jettison
