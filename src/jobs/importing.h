// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imageimport.h"
#include "jobs/backupteller.h"
#include "stores/archive/openedarchive.h"
#include "stores/store.h"

namespace jettison {

/// An archive that was read through with all its digests, and what of it would come into a store.
struct ReadImport
{
    OpenedArchive archive = {};
    ImportPreview preview = {};
};

/// Reads an archive or a layout for the store of a snapshot whose layers are read. The codes of
/// openArchive(); BrokenArchive also if an image in it is damaged. Worker thread.
Result<ReadImport> readForImport(
    const QString &path, const Snapshot &snapshot, const CancelToken &cancel, const BackupListener &progress);

/// Takes images of an archive, opened with Digests::Computed, into a store. Whatever the store says, the
/// report tells what is there afterwards. Worker thread.
ImportReport importImages(const ImportRequest &request, const OpenedArchive &archive, Store &store,
    const CancelToken &cancel, const BackupListener &progress);

} // namespace jettison
