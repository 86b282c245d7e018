// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// The requests to a Worker that move images between a store and an archive.

#include "jobs/exporting.h"
#include "jobs/importing.h"
#include "jobs/scan.h"
#include "jobs/worker.h"

namespace jettison {

void Worker::exportImages(const ExportRequest &request, const CancelToken &cancel)
{
    m_isReading = false;
    const Result<Store *> opened = store();
    Q_EMIT exported(opened ? jettison::exportImages(request, **opened, cancel, backupListener())
                           : ExportReport{.request = request, .error = opened.error()});
}

void Worker::readArchive(const QString &path, const CancelToken &cancel)
{
    m_isReading = false;
    m_archive.reset();
    const Result<ReadImport> read =
        store()
            .and_then([&](Store *opened) { return jettison::scan(*opened, m_reader, cancel); })
            .and_then([&](const SnapshotPtr &snapshot) {
                return readForImport(path, *snapshot, cancel, backupListener());
            });
    if (!read) {
        Q_EMIT importPreviewed({.path = path, .error = read.error()});
        return;
    }
    m_archive = read->archive;
    Q_EMIT importPreviewed(read->preview);
}

void Worker::importImages(const ImportRequest &request, const CancelToken &cancel)
{
    m_isReading = false;
    // A file that was changed since is noticed; in a folder nothing would tell.
    const bool isRead =
        m_archive && m_archive->path == request.path && m_archive->carrier == ArchiveCarrier::Tar;
    const Result<OpenedArchive> archive =
        isRead ? Result<OpenedArchive>(*m_archive) : openArchive(request.path, Digests::Computed, cancel);
    const Result<Store *> opened = archive ? store() : Result<Store *>(tl::unexpected(archive.error()));
    Q_EMIT imported(opened ? jettison::importImages(request, *archive, **opened, cancel, backupListener())
                           : ImportReport{.request = request, .error = opened.error()});
}

} // namespace jettison
