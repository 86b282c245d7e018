// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/snapshot.h"
#include "stores/store.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QList>
#include <QStringList>

namespace jettison {

/// Finds which of the known layers containers hold whose image is gone and was never read: both lie in the
/// same folders of the store. Worker thread.
class HeldLayers
{
public:
    /// `contents` as those of the snapshot. Where every container has its image, nothing will be asked.
    void start(const SnapshotPtr &snapshot, const ImageContents &contents);
    /// Asks on until everything is found (true) or `until` has passed. The errors are those of a store that
    /// cannot be reached.
    Result<bool> read(Store &store, const QDeadlineTimer &until, const CancelToken &cancel);
    /// Of the images that are gone: their lowest layers, as far as images that are there have these as well.
    /// Nothing of those that the store does not tell.
    const ImageContents &found() const { return m_found; }

private:
    struct Place
    {
        ImageId image;
        /// Layers of the image up to the one in this place.
        qsizetype layers = 0;
    };

    Result<void> readContainer(const Container &container, Store &store, const CancelToken &cancel);
    Result<void> readImage(const ImageId &image, Store &store, const CancelToken &cancel);
    void match();

    ImageContents m_contents;
    /// What is still to be asked, the next one last.
    QList<Container> m_containers;
    QList<ImageId> m_images;
    /// Of images that are gone.
    QHash<ImageId, QStringList> m_below;
    QHash<QString, Place> m_places;
    bool m_isComplete = true;
    ImageContents m_found;
};

} // namespace jettison
