// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/undoreport.h"
#include "stores/archive/openedarchive.h"
#include "stores/store.h"

namespace jettison {

/// Of `platforms`, images that are in the archive as a whole, leaves there those platforms alone that are
/// their variants. What is left is a layout: an image's index and what it names for them, which is what its
/// store has lost. BrokenArchive, FileFailed, NoSpace, Cancelled.
Result<void> leavePlatforms(const QList<Image> &platforms, const QString &archive, const CancelToken &cancel,
    const ArchiveProgress &progress);

/// Whether they are there and whole; see verifyImages().
Result<void> verifyPlatforms(
    const ArchiveCatalog &catalog, const QList<ArchivedImage> &images, const QList<Image> &platforms);

/// Those of the backup that the images have, or else lack.
QList<UndoReport::Platform> platformsOf(const Backup &backup, const QList<Image> &images, bool areThere);
/// TakesNoPlatforms: the backup has some, and the store could not get them back.
Result<void> checkPlatforms(const Backup &backup, const StoreTraits &traits);
/// Which of its backup's platforms are there and missing. Those that were missing the last time are restored.
void notePlatforms(const QList<Image> &images, UndoReport &report);

/// What is loaded without a name gets one in the containerd store that no list shows while the image has
/// others; but when these go, the engine tells it as one of them. Where it cannot be dropped, that is all.
void dropHiddenName(const Image &image, Store &store, const CancelToken &cancel);

} // namespace jettison
