// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backup.h"
#include "core/error.h"

#include <QByteArray>

namespace jettison {

/// What stands beside the archive of a backup. Its ID and size are those of its folder.
QByteArray backupToJson(const Backup &backup);
/// MalformedReply; UnsupportedVersion: a later version of this program has written it.
Result<Backup> backupFromJson(const QByteArray &json);

} // namespace jettison
