// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalplan.h"

namespace jettison {

/// Bytes of the archive that a backup of the plan needs, not packed: of all layers that its deleted images
/// need, those that others need as well included. An estimate, and a high one while the layers are unread.
qint64 backupSize(const RemovalPlan &plan);
/// The same of an archive of these images.
qint64 savedSize(const Snapshot &snapshot, const std::vector<Snapshot::Index> &images);

} // namespace jettison
