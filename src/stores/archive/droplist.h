// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QSet>
#include <QString>

/// Blobs that a rewrite of a folder is about to drop, remembered in a file in it, so that the next rewrite
/// can finish what a killed one began. No other program looks at the file, and nothing in it is trusted:
/// whoever reads it must see that no image needs what it names.
namespace jettison::droplist {

/// Paths such as `blobs/sha256/…`; anything else that stands there is passed over.
QSet<QString> read(const QString &folder);
/// Adds the blobs among the paths, durably. FileFailed, NoSpace.
Result<void> add(const QString &folder, const QSet<QString> &paths);
void remove(const QString &folder);

} // namespace jettison::droplist
