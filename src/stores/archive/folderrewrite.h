// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/rewritejob.h"

namespace jettison {

/// See rewriteArchive().
Result<void> rewriteFolder(const RewriteJob &job);
/// Writes a new layout into a folder that is empty or not there. Conflict: it is not empty.
Result<void> writeFolder(const RewriteJob &job, const QString &path);

} // namespace jettison
