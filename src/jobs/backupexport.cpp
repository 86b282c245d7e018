// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/backupexport.h"

#include "jobs/keptnames.h"
#include "stores/archive/archivemerge.h"
#include "stores/archive/archiverewrite.h"

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

class BackupExport
{
public:
    BackupExport(
        const Backup &backup, QString archive, const CancelToken &cancel, const BackupListener &progress)
        : m_backup(backup),
          m_archive(std::move(archive)),
          m_cancel(cancel),
          m_teller(progress)
    {
    }

    Result<void> write(const QString &path, Compression compression);

private:
    Result<void> writeLayout(const OpenedArchive &archive, const QString &path, Compression compression);
    Result<void> writeDocker(const OpenedArchive &archive, const QString &path, Compression compression);
    ArchiveProgress telling();

    const Backup &m_backup;
    QString m_archive;
    CancelToken m_cancel;
    BackupTeller m_teller;
};

Result<void> BackupExport::write(const QString &path, Compression compression)
{
    m_teller.begin(BackupProgress::Phase::Verifying, 0);
    const Result<OpenedArchive> archive = openArchive(m_archive, Digests::Computed, m_cancel, telling());
    if (!archive) {
        return tl::unexpected(archive.error());
    }
    m_teller.begin(BackupProgress::Phase::Copying, 0);
    return archive->format == ArchiveFormat::Layout ? writeLayout(*archive, path, compression)
                                                    : writeDocker(*archive, path, compression);
}

// Its names stand in an index, which is made anew.
Result<void> BackupExport::writeLayout(
    const OpenedArchive &archive, const QString &path, Compression compression)
{
    QList<WantedImage> wanted;
    for (const Image &image : m_backup.images + m_backup.platforms) {
        wanted << WantedImage{.id = image.id, .references = image.references};
    }
    const OpenedArchive empty = emptyArchive(ArchiveFormat::Layout);
    return planMerge(empty, archive, wanted).and_then([&](const Merge &merge) {
        return writeArchiveFile(path, compression, empty, merge.rewrite, archive, m_cancel, telling());
    });
}

// What an engine saved is copied as it is, with the parents in it, but for the names. Where it is a layout as
// well, they come into both lists: each engine reads another.
Result<void> BackupExport::writeDocker(
    const OpenedArchive &archive, const QString &path, Compression compression)
{
    QList<WantedImage> wanted;
    for (const ArchivedImage &image : archive.images) {
        wanted << WantedImage{.id = image.id, .references = keptNames(m_backup, image)};
    }
    return planMerge(archive, archive, wanted).and_then([&](const Merge &merge) {
        return copyArchive(archive, merge.rewrite, path, compression, m_cancel, telling());
    });
}

ArchiveProgress BackupExport::telling()
{
    return [this](qint64 bytes, qint64 all) { m_teller.tell(bytes, all); };
}

} // namespace

Result<void> exportBackup(const Backup &backup, const BackupFolder &folder, const QString &path,
    const CancelToken &cancel, const BackupListener &progress)
{
    return BackupExport(backup, folder.archivePath(backup.id), cancel, progress)
        .write(path, path.endsWith(".zst"_L1) ? Compression::Zstd : Compression::None);
}

} // namespace jettison
