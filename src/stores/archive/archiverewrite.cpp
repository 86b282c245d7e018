// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archiverewrite.h"

#include "stores/archive/dockerarchive.h"
#include "stores/archive/durable.h"
#include "stores/archive/folderrewrite.h"
#include "stores/archive/ocilayout.h"
#include "stores/archive/tarrewrite.h"

#include <QFileInfo>
#include <QLockFile>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// Nothing but an image makes a file one of its own, and links lead to what they need.
QSet<QString> neededPaths(const OpenedArchive &archive, const ImageReferences &staying)
{
    QSet<QString> needed;
    QSet<QString> known;
    for (const ArchivedImage &image : archive.images) {
        known.unite(image.paths);
        if (staying.contains(image.id)) {
            needed.unite(image.paths);
        }
    }
    const auto &links = archive.catalog.links;
    for (auto link = links.keyBegin(); link != links.keyEnd(); ++link) {
        if (!known.contains(*link)) {
            const QStringList trail = archive.catalog.trail(*link);
            needed.unite(QSet<QString>(trail.cbegin(), trail.cend()));
        }
    }
    for (const QLatin1StringView listing : {dockerarchive::ManifestPath, dockerarchive::RepositoriesPath,
             ocilayout::IndexPath, ocilayout::MarkerPath}) {
        const QStringList trail = archive.catalog.trail(listing);
        needed.unite(QSet<QString>(trail.cbegin(), trail.cend()));
    }
    return needed;
}

// Beside a file, but inside a folder: its parent may be anybody's.
QString lockPath(const OpenedArchive &archive)
{
    const QFileInfo info(archive.path);
    return archive.carrier == ArchiveCarrier::Folder
        ? archive.path + "/.jettison-lock"_L1
        : info.path() + "/."_L1 + info.fileName() + ".jettison-lock"_L1;
}

} // namespace

Result<Rewrite> planRemoval(const OpenedArchive &archive, const ImageReferences &staying)
{
    Result<ArchiveListing> listing = ArchiveListing::read(archive.catalog);
    if (!listing) {
        return tl::unexpected(listing.error());
    }
    Rewrite rewrite{.expected = staying};
    const QSet<QString> needed = neededPaths(archive, staying);
    for (const ArchivedImage &image : archive.images) {
        rewrite.dropped.unite(image.paths - needed);
    }
    listing->keep(archive.images, staying);
    rewrite.replaced = listing->files();
    return rewrite;
}

qint64 droppedBytes(const OpenedArchive &archive, const Rewrite &rewrite)
{
    qint64 bytes = 0;
    for (const QString &path : rewrite.dropped) {
        bytes += archive.catalog.files.value(path).size;
    }
    return bytes;
}

qint64 addedBytes(const Rewrite &rewrite)
{
    qint64 bytes = 0;
    for (const AddedFile &file : rewrite.added) {
        bytes += file.size;
    }
    return bytes;
}

Result<void> rewriteArchive(const OpenedArchive &archive, const Rewrite &rewrite, const OpenedArchive *source,
    const CancelToken &cancel, const ArchiveProgress &progress)
{
    QLockFile lock(lockPath(archive));
    if (!durable::takeLock(lock)) {
        const bool isTaken = lock.error() == QLockFile::LockFailedError;
        return fail(isTaken ? ErrorCode::Conflict : ErrorCode::FileFailed, lock.fileName());
    }
    const RewriteJob job{archive, rewrite, source, cancel, progress};
    return archive.carrier == ArchiveCarrier::Folder ? rewriteFolder(job) : rewriteTar(job);
}

Result<void> copyArchive(const OpenedArchive &archive, const Rewrite &rewrite, const QString &path,
    Compression compression, const CancelToken &cancel, const ArchiveProgress &progress)
{
    return writeTarFile({archive, rewrite, nullptr, cancel, progress}, path, compression);
}

} // namespace jettison
