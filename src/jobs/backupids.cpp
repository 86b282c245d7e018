// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/backupids.h"

#include <algorithm>

namespace jettison {

namespace {

using Ids = StoreTraits::Ids;

// A digest by which a registry knows an image is that of its manifest. This proves more than the traits, if a
// proxy keeps it from them what kind of store it is.
std::optional<Ids> idsByDigests(const QList<Image> &images)
{
    std::optional<Ids> ids;
    for (const Image &image : images) {
        for (const Reference &reference : image.references + image.digests) {
            if (reference.digest() == image.id.text()) {
                return Ids::Manifests;
            }
            ids = reference.isDigest() ? Ids::Configurations : ids;
        }
    }
    return ids;
}

Result<std::optional<Ids>> idsByArchive(const QList<Image> &images, const QString &path,
    const CancelToken &cancel, const ArchiveProgress &progress)
{
    return openArchive(path, Digests::Computed, cancel, progress).map([&](const OpenedArchive &archive) {
        const auto isConfiguration = [&](const Image &image) {
            return std::ranges::any_of(archive.images, [&](const ArchivedImage &archived) {
                return std::ranges::any_of(archived.platforms, [&](const ArchivedPlatform &platform) {
                    return platform.configDigest == image.id.text();
                });
            });
        };
        return std::optional(
            std::ranges::any_of(images, isConfiguration) ? Ids::Configurations : Ids::Manifests);
    });
}

} // namespace

Result<void> checkIds(const Backup &backup, const StoreTraits &traits, const QList<Image> &there,
    const BackupFolder &folder, const CancelToken &cancel, const ArchiveProgress &progress)
{
    const QList<Image> images = backup.deleted() + backup.untagged + backup.platforms;
    const bool isSomeThere = std::ranges::any_of(images,
        [&](const Image &image) { return std::ranges::find(there, image.id, &Image::id) != there.cend(); });
    if (isSomeThere) {
        return {};
    }
    const QString archive = backup.hasArchive() ? folder.archivePath(backup.id) : QString();
    const std::optional<Ids> shown = idsByDigests(images);
    std::optional<Ids> ids = shown == Ids::Manifests || !backup.ids ? shown : backup.ids;
    if (!ids && !archive.isEmpty()) {
        // What is wrong with it is said when it is verified.
        ids = idsByArchive(images, archive, cancel, progress).value_or(std::nullopt);
    }
    const Ids here = idsByDigests(there) == Ids::Manifests ? Ids::Manifests : traits.ids;
    return !ids || *ids == here ? Result<void>() : fail(ErrorCode::OtherIds, archive);
}

} // namespace jettison
