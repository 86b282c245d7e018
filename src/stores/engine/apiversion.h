// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

/// Versions of the Engine API, such as `1.41`.
namespace jettison::apiversion {

/// The newest version that both sides speak. UnsupportedVersion.
Result<QString> agree(const QByteArray &engineVersion);
/// UnsupportedVersion if the engine takes no version as old as the agreed one.
Result<void> checkOldest(const QString &engineOldest, const QString &agreed);

/// Disk usage can be asked for one kind of thing alone.
bool hasTypedUsage(const QString &agreed);
/// Docker may keep its images in containerd.
bool mayUseContainerd(const QString &agreed);

} // namespace jettison::apiversion
