// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/image.h"

#include <algorithm>

namespace jettison {

namespace {

// moby's daemon/containerd/soft_delete.go.
constexpr QLatin1StringView NamelessRepository("moby-dangling");

} // namespace

Reference namelessRecord(const ImageId &id)
{
    return Reference(NamelessRepository + u'@' + id.text());
}

bool isNamelessRecord(const Reference &reference)
{
    return reference.isDigest() && reference.repository() == NamelessRepository;
}

bool canLose(const Image &image, const Reference &reference)
{
    return !image.isReadOnly || image.ownReferences.contains(reference);
}

bool isPresentPlatform(const ImageVariant &variant)
{
    return variant.kind == ImageVariant::Kind::Platform && variant.isPresent;
}

QList<ImageVariant> presentPlatforms(const Image &image)
{
    QList<ImageVariant> present;
    std::ranges::copy_if(image.variants, std::back_inserter(present), isPresentPlatform);
    return present;
}

} // namespace jettison
