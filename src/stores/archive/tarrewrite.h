// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/rewritejob.h"

namespace jettison {

/// See rewriteArchive().
Result<void> rewriteTar(const RewriteJob &job);
/// Writes the archive as a new file, or in the place of another one.
Result<void> writeTarFile(const RewriteJob &job, const QString &path, Compression compression);
/// Writes the archive to a device, not packed. It is not read back.
Result<void> writeTar(const RewriteJob &job, QIODevice &target);

} // namespace jettison
