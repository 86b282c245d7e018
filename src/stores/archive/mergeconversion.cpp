// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/mergeplanner.h"

#include "core/platformname.h"
#include "stores/archive/ocidescriptor.h"

#include <QJsonDocument>

#include <algorithm>

// How images change from one form into the other.
namespace jettison {

using namespace Qt::StringLiterals;

namespace {

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject descriptorOf(const QString &mediaType, const QString &digest, qint64 size)
{
    return {{u"mediaType"_s, mediaType}, {u"digest"_s, digest}, {u"size"_s, size}};
}

// The digest of a layer's content, by which its unpacked file is named.
QString unpackedDigest(const ArchivedLayer &layer)
{
    return layer.diffId.text();
}

} // namespace

Result<MergePlanner::Place> MergePlanner::addToLayout(const ArchivedImage &image)
{
    for (const ImageId &id : QList<ImageId>{image.id} + image.aliases) {
        const auto found = m_layoutImages.constFind(id);
        if (found != m_layoutImages.cend()) {
            return copyBlobs(*found);
        }
    }
    return convertToLayout(image.platforms.first());
}

MergePlanner::Place MergePlanner::copyBlobs(const ArchivedImage &image)
{
    for (const QString &path : image.paths) {
        const ArchiveFile *file = path.startsWith("blobs/"_L1) ? m_source.catalog.find(path) : nullptr;
        if (!file) {
            continue;
        }
        if (file->json.isEmpty()) {
            addFile(m_source.catalog.resolved(path), {.path = path, .size = file->size});
        } else {
            addSmall(path, file->json);
        }
    }
    return Place{.id = image.id, .descriptor = m_sourceListing.descriptor(image.id.text())};
}

Result<MergePlanner::Place> MergePlanner::convertToLayout(const ArchivedPlatform &platform)
{
    QJsonArray layers;
    for (const ArchivedLayer &layer : platform.layers) {
        const Result<QJsonObject> added = addLayer(layer, true);
        if (!added) {
            return tl::unexpected(added.error());
        }
        layers << *added;
    }
    const QJsonObject descriptor = addManifest(addConfig(platform), layers);
    return Place{.id = ImageId(descriptor.value("digest"_L1).toString()), .descriptor = descriptor};
}

QJsonObject MergePlanner::addConfig(const ArchivedPlatform &platform)
{
    const ArchiveFile *file = m_source.catalog.find(platform.configPath);
    addSmall(oci::blobPath(platform.configDigest), file->json);
    return descriptorOf(oci::ConfigType, platform.configDigest, file->size);
}

QJsonObject MergePlanner::addManifest(const QJsonObject &config, const QJsonArray &layers)
{
    const QByteArray manifest = textOf({{u"schemaVersion"_s, 2}, {u"mediaType"_s, oci::ManifestType},
        {u"config"_s, config}, {u"layers"_s, layers}});
    const QString digest = sha256Digest(manifest);
    addSmall(oci::blobPath(digest), manifest);
    return descriptorOf(oci::ManifestType, digest, manifest.size());
}

Result<QJsonObject> MergePlanner::addLayer(const ArchivedLayer &layer, bool mayStayPacked)
{
    const ArchiveFile *file = layer.path.isEmpty() ? nullptr : m_source.catalog.find(layer.path);
    if (!file || file->digest.isEmpty() || file->unpackedSize < 0) {
        return fail(ErrorCode::BrokenArchive,
            "a layer is not there or cannot be unpacked: "_L1 + layer.diffId.text());
    }
    QString type = oci::LayerType;
    if (mayStayPacked && file->compression == Compression::Gzip) {
        type += "+gzip"_L1;
    } else if (mayStayPacked && file->compression == Compression::Zstd) {
        type += "+zstd"_L1;
    } else {
        // What layouts know no media type for is unpacked as well.
        const AddedFile added{.path = oci::blobPath(unpackedDigest(layer)),
            .size = file->unpackedSize,
            .isUnpacked = file->compression != Compression::None};
        addFile(layer.path, added);
        return descriptorOf(type, unpackedDigest(layer), file->unpackedSize);
    }
    addFile(layer.path, {.path = oci::blobPath(file->digest), .size = file->size});
    return descriptorOf(type, file->digest, file->size);
}

Result<const ArchivedPlatform *> MergePlanner::choosePlatform(
    const ArchivedImage &image, const WantedImage &wanted) const
{
    QList<const ArchivedPlatform *> usable;
    for (const ArchivedPlatform &platform : image.platforms) {
        if (platform.kind == ArchivedKind::Image && platform.isPresent && !platform.configPath.isEmpty()) {
            usable << &platform;
        }
    }
    if (usable.isEmpty()) {
        const QString type = image.platforms.isEmpty() ? image.mediaType : image.platforms[0].mediaType;
        return fail(ErrorCode::BadRequest, image.id.text() + ": "_L1 + type);
    }
    const QStringList order = wanted.platform.isEmpty()
        ? QStringList{usualPlatform(u"linux"), u"linux/amd64"_s}
        : QStringList{wanted.platform};
    for (const QString &name : order) {
        const auto found = std::ranges::find_if(usable, [&](const ArchivedPlatform *platform) {
            return platform->name == name || platform->name.startsWith(name + u'/');
        });
        if (found != usable.end()) {
            return *found;
        }
    }
    return wanted.platform.isEmpty() ? Result<const ArchivedPlatform *>(usable.first())
                                     : fail(ErrorCode::NotFound, wanted.platform);
}

Result<MergePlanner::Place> MergePlanner::addToDocker(const ArchivedImage &image, const WantedImage &wanted)
{
    const Result<const ArchivedPlatform *> platform = choosePlatform(image, wanted);
    if (!platform) {
        return tl::unexpected(platform.error());
    }
    QJsonArray paths;
    QJsonArray layers;
    for (const ArchivedLayer &layer : (*platform)->layers) {
        // An index names blobs alone, a manifest any file.
        const QString known = m_targetListing.hasIndex() ? QString() : m_targetLayers.value(layer.diffId);
        if (!known.isEmpty()) {
            paths << known;
            continue;
        }
        const Result<QJsonObject> added = addLayer(layer, false);
        if (!added) {
            return tl::unexpected(added.error());
        }
        layers << *added;
        paths << oci::blobPath(unpackedDigest(layer));
    }
    const QJsonObject config = addConfig(**platform);
    const ArchiveFile *file = m_source.catalog.find((*platform)->configPath);
    Place place{.id = ImageId(sha256Digest(*file)),
        .entry = {{u"Config"_s, oci::blobPath((*platform)->configDigest)}, {u"Layers"_s, paths}}};
    if (m_targetListing.hasIndex()) {
        place.descriptor = addManifest(config, layers);
    }
    const bool hasParent = m_wanted.contains(image.parent) || m_merge.rewrite.expected.contains(image.parent);
    if (!image.parent.isEmpty() && hasParent) {
        place.entry[u"Parent"_s] = image.parent.text();
    }
    return place;
}

} // namespace jettison
