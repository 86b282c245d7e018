// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/platformbackup.h"

#include "jobs/patience.h"
#include "stores/archive/archiverewrite.h"
#include "stores/archive/dockerarchive.h"
#include "stores/archive/ocidescriptor.h"
#include "stores/archive/ocilayout.h"

#include <algorithm>
#include <utility>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

QSet<QString> pathsOf(const ArchivedPlatform &platform)
{
    QSet<QString> paths{oci::blobPath(platform.digest), platform.configPath};
    for (const ArchivedLayer &layer : platform.layers) {
        paths.insert(layer.path);
    }
    return paths;
}

bool isWanted(const Image &image, const ArchivedPlatform &platform)
{
    return std::ranges::find(image.variants, platform.digest, &ImageVariant::digest) != image.variants.cend();
}

// Its indexes, and all of the platforms that are wanted.
QSet<QString> neededPaths(const ArchivedImage &archived, const Image &image)
{
    QSet<QString> needed = archived.paths;
    for (const ArchivedPlatform &platform : archived.platforms) {
        needed.subtract(pathsOf(platform));
    }
    for (const ArchivedPlatform &platform : archived.platforms) {
        needed.unite(isWanted(image, platform) ? pathsOf(platform) : QSet<QString>());
    }
    return needed;
}

} // namespace

Result<void> leavePlatforms(const QList<Image> &platforms, const QString &archive, const CancelToken &cancel,
    const ArchiveProgress &progress)
{
    const Result<OpenedArchive> opened = openArchive(archive, Digests::Packed, cancel);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    // Beside its index the engine names the images in a list that cannot tell of platforms.
    const Result<QList<ArchivedImage>> images = ocilayout::images(opened->catalog);
    if (!images) {
        return tl::unexpected(images.error());
    }
    Rewrite rewrite;
    QSet<QString> needed;
    for (const ArchivedImage &archived : *images) {
        const auto image = std::ranges::find(platforms, archived.id, &Image::id);
        needed.unite(image == platforms.cend() ? archived.paths : neededPaths(archived, *image));
        rewrite.dropped.unite(archived.paths);
        rewrite.expected.insert(archived.id, archived.references);
    }
    rewrite.dropped.subtract(needed);
    for (const QLatin1StringView path : {dockerarchive::ManifestPath, dockerarchive::RepositoriesPath}) {
        if (opened->catalog.find(path)) {
            rewrite.dropped.insert(path);
        }
    }
    return rewriteArchive(*opened, rewrite, nullptr, cancel, progress);
}

Result<void> verifyPlatforms(
    const ArchiveCatalog &catalog, const QList<ArchivedImage> &images, const QList<Image> &platforms)
{
    for (const Image &image : platforms) {
        if (const Result<void> verified = verifyImages(catalog, images, {image.id}); !verified) {
            return verified;
        }
        const auto archived = std::ranges::find(images, image.id, &ArchivedImage::id);
        for (const ImageVariant &variant : image.variants) {
            const auto isWhole = [&](const ArchivedPlatform &platform) {
                return platform.digest == variant.digest && platform.isPresent;
            };
            if (archived == images.cend() || std::ranges::none_of(archived->platforms, isWhole)) {
                return fail(ErrorCode::BrokenArchive,
                    u"%1 of the image %2 is not in it"_s.arg(variant.name, image.id.text()));
            }
        }
    }
    return {};
}

QList<UndoReport::Platform> platformsOf(const Backup &backup, const QList<Image> &images, bool areThere)
{
    QList<UndoReport::Platform> found;
    for (const Image &lost : backup.platforms) {
        const auto image = std::ranges::find(images, lost.id, &Image::id);
        for (const ImageVariant &variant : lost.variants) {
            const bool isThere = image != images.cend()
                && std::ranges::any_of(image->variants,
                    [&](const ImageVariant &now) { return now.digest == variant.digest && now.isPresent; });
            if (isThere == areThere) {
                found << UndoReport::Platform{.image = lost.id, .variant = variant};
            }
        }
    }
    return found;
}

Result<void> checkPlatforms(const Backup &backup, const StoreTraits &traits)
{
    return backup.platforms.isEmpty() || traits.takesPlatforms
        ? Result<void>()
        : fail(ErrorCode::TakesNoPlatforms, backup.store.endpoint);
}

void notePlatforms(const QList<Image> &images, UndoReport &report)
{
    const QList<UndoReport::Platform> there = platformsOf(report.backup, images, true);
    const QList<UndoReport::Platform> wanted =
        std::exchange(report.missingPlatforms, platformsOf(report.backup, images, false));
    const bool isFirst = wanted.isEmpty() && report.presentPlatforms.isEmpty();
    for (const UndoReport::Platform &platform : there) {
        const bool wasMissing = std::ranges::any_of(wanted, [&](const UndoReport::Platform &other) {
            return other.image == platform.image && other.variant.digest == platform.variant.digest;
        });
        if (wasMissing) {
            report.restoredPlatforms << platform;
        } else if (isFirst) {
            report.presentPlatforms << platform;
        }
    }
}

void dropHiddenName(const Image &image, Store &store, const CancelToken &cancel)
{
    if (!image.references.isEmpty()) {
        (void)store.removeReference(namelessRecord(image.id), callWith(cancel));
    }
}

} // namespace jettison
