// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/undoreport.h"
#include "jobs/backupfolder.h"
#include "stores/store.h"

#include <optional>

namespace jettison {

/// Gives images the tags back that a removal took, and tells the report what came of each. Worker thread.
class UndoNames
{
public:
    /// All but the options and the token must live on.
    UndoNames(Store &store, const BackupFolder &folder, const UndoOptions &options, const CancelToken &cancel,
        UndoReport &report);

    /// Of an image that the store has, or would have if it were no dry run.
    void giveBack(const Image &image);
    /// Of one that it has not: another backup may bring it and them back.
    void giveUp(const Image &image);

private:
    void giveNameBack(const ImageId &image, const Reference &reference);
    bool isKeptElsewhere(const ImageId &image);

    Store &m_store;
    const BackupFolder &m_folder;
    UndoOptions m_options;
    CancelToken m_cancel;
    UndoReport &m_report;
    /// Read when they are needed first.
    std::optional<QList<Backup>> m_backups;
};

} // namespace jettison
