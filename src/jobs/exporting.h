// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imageexport.h"
#include "jobs/backupteller.h"
#include "stores/store.h"

namespace jettison {

/// Writes images to an archive or a layout. They are saved beside it, read back with every digest computed
/// anew, and put in its place; after an error or a cancel what was there is as it was, and nothing is left of
/// the rest. An image of another ID or name than in the snapshot is not exported. Worker thread.
/// TargetExists, SameFile, LayoutOnly, NoLayers before anything is written; ReferenceMoved, NotFound,
/// NoSpace, FileFailed, NotAnArchive, BrokenArchive, Conflict, Cancelled, and the store's codes.
ExportReport exportImages(
    const ExportRequest &request, Store &store, const CancelToken &cancel, const BackupListener &progress);

} // namespace jettison
