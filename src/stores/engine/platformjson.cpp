// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/platformjson.h"

#include "stores/engine/layerjson.h"
#include "stores/jsonreading.h"

#include <QStringList>

#include <algorithm>

namespace jettison::enginejson {

using namespace Qt::StringLiterals;

namespace {

constexpr auto PlatformKeys = {"os"_L1, "architecture"_L1, "variant"_L1};

ImageVariant::Kind kindOf(const QString &name)
{
    if (name == "image"_L1) {
        return ImageVariant::Kind::Platform;
    }
    return name == "attestation"_L1 ? ImageVariant::Kind::Attestation : ImageVariant::Kind::Foreign;
}

Result<ImageVariant> variant(const QJsonObject &manifest)
{
    const QString digest = manifest.value("ID"_L1).toString();
    if (!json::isDigest(digest)) {
        return json::malformed("no digest of a manifest: "_L1 + digest);
    }
    const QJsonObject descriptor = manifest.value("Descriptor"_L1).toObject();
    const QJsonObject image = manifest.value("ImageData"_L1).toObject();
    // Descriptors need not tell it. What the image itself tells is there only while its content is.
    const QString declared = platformName(descriptor.value("platform"_L1).toObject());
    const ImageVariant::Kind kind = kindOf(manifest.value("Kind"_L1).toString());
    const QString platform =
        declared.isEmpty() ? platformName(image.value("Platform"_L1).toObject()) : declared;
    const auto bytes = [](const QJsonObject &sizes, QLatin1StringView key) {
        return std::max<qint64>(0, sizes.value(key).toInteger());
    };
    return ImageVariant{.kind = kind,
        .name = kind == ImageVariant::Kind::Foreign ? descriptor.value("mediaType"_L1).toString() : platform,
        .digest = digest,
        .size = bytes(manifest.value("Size"_L1).toObject(), "Total"_L1),
        .unpacked = bytes(image.value("Size"_L1).toObject(), "Unpacked"_L1),
        .isPresent = manifest.value("Available"_L1).toBool()};
}

} // namespace

QString platformName(const QJsonObject &platform)
{
    QStringList parts;
    for (const QLatin1StringView key : PlatformKeys) {
        parts << platform.value(key).toString();
    }
    parts.removeAll(QString());
    return parts.join(u'/');
}

Result<QList<ImageVariant>> variants(const QJsonValue &manifests)
{
    QList<ImageVariant> list;
    const QJsonArray array = manifests.toArray();
    for (const QJsonValue manifest : array) {
        const Result<ImageVariant> read = variant(manifest.toObject());
        if (!read) {
            return tl::unexpected(read.error());
        }
        list << *read;
    }
    return list;
}

Result<PlatformLayers> platformLayers(const QByteArray &json)
{
    const Result<QJsonObject> object = json::parseObject(json);
    if (!object) {
        return tl::unexpected(object.error());
    }
    const Result<QList<DiffId>> layers = diffIds(json);
    if (!layers) {
        return tl::unexpected(layers.error());
    }
    return variants(object->value("Manifests"_L1)).map([&](const QList<ImageVariant> &list) {
        return PlatformLayers{.diffIds = *layers, .variants = list};
    });
}

QByteArray platformParameter(const QString &name)
{
    const QStringList parts = name.split(u'/');
    QJsonObject platform;
    qsizetype i = 0;
    for (const QLatin1StringView key : PlatformKeys) {
        if (i < parts.size()) {
            platform.insert(key, parts[i++]);
        }
    }
    return QJsonDocument(platform).toJson(QJsonDocument::Compact).toPercentEncoding();
}

} // namespace jettison::enginejson
