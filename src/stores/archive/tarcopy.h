// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/rewritejob.h"
#include "stores/archive/tarreader.h"
#include "stores/archive/tarwriter.h"

namespace jettison {

/// What was written, to compare it with what is read back.
struct CopiedFiles
{
    struct File
    {
        qint64 size = 0;
        QString digest = {};
    };

    QHash<QString, File> files = {};
    qsizetype links = 0;
};

/// Writes the tar archive that a rewrite makes of another one.
class TarCopy
{
public:
    TarCopy(const RewriteJob &job, const std::function<void(qint64 done)> &progress)
        : m_job(job),
          m_progress(progress)
    {
    }

    /// FileFailed, NoSpace, BrokenArchive, Conflict, Cancelled.
    Result<CopiedFiles> run(QIODevice &target);

    /// Bytes of the content of all files that are written.
    static qint64 size(const RewriteJob &job);

private:
    Result<void> copyOriginal(TarWriter &writer);
    Result<void> copyEntry(const TarEntry &entry, TarReader &reader, TarWriter &writer);
    Result<void> copyFile(const QString &path, const TarEntry &entry, TarReader &reader, TarWriter &writer);
    Result<void> addSmall(TarWriter &writer);
    Result<void> addFile(const AddedFile &file, QIODevice &content, TarWriter &writer);
    bool isDropped(const TarEntry &entry, const QString &path) const;

    const RewriteJob &m_job;
    std::function<void(qint64 done)> m_progress;
    CopiedFiles m_copied;
    QSet<QString> m_emptied;
    qint64 m_done = 0;
};

} // namespace jettison
