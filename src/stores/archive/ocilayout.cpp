// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/ocilayout.h"

#include "stores/archive/ocidescriptor.h"
#include "stores/archive/readingbudget.h"
#include "stores/jsonreading.h"

#include <algorithm>

namespace jettison::ocilayout {

using namespace Qt::StringLiterals;

namespace {

using oci::Descriptor;

constexpr int MaxDepth = 16;

tl::unexpected<Error> broken(const QString &why)
{
    return fail(ErrorCode::BrokenArchive, why);
}

// An image with something beside it is an image.
ArchivedKind kindOf(const ArchivedImage &image)
{
    const bool isImage = std::ranges::any_of(image.platforms,
        [](const ArchivedPlatform &platform) { return platform.kind == ArchivedKind::Image; });
    if (isImage) {
        return ArchivedKind::Image;
    }
    return image.platforms.isEmpty() ? ArchivedKind::Artifact : image.platforms.first().kind;
}

enum class Place { Root, Index };

class LayoutReader
{
public:
    explicit LayoutReader(const ArchiveCatalog &catalog)
        : m_catalog(catalog)
    {
    }

    Result<QList<ArchivedImage>> read();

private:
    /// Null if it is not there; what is there has the right size and digest.
    Result<const ArchiveFile *> findBlob(const Descriptor &blob);
    /// Of a blob that is there.
    Result<QJsonObject> parseBlob(const Descriptor &blob, const ArchiveFile &file);

    Result<void> addRoot(const QJsonObject &object);
    Result<void> read(const Descriptor &descriptor, Place place, int depth);
    Result<void> readIndex(const QJsonObject &index, int depth);
    Result<void> readManifest(const Descriptor &descriptor, const QJsonObject &manifest, Place place);
    Result<void> readConfig(const Descriptor &descriptor, ArchivedPlatform &platform);
    Result<void> readLayers(const QJsonArray &layers, ArchivedPlatform &platform);
    void addUnread(const Descriptor &descriptor);

    const ArchiveCatalog &m_catalog;
    ReadingBudget m_budget;
    QList<ArchivedImage> m_images;
    QHash<QString, qsizetype> m_positions;
    /// Of the image at hand: what was read, so that nothing is read twice, and the first blob that it lacks.
    ArchivedImage m_image;
    QSet<QString> m_seen;
    QString m_lacking;
};

Result<QList<ArchivedImage>> LayoutReader::read()
{
    const ArchiveFile *file = m_catalog.find(IndexPath);
    if (!file) {
        return fail(ErrorCode::NotAnArchive, IndexPath);
    }
    const Result<QJsonObject> index = json::parseObject(file->json);
    if (!index) {
        return broken(IndexPath + ": "_L1 + index.error().detail);
    }
    const QJsonArray roots = index->value("manifests"_L1).toArray();
    for (const QJsonValue root : roots) {
        if (const Result<void> added = addRoot(root.toObject()); !added) {
            return tl::unexpected(added.error());
        }
    }
    return m_images;
}

Result<void> LayoutReader::addRoot(const QJsonObject &object)
{
    const Descriptor descriptor = oci::descriptor(object);
    const Reference reference = oci::referenceOf(object);
    const auto known = m_positions.constFind(descriptor.digest);
    if (known == m_positions.cend()) {
        m_image = {.id = ImageId(descriptor.digest), .mediaType = descriptor.mediaType};
        m_seen.clear();
        if (const Result<void> read = this->read(descriptor, Place::Root, 0); !read) {
            return read;
        }
        m_image.kind = kindOf(m_image);
        m_positions.insert(descriptor.digest, m_images.size());
        m_images << std::move(m_image);
    }
    QList<Reference> &references = m_images[m_positions[descriptor.digest]].references;
    if (!reference.text().isEmpty() && !references.contains(reference)) {
        references << reference;
    }
    return {};
}

Result<const ArchiveFile *> LayoutReader::findBlob(const Descriptor &blob)
{
    const QString path = oci::blobPath(blob.digest);
    if (path.isEmpty()) {
        return broken("no digest: "_L1 + blob.digest);
    }
    const QStringList trail = m_catalog.trail(path);
    if (trail.isEmpty()) {
        return nullptr;
    }
    m_image.paths.unite(QSet<QString>(trail.cbegin(), trail.cend()));
    const ArchiveFile *file = m_catalog.find(path);
    if (blob.size != file->size) {
        return broken(u"%1 has %2 bytes and not %3"_s.arg(path).arg(file->size).arg(blob.size));
    }
    const bool isComparable = file->digest.section(u':', 0, 0) == blob.digest.section(u':', 0, 0);
    if (isComparable && file->digest != blob.digest) {
        return broken(path + " is damaged"_L1);
    }
    return file;
}

Result<QJsonObject> LayoutReader::parseBlob(const Descriptor &blob, const ArchiveFile &file)
{
    if (const Result<void> taken = m_budget.take(1, file.size); !taken) {
        return tl::unexpected(taken.error());
    }
    const Result<QJsonObject> object = json::parseObject(file.json);
    return object ? object : broken(oci::blobPath(blob.digest) + ": "_L1 + object.error().detail);
}

Result<void> LayoutReader::read(const Descriptor &descriptor, Place place, int depth)
{
    if (m_seen.contains(descriptor.digest)) {
        return {};
    }
    m_seen.insert(descriptor.digest);
    if (depth > MaxDepth) {
        return broken(u"its indexes are nested too deep"_s);
    }
    const Result<const ArchiveFile *> file = findBlob(descriptor);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const bool isKnown = descriptor.mediaType.isEmpty() || oci::isIndexType(descriptor.mediaType)
        || oci::isManifestType(descriptor.mediaType);
    if (!*file && isKnown && place == Place::Root) {
        return broken("it names a file that is missing: "_L1 + oci::blobPath(descriptor.digest));
    }
    if (!*file || !isKnown) {
        addUnread(descriptor);
        m_image.platforms.last().isPresent = *file;
        return m_budget.take(1, 0);
    }
    const Result<QJsonObject> object = parseBlob(descriptor, **file);
    if (!object) {
        return tl::unexpected(object.error());
    }
    // What has no type tells by its content what it is.
    const bool isIndex = oci::isIndexType(descriptor.mediaType)
        || (descriptor.mediaType.isEmpty() && object->contains("manifests"_L1));
    return isIndex ? readIndex(*object, depth) : readManifest(descriptor, *object, place);
}

void LayoutReader::addUnread(const Descriptor &descriptor)
{
    const bool isImage = oci::isManifestType(descriptor.mediaType) || oci::isIndexType(descriptor.mediaType);
    const ArchivedKind kind = isImage ? ArchivedKind::Image : ArchivedKind::Artifact;
    m_image.platforms << ArchivedPlatform{
        .kind = descriptor.isAttestation ? ArchivedKind::Attestation : kind,
        .name = descriptor.platform,
        .digest = descriptor.digest,
        .mediaType = descriptor.artifactType.isEmpty() ? descriptor.mediaType : descriptor.artifactType,
        .isPresent = false,
    };
}

Result<void> LayoutReader::readIndex(const QJsonObject &index, int depth)
{
    const QJsonArray manifests = index.value("manifests"_L1).toArray();
    for (const QJsonValue manifest : manifests) {
        const Descriptor descriptor = oci::descriptor(manifest.toObject());
        if (const Result<void> read = this->read(descriptor, Place::Index, depth + 1); !read) {
            return read;
        }
    }
    return {};
}

Result<void> LayoutReader::readManifest(
    const Descriptor &descriptor, const QJsonObject &manifest, Place place)
{
    const Descriptor config = oci::descriptor(manifest.value("config"_L1).toObject());
    const QString artifactType = manifest.value("artifactType"_L1).toString();
    ArchivedPlatform platform{
        .name = descriptor.platform, .digest = descriptor.digest, .mediaType = descriptor.mediaType};
    if (descriptor.isAttestation) {
        platform.kind = ArchivedKind::Attestation;
    } else if (!oci::isConfigType(config.mediaType) || !artifactType.isEmpty()) {
        platform.kind = ArchivedKind::Artifact;
        platform.mediaType = artifactType.isEmpty() ? config.mediaType : artifactType;
    }
    m_lacking.clear();
    if (!config.digest.isEmpty()) {
        if (const Result<void> read = readConfig(config, platform); !read) {
            return read;
        }
    }
    const auto key = manifest.contains("layers"_L1) ? "layers"_L1 : "blobs"_L1;
    if (const Result<void> read = readLayers(manifest.value(key).toArray(), platform); !read) {
        return read;
    }
    platform.isPresent = m_lacking.isEmpty();
    if (!platform.isPresent && place == Place::Root && platform.kind == ArchivedKind::Image) {
        return broken("it names a file that is missing: "_L1 + m_lacking);
    }
    m_image.platforms << platform;
    return {};
}

Result<void> LayoutReader::readConfig(const Descriptor &descriptor, ArchivedPlatform &platform)
{
    const Result<const ArchiveFile *> file = findBlob(descriptor);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const QString path = oci::blobPath(descriptor.digest);
    if (!*file) {
        m_lacking = descriptor.mayBeAbsent ? m_lacking : path;
        return {};
    }
    platform.configPath = m_catalog.resolved(path);
    platform.configDigest = descriptor.digest;
    if (platform.kind != ArchivedKind::Image) {
        return {};
    }
    const Result<ImageConfig> config = parseImageConfig((*file)->json);
    if (!config) {
        return broken(path + ": "_L1 + config.error().detail);
    }
    platform.config = *config;
    platform.name = platform.name.isEmpty() ? config->platform : platform.name;
    return m_budget.take(0, (*file)->size).and_then([&] { return m_budget.take(*config); });
}

Result<void> LayoutReader::readLayers(const QJsonArray &layers, ArchivedPlatform &platform)
{
    const QList<DiffId> &diffIds = platform.config.diffIds;
    const bool isRead = platform.kind == ArchivedKind::Image && !platform.configPath.isEmpty();
    if (isRead && layers.size() != diffIds.size()) {
        return broken(
            u"an image has %1 layers in the manifest and %2 in its configuration"_s.arg(layers.size())
                .arg(diffIds.size()));
    }
    for (qsizetype i = 0; i < layers.size(); ++i) {
        const Descriptor layer = oci::descriptor(layers[i].toObject());
        const Result<const ArchiveFile *> file = findBlob(layer);
        if (!file) {
            return tl::unexpected(file.error());
        }
        const QString path = oci::blobPath(layer.digest);
        if (!*file && !layer.mayBeAbsent) {
            m_lacking = path;
        }
        platform.layers << ArchivedLayer{
            .diffId = isRead ? diffIds[i] : DiffId(),
            .path = *file ? m_catalog.resolved(path) : QString(),
            .size = layer.size,
            .digest = layer.digest,
            .mediaType = layer.mediaType,
        };
    }
    return m_budget.take(layers.size(), 0);
}

} // namespace

Result<QList<ArchivedImage>> images(const ArchiveCatalog &catalog)
{
    return LayoutReader(catalog).read();
}

} // namespace jettison::ocilayout
