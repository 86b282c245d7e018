// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backup.h"
#include "stores/archive/openedarchive.h"

#include <functional>

namespace jettison {

/// The names that stand in a backup for an image of its archive, whichever of its digests the store called it
/// by. The archive has none itself, so that an undo moves no name.
QList<Reference> keptNames(const Backup &backup, const ArchivedImage &archived);

/// Gives the images of a backup's archive these names, but for those that are taken: as in an undo, a name
/// that another image has now is that image's. Of another archive nothing changes.
void addKeptNames(OpenedArchive &archive, const std::function<bool(const Reference &)> &isTaken);

} // namespace jettison
