// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "jobs/backupteller.h"
#include "jobs/exporttarget.h"
#include "stores/archive/archivemerge.h"

#include <QLockFile>

namespace jettison {

/// Files beside a target, gone again with this object. What a killed run left goes before.
class ExportDraft
{
public:
    explicit ExportDraft(const QString &target);
    ~ExportDraft();
    Q_DISABLE_COPY_MOVE(ExportDraft)

    /// False: another program just writes to the same target.
    bool isOurs() const { return m_isOurs; }
    const QString &path() const { return m_path; }
    /// For a layout in a folder.
    QString folder() const { return m_path + QStringLiteral(".d"); }

private:
    void remove() const;

    QString m_path;
    QLockFile m_lock;
    bool m_isOurs = false;
};

/// Puts images of a saved archive, which lies in the draft, where they are wanted.
class ExportPlacing
{
public:
    /// All of these outlive it. `wanted`: by their IDs in the saved archive.
    ExportPlacing(const ExportTarget &target, const ExportDraft &draft, const OpenedArchive &saved,
        const QList<WantedImage> &wanted, CancelToken cancel, BackupTeller &teller);

    /// Renames the draft if it is what was asked for, and else converts it. The codes of writeArchiveFile().
    Result<void> write();
    /// Adds them to what is there; returns the names that its images lost. The codes of rewriteArchive().
    Result<QList<MovedName>> add();
    /// Adds them to a layout in a folder, then removes all other images. Other files in it stay.
    Result<void> replaceInFolder();

private:
    bool isAsWanted() const;
    Result<void> rename() const;
    Result<void> convert();
    Result<void> writeFolder(const Merge &merge);
    Result<Merge> addAll();
    void dropUnlisted(const Rewrite &rewrite) const;
    ArchiveProgress listener();

    const ExportTarget &m_target;
    const ExportDraft &m_draft;
    const OpenedArchive &m_saved;
    const QList<WantedImage> &m_wanted;
    CancelToken m_cancel;
    BackupTeller &m_teller;
};

} // namespace jettison
