// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archivedimage.h"

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

bool isOther(const QString &computed, const QString &named)
{
    return !named.isEmpty() && computed != named;
}

// Only SHA-256 was computed of what a layer unpacks to; another digest of its file says as much.
bool isDamaged(const ArchiveFile &file, const ArchivedLayer &layer)
{
    if (isOther(file.digest, layer.digest)) {
        return true;
    }
    const bool isComputed = layer.digest.isEmpty() || layer.diffId.text().startsWith("sha256:"_L1);
    return isComputed && isOther(file.unpackedDigest, layer.diffId.text());
}

Result<void> verifyPlatform(
    const ArchiveCatalog &catalog, const ArchivedPlatform &platform, const ImageId &image)
{
    for (const ArchivedLayer &layer : platform.layers) {
        const ArchiveFile *file = layer.path.isEmpty() ? nullptr : catalog.find(layer.path);
        if (file && isDamaged(*file, layer)) {
            const QString name = layer.diffId.isEmpty() ? layer.digest : layer.diffId.text();
            return fail(ErrorCode::BrokenArchive,
                u"the layer %1 of the image %2 is damaged"_s.arg(name, image.text()));
        }
    }
    return {};
}

} // namespace

Result<void> verifyImages(
    const ArchiveCatalog &catalog, const QList<ArchivedImage> &images, const QList<ImageId> &wanted)
{
    QHash<ImageId, const ArchivedImage *> byId;
    for (const ArchivedImage &image : images) {
        byId.insert(image.id, &image);
        for (const ImageId &alias : image.aliases) {
            byId.insert(alias, &image);
        }
    }
    for (const ImageId &id : wanted) {
        const ArchivedImage *image = byId.value(id);
        if (!image) {
            return fail(ErrorCode::BrokenArchive, u"the image %1 is not in it"_s.arg(id.text()));
        }
        for (const ArchivedPlatform &platform : image->platforms) {
            if (const Result<void> verified = verifyPlatform(catalog, platform, id); !verified) {
                return verified;
            }
        }
    }
    return {};
}

} // namespace jettison
