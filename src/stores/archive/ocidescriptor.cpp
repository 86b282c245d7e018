// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/ocidescriptor.h"

#include "stores/archive/imageconfig.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace jettison::oci {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Annotations = "annotations"_L1;

// A full name, and not a tag alone as skopeo and umoci write it.
bool isFullName(const Reference &reference)
{
    return !reference.isDigest() && !reference.repository().isEmpty() && !reference.tag().isEmpty();
}

} // namespace

Descriptor descriptor(const QJsonObject &object)
{
    const QJsonObject annotations = object.value(Annotations).toObject();
    const QString platform = platformName(object.value("platform"_L1).toObject());
    return {
        .mediaType = object.value("mediaType"_L1).toString(),
        .artifactType = object.value("artifactType"_L1).toString(),
        .digest = object.value("digest"_L1).toString(),
        .size = object.value("size"_L1).toInteger(),
        .platform = platform,
        .isAttestation =
            annotations.contains("vnd.docker.reference.type"_L1) || platform == "unknown/unknown"_L1,
        .mayBeAbsent = !object.value("urls"_L1).toArray().isEmpty() || object.contains("data"_L1),
    };
}

// Where both keys give the same name, the second is the one that was given.
Reference referenceOf(const QJsonObject &descriptor)
{
    const QJsonObject annotations = descriptor.value(Annotations).toObject();
    const Reference name(annotations.value(ImageNameKey).toString());
    const Reference tag(annotations.value(RefNameKey).toString());
    const bool isSame = isFullName(tag) && tag.canonical() == name.canonical();
    return name.text().isEmpty() || isSame ? tag : name;
}

// skopeo and umoci look for the second key, containerd for a full name in the first.
QJsonObject named(QJsonObject descriptor, const Reference &reference)
{
    QJsonObject annotations = descriptor.value(Annotations).toObject();
    annotations.remove(ImageNameKey);
    annotations.remove(RefNameKey);
    if (!reference.text().isEmpty()) {
        annotations.insert(RefNameKey, reference.text());
        if (isFullName(reference)) {
            annotations.insert(ImageNameKey, reference.canonical());
        }
    }
    descriptor.remove(Annotations);
    if (!annotations.isEmpty()) {
        descriptor.insert(Annotations, annotations);
    }
    return descriptor;
}

QString blobPath(const QString &digest)
{
    static const QRegularExpression expression(
        QRegularExpression::anchoredPattern(u"([a-z0-9]+(?:[+._-][a-z0-9]+)*):([a-zA-Z0-9=_-]+)"_s));
    const QRegularExpressionMatch match = expression.match(digest);
    return match.hasMatch() ? "blobs/"_L1 + match.captured(1) + u'/' + match.captured(2) : QString();
}

bool isIndexType(const QString &mediaType)
{
    return mediaType == IndexType
        || mediaType == "application/vnd.docker.distribution.manifest.list.v2+json"_L1;
}

bool isManifestType(const QString &mediaType)
{
    return mediaType == ManifestType
        || mediaType == "application/vnd.docker.distribution.manifest.v2+json"_L1
        // Of an older draft of the specification, without layers that make up an image.
        || mediaType == "application/vnd.oci.artifact.manifest.v1+json"_L1;
}

bool isConfigType(const QString &mediaType)
{
    return mediaType == ConfigType || mediaType == "application/vnd.docker.container.image.v1+json"_L1;
}

} // namespace jettison::oci
