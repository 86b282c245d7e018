// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/undoreport.h"
#include "jobs/backupfolder.h"
#include "stores/store.h"

namespace jettison {

/// Gives images the tags back that a removal took, and tells the report what came of each. Worker thread.
class UndoNames
{
public:
    /// All but the options and the token must live on.
    UndoNames(Store &store, const BackupFolder &folder, const UndoOptions &options, const CancelToken &cancel,
        UndoReport &report);

    /// `isThere`: the store has the image, or will have it after a dry run.
    void giveBack(const Image &image, bool isThere);

private:
    void giveBack(const ImageId &image, const Reference &reference);
    bool isKeptElsewhere(const ImageId &image) const;

    Store &m_store;
    const BackupFolder &m_folder;
    UndoOptions m_options;
    CancelToken m_cancel;
    UndoReport &m_report;
};

} // namespace jettison
