// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/openedarchive.h"

#include "stores/archive/dockerarchive.h"
#include "stores/archive/ocilayout.h"

#include <QFile>
#include <QFileInfo>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

Result<void> readTar(OpenedArchive &archive, const CancelToken &cancel, const ArchiveProgress &progress)
{
    auto file = std::make_unique<QFile>(archive.path);
    if (!file->open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileFailed, archive.path + ": "_L1 + file->errorString());
    }
    archive.compression = compressionOf(file->peek(CompressionMagicSize));
    const QFile *const bytes = file.get();
    const Result<std::unique_ptr<QIODevice>> device = unpacked(std::move(file));
    if (!device) {
        return tl::unexpected(device.error());
    }
    TarReader tar(**device, cancel);
    Result<ArchiveCatalog> catalog = readCatalog(tar, archive.digests, [&](qint64) {
        if (progress) {
            progress(bytes->pos(), archive.stamp.size);
        }
    });
    if (!catalog) {
        // What does not even begin like an archive is something else.
        const bool isOther = catalog.error().code == ErrorCode::BrokenArchive && !tar.hasBegun();
        return isOther ? Result<void>(fail(ErrorCode::NotAnArchive, archive.path))
                       : tl::unexpected(catalog.error());
    }
    archive.catalog = std::move(*catalog);
    return {};
}

Result<void> readWhole(OpenedArchive &archive, const CancelToken &cancel, const ArchiveProgress &progress)
{
    if (archive.carrier == ArchiveCarrier::Tar) {
        return readTar(archive, cancel, progress);
    }
    const auto tell = [&](qint64 bytes) {
        if (progress) {
            progress(bytes, bytes);
        }
    };
    return readFolder(archive.path, archive.digests, cancel, tell).map([&](ArchiveCatalog catalog) {
        archive.catalog = std::move(catalog);
    });
}

Result<FileStamp> currentStamp(const OpenedArchive &archive)
{
    return archive.carrier == ArchiveCarrier::Tar ? stampOf(archive.path) : FileStamp();
}

} // namespace

Result<ArchiveFormat> formatOf(const ArchiveCatalog &catalog)
{
    if (catalog.find(dockerarchive::ManifestPath)) {
        return ArchiveFormat::Docker;
    }
    if (catalog.find(ocilayout::IndexPath)) {
        return ArchiveFormat::Layout;
    }
    return fail(ErrorCode::NotAnArchive, "neither manifest.json nor index.json is in it"_L1);
}

Result<QList<ArchivedImage>> imagesOf(const ArchiveCatalog &catalog)
{
    return formatOf(catalog).and_then([&](ArchiveFormat format) {
        return format == ArchiveFormat::Docker ? dockerarchive::images(catalog) : ocilayout::images(catalog);
    });
}

Result<OpenedArchive> openArchive(
    const QString &path, Digests digests, const CancelToken &cancel, const ArchiveProgress &progress)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(ErrorCode::FileFailed, path + ": no such file or folder"_L1);
    }
    // To open a pipe is to wait for whoever writes into it, and no signal ends that.
    if (!info.isFile() && !info.isDir()) {
        return fail(ErrorCode::NotAnArchive, path);
    }
    OpenedArchive archive{.path = info.canonicalFilePath(),
        .carrier = info.isDir() ? ArchiveCarrier::Folder : ArchiveCarrier::Tar,
        .digests = digests};
    const Result<FileStamp> before = currentStamp(archive);
    if (!before) {
        return tl::unexpected(before.error());
    }
    archive.stamp = *before;
    if (const Result<void> read = readWhole(archive, cancel, progress); !read) {
        return tl::unexpected(read.error());
    }
    if (currentStamp(archive) != before) {
        return fail(ErrorCode::Conflict, archive.path);
    }
    return formatOf(archive.catalog).and_then([&](ArchiveFormat format) -> Result<OpenedArchive> {
        archive.format = format;
        Result<QList<ArchivedImage>> images = imagesOf(archive.catalog);
        if (!images) {
            return tl::unexpected(images.error());
        }
        archive.images = std::move(*images);
        return std::move(archive);
    });
}

} // namespace jettison
