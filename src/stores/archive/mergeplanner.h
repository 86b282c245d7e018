// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/archivemerge.h"

namespace jettison {

/// Makes the plan of planMerge().
class MergePlanner
{
public:
    MergePlanner(const OpenedArchive &target, const OpenedArchive &source)
        : m_target(target),
          m_source(source)
    {
    }

    Result<Merge> plan(const QList<WantedImage> &images);

private:
    /// An image as it is in the target, or will be.
    struct Place
    {
        /// What the target calls it.
        ImageId id = {};
        /// In its index; empty if that has none.
        QJsonObject descriptor = {};
        /// In its manifest; empty if that has none.
        QJsonObject entry = {};
    };

    Result<void> readListings();
    Result<void> add(const WantedImage &wanted);
    void addReferences(const Place &place, const QList<Reference> &references);
    void moveReference(const Reference &reference, const ImageId &to);
    const ArchivedImage *presentImage(const ArchivedImage &image, const WantedImage &wanted) const;
    Place placeOf(const ArchivedImage &present) const;

    Result<Place> addToLayout(const ArchivedImage &image);
    Place copyBlobs(const ArchivedImage &image);
    Result<Place> convertToLayout(const ArchivedPlatform &platform);
    Result<Place> addToDocker(const ArchivedImage &image, const WantedImage &wanted);
    Result<QJsonObject> addLayer(const ArchivedLayer &layer, bool mayStayPacked);
    QJsonObject addManifest(const QJsonObject &config, const QJsonArray &layers);
    QJsonObject addConfig(const ArchivedPlatform &platform);
    Result<const ArchivedPlatform *> choosePlatform(
        const ArchivedImage &image, const WantedImage &wanted) const;
    void addFile(const QString &from, const AddedFile &file);
    void addSmall(const QString &path, const QByteArray &content);
    bool isThere(const QString &path, qint64 size) const;

    const OpenedArchive &m_target;
    const OpenedArchive &m_source;
    ArchiveListing m_targetListing;
    ArchiveListing m_sourceListing;
    /// What the source holds as a layout, by the digest in its index.
    QHash<ImageId, ArchivedImage> m_layoutImages;
    QHash<DiffId, QString> m_targetLayers;
    QSet<ImageId> m_wanted;
    struct Arrival
    {
        Place place;
        QList<Reference> references;
    };
    QList<Arrival> m_arrivals;
    Merge m_merge;
};

} // namespace jettison
