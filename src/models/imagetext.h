// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/snapshot.h"

#include <QString>
#include <QStringList>

namespace jettison {

/// What a table shows of an image; `<none>` where it has no name.
QString repositoryText(const Image &image);
/// Its tag, how many there are, or its shortened digest.
QString tagsText(const Image &image);
/// The tag, or the shortened digest.
QString tagText(const Reference &reference);
/// All its references, or its ID if it has none.
QStringList namesOf(const Image &image);
/// What is worth a row of its own: one platform is the image itself.
QList<ImageVariant> shownVariants(const Image &image);
/// A platform, or what else it is.
QString variantText(const ImageVariant &variant);
/// The ID of what it stands for: of an image, or of its manifest.
QString variantId(const ImageVariant &variant);
/// What else people should know of it: that it is a manifest list, or read-only. Mostly empty.
QString noteText(const Image &image);
/// The containers that use it, with their states.
QString userNames(const Snapshot &snapshot, Snapshot::Index image);
/// The chain IDs of all its layers, to search among.
QString layerIdsText(const Snapshot &snapshot, Snapshot::Index image);

} // namespace jettison
