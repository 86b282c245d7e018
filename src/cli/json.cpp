// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/json.h"

#include "core/dockerfile.h"
#include "core/imageshares.h"
#include "core/storedparts.h"
#include "core/undograde.h"

#include <QJsonValue>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonArray tagsToJson(const Image &image)
{
    QJsonArray array;
    for (const Reference &reference : image.references) {
        if (!reference.isDigest()) {
            array << reference.text();
        }
    }
    return array;
}

QJsonArray digestsToJson(const Image &image)
{
    QJsonArray array;
    const QList<Reference> digests = knownDigests(image);
    for (const Reference &reference : digests) {
        array << reference.text();
    }
    return array;
}

QJsonObject repositoryToJson(const QString &name, const Share &share)
{
    return {
        {u"name"_s, name},
        {u"images"_s, share.images},
        {u"unique"_s, share.unique.bytes},
        {u"shared"_s, share.shared.bytes},
        {u"estimate"_s, share.unique.isEstimate || share.shared.isEstimate},
    };
}

QJsonArray repositoriesToJson(const Image &image, const ImageShares &shares)
{
    QStringList names;
    for (const Reference &reference : image.references) {
        names << reference.repository();
    }
    names.removeDuplicates();
    QJsonArray array;
    for (const QString &name : std::as_const(names)) {
        array << repositoryToJson(name, shares.repository(name));
    }
    return array;
}

QString variantName(ImageVariant::Kind kind)
{
    switch (kind) {
    case ImageVariant::Kind::Platform:
        return u"platform"_s;
    case ImageVariant::Kind::Attestation:
        return u"attestation"_s;
    case ImageVariant::Kind::Foreign:
        return u"foreign"_s;
    }
    Q_UNREACHABLE();
}

void insertParts(QJsonObject &object, const std::optional<StoredParts> &parts)
{
    object.insert(u"packedSize"_s, parts ? QJsonValue(parts->packed) : QJsonValue());
    object.insert(u"unpackedSize"_s, parts ? QJsonValue(parts->unpacked) : QJsonValue());
}

QJsonValue platformsToJson(const Image &image, const StoreTraits &traits)
{
    if (hidesPlatforms(traits)) {
        return {};
    }
    QJsonArray array;
    for (const ImageVariant &variant : image.variants) {
        QJsonObject object{
            {u"kind"_s, variantName(variant.kind)},
            {u"name"_s, variant.name},
            {u"digest"_s, variant.digest},
            {u"size"_s, variant.size},
            {u"present"_s, variant.isPresent},
            {u"image"_s, variant.image.isEmpty() ? QJsonValue() : QJsonValue(variant.image.text())},
        };
        insertParts(object, storedParts(variant, traits));
        array << object;
    }
    return array;
}

QJsonObject imageToJson(const Snapshot &snapshot, const ImageShares &shares, Snapshot::Index index)
{
    const Share &share = shares.image(index);
    const Image &image = snapshot.images()[index];
    QList<Container> containers;
    for (const int position : snapshot.containersOf(index)) {
        containers << snapshot.containers()[position];
    }
    QJsonObject labels;
    for (auto label = image.labels.cbegin(); label != image.labels.cend(); ++label) {
        labels.insert(label.key(), label.value());
    }
    const StoreTraits &traits = snapshot.store().traits;
    QJsonObject object{
        {u"id"_s, image.id.text()},
        {u"references"_s, tagsToJson(image)},
        {u"digests"_s, digestsToJson(image)},
        {u"created"_s, image.created.isValid() ? image.created.toUTC().toString(Qt::ISODate) : QJsonValue()},
        {u"size"_s, image.size},
        {u"unique"_s, share.unique.bytes},
        {u"shared"_s, share.shared.bytes},
        {u"estimate"_s, share.unique.isEstimate || share.shared.isEstimate},
        {u"repositories"_s, repositoriesToJson(image, shares)},
        {u"containers"_s, containersToJson(containers)},
        {u"parent"_s, image.parent.isEmpty() ? QJsonValue() : QJsonValue(image.parent.text())},
        {u"labels"_s, labels},
        {u"platforms"_s, platformsToJson(image, traits)},
        {u"manifestList"_s, image.isList},
        {u"readOnly"_s, image.isReadOnly},
    };
    insertParts(object, storedParts(image, traits));
    return object;
}

QJsonArray idsToJson(const Snapshot &snapshot, const std::vector<int> &images)
{
    QJsonArray array;
    for (const int image : images) {
        array << snapshot.images()[image].id.text();
    }
    return array;
}

} // namespace

QJsonArray containersToJson(const QList<Container> &containers)
{
    QJsonArray array;
    for (const Container &container : containers) {
        array << QJsonObject{
            {u"id"_s, container.id.text()},
            {u"name"_s, container.name},
            {u"state"_s, stateName(container.state)},
        };
    }
    return array;
}

QJsonValue bytesToJson(const std::optional<ByteCount> &count)
{
    return count ? QJsonValue(count->bytes) : QJsonValue();
}

// What all images of a repository are together.
QJsonArray imagesToJson(const Snapshot &snapshot, bool withIntermediate)
{
    const ImageShares shares(snapshot);
    QJsonArray array;
    for (Snapshot::Index i = 0; i < snapshot.images().size(); ++i) {
        if (withIntermediate || !snapshot.isIntermediate(i)) {
            array << imageToJson(snapshot, shares, i);
        }
    }
    return array;
}

QJsonArray layersToJson(
    const Snapshot &snapshot, const std::vector<LayerGraph::Index> &layers, bool withNeeding)
{
    QJsonArray array;
    for (const LayerGraph::Index index : layers) {
        const Layer &layer = snapshot.layers().layer(index);
        const bool isBase = layer.parent == LayerGraph::None;
        QJsonObject object{
            {u"chainId"_s, layer.chainId.text()},
            {u"diffId"_s, layer.diffId.text()},
            {u"parent"_s, isBase ? QJsonValue() : snapshot.layers().layer(layer.parent).chainId.text()},
            {u"size"_s, layer.size},
            {u"estimate"_s, layer.isAbout()},
            {u"command"_s, dockerfile::instruction(layer.createdBy)},
            {u"images"_s, idsToJson(snapshot, layer.images)},
            {u"imageCount"_s, layer.imageCount},
        };
        if (withNeeding) {
            object.insert(u"neededBy"_s, idsToJson(snapshot, snapshot.layers().imagesOf(index)));
        }
        array << object;
    }
    return array;
}

} // namespace jettison::cli
