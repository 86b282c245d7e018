// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backup.h"
#include "core/error.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>

class QLockFile;

namespace jettison {

/// Where backups are kept: a folder each, with `backup.json` and, if images were deleted, `images.tar.zst`.
/// One that is being made has another name until it is complete, so that what is listed is whole. Several
/// programs may use it. Any thread.
class BackupFolder
{
public:
    /// Made when it is needed. Empty: backups cannot be kept.
    explicit BackupFolder(QString path = {});

    const QString &path() const { return m_path; }

    /// All that can be read, the newest first.
    QList<Backup> all() const;
    /// Those of them that are more than records of removals that cannot be undone.
    QList<Backup> list() const;
    /// Why others cannot be read, the newest first.
    QList<Error> unreadable() const;
    /// By its ID. NoBackup, FileFailed, or why it cannot be read.
    Result<Backup> find(const QString &id) const;
    QString archivePath(const QString &id) const;
    /// The backup whose archive is at this path. NoBackup: it is another file.
    static Result<Backup> ofArchive(const QString &path);

    /// Deletes a backup for good. NoBackup, FileFailed.
    Result<void> remove(const QString &id) const;
    /// Remembers when it was undone. FileFailed.
    Result<void> save(const Backup &backup) const;

    /// The backups that are too many or too old, the oldest first; the newest is never one of them.
    QList<Backup> excess(const BackupLimits &limits, const QDateTime &now) const;
    /// Deletes the oldest records, which are small, but must not become more and more.
    void dropOldRecords() const;

    /// A backup in the making: its files go to path(). Deleted again unless it is kept.
    class Draft
    {
    public:
        Draft(QString folder, std::unique_ptr<QLockFile> lock);
        Draft(Draft &&) noexcept;
        ~Draft();

        const QString &path() const { return m_folder; }
        QString archivePath() const;
        /// Writes what there is to say of it and lists it from now on. Returns it with its ID and size.
        /// FileFailed, NoSpace.
        Result<Backup> keep(Backup backup);

    private:
        QString m_folder;
        std::unique_ptr<QLockFile> m_lock;
    };

    /// Removes what was left by programs that were killed. FileFailed: the folder cannot be made.
    Result<Draft> begin(const QDateTime &time) const;
    /// Bytes that can still be written there; none if nobody knows.
    std::optional<qint64> freeSpace() const;

private:
    void sweep() const;

    QString m_path;
};

} // namespace jettison
