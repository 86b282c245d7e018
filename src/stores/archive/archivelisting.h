// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/openedarchive.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace jettison {

/// Images, with the references that each has.
using ImageReferences = QHash<ImageId, QList<Reference>>;

/// The files by which an archive names its images: `manifest.json`, `index.json` and `repositories`, those of
/// them that it has. What is not understood in them stays as it is.
class ArchiveListing
{
public:
    /// BrokenArchive.
    static Result<ArchiveListing> read(const ArchiveCatalog &catalog);

    bool hasManifest() const { return m_manifest.has_value(); }
    bool hasIndex() const { return m_index.has_value(); }
    /// The first descriptor of that digest in the index.
    QJsonObject descriptor(const QString &digest) const;

    /// Leaves these images alone, with these references of theirs alone. `images` are all there are.
    void keep(const QList<ArchivedImage> &images, const ImageReferences &staying);
    /// An entry of the manifest, or more references for the one that has the same configuration.
    void addEntry(const QJsonObject &entry, const QList<Reference> &references);
    /// A descriptor in the index, once for each reference.
    void addDescriptor(const QJsonObject &descriptor, const QList<Reference> &references);

    /// By path, as they are now.
    QHash<QString, QByteArray> files() const;

private:
    void keepInManifest(const ImageReferences &staying);
    void keepInIndex(const QList<ArchivedImage> &images, const ImageReferences &staying);
    void keepInRepositories(const QList<ArchivedImage> &images, const ImageReferences &staying);
    ImageId idOf(const QJsonObject &entry) const;

    const ArchiveCatalog *m_catalog = nullptr;
    std::optional<QJsonArray> m_manifest;
    std::optional<QJsonObject> m_index;
    std::optional<QJsonObject> m_repositories;
};

} // namespace jettison
