// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/snapshot.h"

#include <QList>
#include <QStringList>
#include <QStringView>

namespace jettison {

/// What a person chose: some references or platforms of an image, or all of it.
struct RemovalTarget
{
    ImageId image;
    /// In the order they shall go; empty means the whole image, with every reference.
    QList<Reference> references = {};
    /// ImageVariant::digest of each platform that alone shall go; then there are no references.
    QStringList platforms = {};

    friend bool operator==(const RemovalTarget &, const RemovalTarget &) = default;
};

/// Finds what `docker image rm` would take the text for: name, name:tag, name@digest, ID, or an unambiguous
/// beginning of an ID of at least 4 digits. A name wins over such a beginning. A digest that is no name of
/// its own stands for the names of its repository; `name:tag@digest` for the tag, if it has that digest, but
/// in Docker's classic store for the digest. NotFound (the detail lists the names that end as the text does,
/// a line each, if they are few), AmbiguousId (the detail lists the candidates) or InvalidName.
Result<RemovalTarget> findTarget(const Snapshot &snapshot, QStringView typed);

/// The same, to be removed. Also DigestOfSeveral (the detail lists the names): Podman takes no name away by a
/// digest that is none itself, only an image with its one name.
Result<RemovalTarget> findRemoval(const Snapshot &snapshot, QStringView typed);

/// For these of its platforms alone, each by its name as docker takes it, such as `linux/arm64`, `arm64` or
/// `linux/aarch64/v8`. NoPlatform: the image has none of that name, or several.
Result<RemovalTarget> withPlatforms(
    const RemovalTarget &target, const QStringList &names, const Snapshot &snapshot);

/// Whole sets of images, each in the snapshot's order.
enum class Selector { All, Dangling, Unused };
QList<RemovalTarget> selectTargets(const Snapshot &snapshot, Selector selector);

} // namespace jettison
