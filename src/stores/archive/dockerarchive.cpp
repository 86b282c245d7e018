// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/dockerarchive.h"

#include "stores/jsonreading.h"

#include <algorithm>

namespace jettison::dockerarchive {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> broken(const QString &why)
{
    return fail(ErrorCode::BrokenArchive, why);
}

Result<const ArchiveFile *> findFile(const ArchiveCatalog &catalog, const QString &path)
{
    const ArchiveFile *file = catalog.find(path);
    return file ? Result<const ArchiveFile *>(file)
                : broken("its manifest names a file that is missing: "_L1 + path);
}

Result<QList<ArchivedLayer>> layersOf(
    const ArchiveCatalog &catalog, const QJsonArray &paths, const ImageConfig &config)
{
    if (paths.size() != config.diffIds.size()) {
        return broken(
            u"an image has %1 layers in the manifest and %2 in its configuration"_s.arg(paths.size())
                .arg(config.diffIds.size()));
    }
    QList<ArchivedLayer> layers;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QString path = paths[i].toString();
        const Result<const ArchiveFile *> file = findFile(catalog, path);
        if (!file) {
            return tl::unexpected(file.error());
        }
        layers << ArchivedLayer{
            .diffId = config.diffIds[i], .path = catalog.resolved(path), .size = (*file)->size};
    }
    return layers;
}

Result<ArchivedImage> imageOf(const ArchiveCatalog &catalog, const QJsonObject &entry)
{
    const QString path = entry.value("Config"_L1).toString();
    const Result<const ArchiveFile *> file = findFile(catalog, path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const Result<ImageConfig> config = parseImageConfig((*file)->json);
    if (!config) {
        return broken(path + ": "_L1 + config.error().detail);
    }
    const Result<QList<ArchivedLayer>> layers =
        layersOf(catalog, entry.value("Layers"_L1).toArray(), *config);
    if (!layers) {
        return tl::unexpected(layers.error());
    }
    ArchivedImage image{.id = ImageId((*file)->digest),
        .parent = ImageId(entry.value("Parent"_L1).toString()),
        .platforms = {{.config = *config, .layers = *layers}}};
    const QJsonArray names = entry.value("RepoTags"_L1).toArray();
    for (const QJsonValue name : names) {
        image.references << Reference(name.toString());
    }
    return image;
}

Result<void> verifyImage(const ArchiveCatalog &catalog, const ArchivedImage &image)
{
    for (const ArchivedLayer &layer : image.platforms.first().layers) {
        const ArchiveFile *file = catalog.find(layer.path);
        if (file->unpackedDigest != layer.diffId.text()) {
            return broken(
                u"the layer %1 of the image %2 is damaged"_s.arg(layer.diffId.text(), image.id.text()));
        }
    }
    return {};
}

} // namespace

Result<QList<ArchivedImage>> images(const ArchiveCatalog &catalog)
{
    const ArchiveFile *manifest = catalog.find(ManifestPath);
    if (!manifest) {
        return fail(ErrorCode::NotAnArchive, ManifestPath);
    }
    QList<ArchivedImage> images;
    QHash<ImageId, qsizetype> positions;
    const Result<void> parsed =
        json::parseEntries(manifest->json, [&](const QJsonObject &entry) -> Result<void> {
            const Result<ArchivedImage> image = imageOf(catalog, entry);
            if (!image) {
                return tl::unexpected(image.error());
            }
            // Some writers have an entry for each name.
            if (const auto known = positions.constFind(image->id); known != positions.cend()) {
                images[*known].references += image->references;
                return {};
            }
            positions.insert(image->id, images.size());
            images << *image;
            return {};
        });
    if (!parsed) {
        return parsed.error().code == ErrorCode::BrokenArchive
            ? tl::unexpected(parsed.error())
            : broken(ManifestPath + ": "_L1 + parsed.error().detail);
    }
    return images;
}

Result<void> verify(
    const ArchiveCatalog &catalog, const QList<ArchivedImage> &images, const QList<ImageId> &wanted)
{
    QHash<ImageId, const ArchivedImage *> byId;
    for (const ArchivedImage &image : images) {
        byId.insert(image.id, &image);
    }
    for (const ImageId &id : wanted) {
        const ArchivedImage *image = byId.value(id);
        if (!image) {
            return broken(u"the image %1 is not in it"_s.arg(id.text()));
        }
        if (const Result<void> verified = verifyImage(catalog, *image); !verified) {
            return verified;
        }
    }
    return {};
}

} // namespace jettison::dockerarchive
