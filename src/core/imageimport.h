// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imageexport.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace jettison {

/// What would come into a store with the images of an archive.
struct ImportPreview
{
    struct Name
    {
        /// As it stands in the archive, and as the store will know it.
        Reference inArchive = {};
        Reference inStore = {};
        /// The image of the store that has it now; empty if none has.
        ImageId holder = {};

        friend bool operator==(const Name &, const Name &) = default;
    };
    struct Entry
    {
        /// As it is there, under the ID that it has in the archive.
        Image image = {};
        /// As the store will call it, as far as that can be known; the first of them is likely.
        QList<ImageId> ids = {};
        /// Empty: it is not there yet.
        ImageId presentId = {};
        QList<Name> names = {};
        /// Such as `linux/amd64`; those that come.
        QStringList platforms = {};
        /// It is there, but for some of these platforms.
        bool bringsPlatforms = false;
        /// The store can have it: an artifact is no image.
        bool isPossible = true;
        /// Positions in `layers`.
        std::vector<int> layers = {};

        bool isPresent() const { return !presentId.isEmpty(); }
        /// Nothing at all would change.
        bool isComplete() const;
    };
    struct Layer
    {
        /// In the archive.
        QString path = {};
        /// Bytes that it takes in the store; of these what it takes packed beside its files.
        qint64 size = 0;
        qint64 packed = 0;
        bool isNew = true;
        bool isEstimate = false;
    };
    /// What some of the images add.
    struct Sum
    {
        int images = 0;
        int layers = 0;
        int newLayers = 0;
        ByteCount bytes = {};

        friend bool operator==(const Sum &, const Sum &) = default;
    };

    QString path = {};
    QList<Entry> images = {};
    std::vector<Layer> layers = {};
    /// Why there is nothing to show.
    std::optional<Error> error = {};

    const Entry *find(const ImageId &id) const;
    /// By their IDs in the archive.
    Sum sumOf(const QList<RemovalTarget> &targets) const;
    /// Names that other images of the store would lose.
    QList<MovedName> movedBy(const QList<RemovalTarget> &targets) const;
    /// Every image that the store can have, with all its names.
    QList<RemovalTarget> everything() const;
};

struct ImportRequest
{
    QString path = {};
    /// By their IDs and names in the archive.
    QList<RemovalTarget> targets = {};
};

/// What the store really has afterwards.
struct ImportReport
{
    struct LostName
    {
        Reference reference = {};
        /// Who has it; empty if nobody.
        ImageId holder = {};

        friend bool operator==(const LostName &, const LostName &) = default;
    };

    ImportRequest request = {};
    /// New in the store, by their IDs there, and those that had been there before.
    QList<ImageId> imported = {};
    QList<ImageId> present = {};
    /// By their IDs in the archive.
    QList<ImageId> missing = {};
    /// Names that are there and were not, or were another image's.
    QList<Reference> tagged = {};
    QList<MovedName> moved = {};
    QList<LostName> untagged = {};
    /// Why it ended before its end.
    std::optional<Error> error = {};
    /// An engine that was left alone with what it had got: more may come.
    bool mayGoOn = false;

    bool isComplete() const { return !error && missing.isEmpty() && untagged.isEmpty(); }
};

} // namespace jettison
