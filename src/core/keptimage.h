// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/container.h"
#include "core/ids.h"
#include "core/reference.h"

#include <QList>
#include <QStringList>

namespace jettison {

/// An image of the selection, or named by it, that stays, and why.
struct KeptImage
{
    enum class Reason {
        InUse, ///< containers use it or an image built on it
        HasChildImages, ///< images that are not chosen are built on it
        DigestGuarded, ///< the engine refuses to part a tag from its digest while a container uses the image;
                       ///< force or not
        DigestTakesTags, ///< the engine would take the tags of the repository along with the digest
        ReadOnlyStore, ///< it lies in an additional store that the engine only reads
        NoPlatforms, ///< the store cannot remove one platform of an image alone
        PlatformAbsent, ///< the image names the platform, but the store has nothing of it
        PlatformInUse, ///< containers use the image; force or not
        LastPlatform, ///< nothing of the image would be left but its name
        PlatformShared, ///< the engine would take layers away that others need
        PlatformUnread, ///< what others need of it is not known
        OtherPlatforms, ///< only some platforms were chosen: the image stays for the others
        StillReferenced, ///< only some references were chosen: the image stays under the others
    };

    ImageId image;
    Reason reason = Reason::InUse;
    /// All that use the image or one built on it.
    QList<Container> containers = {};
    /// Those in the way: built on the image and not chosen, or with the same layers.
    QList<ImageId> children = {};
    /// The names that stay.
    QList<Reference> references = {};
    /// Names of the platforms that stay, or of the one that this is about.
    QStringList platforms = {};

    /// Something that was asked for will not be done.
    bool isBlocked() const { return reason != Reason::StillReferenced && reason != Reason::OtherPlatforms; }
    /// It is about a platform that was to go alone, not about the image.
    bool isOfPlatform() const { return isBlocked() && !platforms.isEmpty(); }
};

} // namespace jettison
