// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ids.h"
#include "core/reference.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

namespace jettison {

/// What an image is for one platform, or what is kept beside it.
struct ImageVariant
{
    enum class Kind {
        Platform,
        Attestation, ///< what a builder says of how a platform was made
        Foreign, ///< no image: something else that is kept like one
    };

    Kind kind = Kind::Platform;
    /// Such as `linux/arm64/v8`; of what is foreign its media type.
    QString name = {};
    /// `sha256:…`
    QString digest = {};
    /// Bytes of all its layers.
    qint64 size = 0;
    /// Of these the bytes of files, where a store keeps layers both packed and unpacked. It need not have
    /// unpacked any.
    qint64 unpacked = 0;
    /// Stores need not have every platform that an image names.
    bool isPresent = true;
    /// Of a manifest list: the image that is meant, if the store has it.
    ImageId image = {};

    friend bool operator==(const ImageVariant &, const ImageVariant &) = default;
};

struct Image
{
    ImageId id;
    /// Tags and digest references. In a Snapshot they stand in the order of their canonical names, the
    /// engine's own.
    QList<Reference> references;
    /// Set by `docker commit` and the legacy builder only. Empty if there is none.
    ImageId parent;
    QDateTime created;
    /// Bytes of all its layers, shared ones included.
    qint64 size = 0;
    QMap<QString, QString> labels;
    /// Empty where the store tells no more than that it is an image.
    QList<ImageVariant> variants = {};
    /// Digest references that are no names of their own, but by which a registry may know the image.
    QList<Reference> digests = {};
    /// It lies in an additional store, which the engine only reads.
    bool isReadOnly = false;
    /// Docker's containerd store has it without a name, too, and lists only its names: see namelessRecord().
    bool hasNamelessRecord = false;
    /// Of such a one: names that the engine's own store gives it, so that they can go, and those of the
    /// additional store that it repeats.
    QList<Reference> ownReferences = {};
    QList<Reference> repeatedReferences = {};
    /// A manifest list of Podman: it names images of their own, its variants, and has no layers.
    bool isList = false;

    friend bool operator==(const Image &, const Image &) = default;
};

/// The name of the record that keeps an image there which has no other name. It can stay beside names, as
/// where an image is loaded that the store had, and goes with the first of them.
Reference namelessRecord(const ImageId &id);
bool isNamelessRecord(const Reference &reference);

/// Whether the name can be taken from it: one of an additional store cannot.
bool canLose(const Image &image, const Reference &reference);
bool isPresentPlatform(const ImageVariant &variant);
/// The platforms that the store has, in their order.
QList<ImageVariant> presentPlatforms(const Image &image);

} // namespace jettison
