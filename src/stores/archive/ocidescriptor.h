// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/reference.h"

#include <QJsonObject>
#include <QString>

/// https://github.com/opencontainers/image-spec/blob/main/descriptor.md
namespace jettison::oci {

constexpr auto ImageNameKey = QLatin1StringView("io.containerd.image.name");
constexpr auto RefNameKey = QLatin1StringView("org.opencontainers.image.ref.name");
constexpr auto IndexType = QLatin1StringView("application/vnd.oci.image.index.v1+json");
constexpr auto ManifestType = QLatin1StringView("application/vnd.oci.image.manifest.v1+json");
constexpr auto ConfigType = QLatin1StringView("application/vnd.oci.image.config.v1+json");
constexpr auto LayerType = QLatin1StringView("application/vnd.oci.image.layer.v1.tar");

/// What names a blob.
struct Descriptor
{
    QString mediaType = {};
    QString artifactType = {};
    QString digest = {};
    qint64 size = 0;
    /// `os/architecture/variant`; empty if it does not tell.
    QString platform = {};
    bool isAttestation = false;
    /// Its content can be had elsewhere: from a URL, or out of the descriptor.
    bool mayBeAbsent = false;
};

Descriptor descriptor(const QJsonObject &object);

/// The name that a descriptor in an index gives, spelled as it stands there; empty if it gives none.
Reference referenceOf(const QJsonObject &descriptor);
/// The same descriptor with that name, or with none; other annotations stay.
QJsonObject named(QJsonObject descriptor, const Reference &reference);

/// `blobs/ALGORITHM/DIGITS`; empty if it is no digest.
QString blobPath(const QString &digest);

bool isIndexType(const QString &mediaType);
bool isManifestType(const QString &mediaType);
bool isConfigType(const QString &mediaType);

} // namespace jettison::oci
