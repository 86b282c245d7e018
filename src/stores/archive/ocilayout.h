// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/archivedimage.h"

/// The format of OCI image layouts, in a folder or in a tar archive.
/// https://github.com/opencontainers/image-spec/blob/main/image-layout.md
namespace jettison::ocilayout {

constexpr auto IndexPath = QLatin1StringView("index.json");
constexpr auto MarkerPath = QLatin1StringView("oci-layout");

/// The images of a layout, each digest that the index names once. NotAnArchive: there is no `index.json`.
/// BrokenArchive: it cannot be read, an image of one platform lacks a blob, or a blob has not the size or,
/// where it was computed, not the digest by which it is named.
Result<QList<ArchivedImage>> images(const ArchiveCatalog &catalog);

} // namespace jettison::ocilayout
