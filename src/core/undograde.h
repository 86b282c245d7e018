// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalreport.h"

#include <QList>

namespace jettison {

/// How an image of a plan could come back.
struct UndoGrade
{
    enum class Way {
        ReTag, ///< it stays under another name; only a name has to be given back
        FromBackup, ///< the plan keeps a backup of it
        PullAgain, ///< no backup, but a registry had it under a digest
        MayBePulled, ///< no backup, and the store makes a digest up for every image: a registry may have it
        Unsaved, ///< a manifest list: no archive holds one
        Never,
    };

    ImageId image;
    Way way = Way::Never;
    /// For PullAgain and MayBePulled.
    Reference digest = {};
    /// It is deleted, and no registry ever had it, or none that the store knows of.
    bool isOnlyCopy = false;
};

/// The digest references by which a registry had it, as far as the store tells. Pure.
QList<Reference> knownDigests(const Image &image);
/// Those by which a registry may know it. Where an image is called by its manifest's digest,
/// any repository among its names may have it, whatever the store tells of them: its own names come first,
/// and Docker Hub, to which a private name is nobody's business, comes last. Pure.
QList<Reference> registryDigests(const Image &image, const StoreTraits &traits);

/// A registry had it under a digest, and the store can pull. Pure.
bool canBePulled(const Image &image, const StoreInfo &store);
/// Only the store's word is missing that a registry ever had it. Pure.
bool mayBePulled(const Image &image, const StoreInfo &store);

/// Of every image that the plan deletes or takes names from, in the order of the plan. Pure.
QList<UndoGrade> undoGrades(const RemovalPlan &plan);

/// What goes and no undo brings back: images; and images that stay, with the platforms that go as their
/// variants. Pure.
QList<Image> goneForGood(const RemovalPlan &plan);
/// The same of what went.
QList<Image> goneForGood(const RemovalReport &report);

} // namespace jettison
