// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/folderrewrite.h"

#include "stores/archive/digester.h"
#include "stores/archive/dockerarchive.h"
#include "stores/archive/droplist.h"
#include "stores/archive/durable.h"
#include "stores/archive/ocilayout.h"
#include "stores/archive/tarwriter.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

bool isListing(const QString &path)
{
    return path == dockerarchive::ManifestPath || path == dockerarchive::RepositoriesPath
        || path == ocilayout::IndexPath;
}

class FolderRewrite
{
public:
    FolderRewrite(const RewriteJob &job, const QString &folder)
        : m_job(job),
          m_folder(folder)
    {
    }

    Result<void> run();

private:
    QString place(const QString &path) const { return m_folder + u'/' + path; }
    Result<void> checkUnchanged() const;
    Result<void> addFile(const AddedFile &file, QIODevice &content);
    Result<QString> writeDraft(const AddedFile &file, QIODevice &content, QFile &draft);
    Result<void> writeSmall();
    Result<void> writeOne(const QString &path);
    Result<void> removeDropped();
    QSet<QString> leftovers(const ArchiveCatalog &catalog) const;
    Result<void> removeFiles(const QSet<QString> &paths) const;

    const RewriteJob &m_job;
    QString m_folder;
    qint64 m_done = 0;
    bool m_isListingChanged = false;
};

Result<void> FolderRewrite::run()
{
    return checkUnchanged()
        .and_then([this] {
            return readAdded(
                m_job, [this](const AddedFile &file, QIODevice &content) { return addFile(file, content); });
        })
        .and_then([this] { return checkUnchanged(); })
        .and_then([this] { return droplist::add(m_folder, m_job.rewrite.dropped); })
        .and_then([this] { return writeSmall(); })
        .and_then([this] { return removeDropped(); });
}

// Whatever another program put into the index since it was read would be lost.
Result<void> FolderRewrite::checkUnchanged() const
{
    if (m_job.cancel.isRequested()) {
        return fail(ErrorCode::Cancelled);
    }
    for (const QLatin1StringView path :
        {dockerarchive::ManifestPath, dockerarchive::RepositoriesPath, ocilayout::IndexPath}) {
        const ArchiveFile *known = m_job.archive.path.isEmpty() ? nullptr : m_job.archive.catalog.find(path);
        QFile file(place(path));
        const bool isThere = file.open(QIODevice::ReadOnly);
        if (isThere != (known != nullptr) || (known && file.readAll() != known->json)) {
            return fail(ErrorCode::Conflict, file.fileName());
        }
    }
    return {};
}

Result<void> FolderRewrite::addFile(const AddedFile &file, QIODevice &content)
{
    const QString target = place(file.path);
    const QString folder = QFileInfo(target).path();
    if (!QDir().mkpath(folder)) {
        return fail(ErrorCode::FileFailed, folder);
    }
    QFile draft(place(u".jettison-new"_s));
    draft.remove();
    const Result<void> written = writeDraft(file, content, draft).and_then([&](const QString &digest) {
        draft.close();
        return digest == file.path.section(u'/', 1).replace(u'/', u':')
            ? durable::replace(draft.fileName(), target)
            : fail(ErrorCode::BrokenArchive, file.path + " is damaged"_L1);
    });
    if (!written) {
        durable::discard(draft);
    }
    return written;
}

Result<QString> FolderRewrite::writeDraft(const AddedFile &file, QIODevice &content, QFile &draft)
{
    if (!draft.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        return fail(ErrorCode::FileFailed, draft.fileName() + ": "_L1 + draft.errorString());
    }
    const auto write = [&](QByteArrayView piece) -> Result<void> {
        if (m_job.cancel.isRequested()) {
            return fail(ErrorCode::Cancelled);
        }
        m_done += piece.size();
        if (m_job.progress) {
            m_job.progress(m_done, std::max(m_done, addedBytes(m_job.rewrite)));
        }
        return draft.write(piece.data(), piece.size()) == piece.size() ? Result<void>() : writeError(draft);
    };
    Result<QString> digest = copyContent(content, file.size, digestAlgorithmOf(file.path), write);
    return digest.and_then([&](const QString &) { return durable::sync(draft); }).and_then([&] {
        return digest;
    });
}

// Manifests and configurations are new blobs; the files that name images come after all of them.
Result<void> FolderRewrite::writeSmall()
{
    QStringList paths = m_job.rewrite.replaced.keys();
    std::ranges::sort(paths, {}, [](const QString &path) { return std::pair(isListing(path), path); });
    for (const QString &path : paths) {
        if (const Result<void> written = writeOne(path); !written) {
            return written;
        }
    }
    return {};
}

Result<void> FolderRewrite::writeOne(const QString &path)
{
    const QByteArray content = m_job.rewrite.replaced[path];
    if (m_job.archive.catalog.files.value(path).json == content && QFile::exists(place(path))) {
        return {};
    }
    m_isListingChanged = m_isListingChanged || isListing(path);
    const QString folder = QFileInfo(place(path)).path();
    return QDir().mkpath(folder) ? durable::writeFile(place(path), content)
                                 : fail(ErrorCode::FileFailed, folder);
}

// What was listed in the meantime keeps its blobs.
Result<void> FolderRewrite::removeDropped()
{
    if (m_job.rewrite.dropped.isEmpty() && droplist::read(m_folder).isEmpty()) {
        return removeFiles({});
    }
    const Result<ArchiveCatalog> catalog = readFolder(m_folder, Digests::Omitted);
    const Result<QList<ArchivedImage>> images = catalog.and_then(imagesOf);
    if (!images) {
        return tl::unexpected(images.error());
    }
    QSet<QString> dropped = m_job.rewrite.dropped | leftovers(*catalog);
    for (const ArchivedImage &image : *images) {
        dropped.subtract(image.paths);
    }
    return removeFiles(dropped);
}

// What a rewrite that was killed had still to drop. Where the index stays as it is, a program that has read
// the folder may count on these.
QSet<QString> FolderRewrite::leftovers(const ArchiveCatalog &catalog) const
{
    if (!m_isListingChanged) {
        return {};
    }
    QSet<QString> paths = droplist::read(m_folder);
    for (auto link = catalog.links.keyBegin(); link != catalog.links.keyEnd(); ++link) {
        const QStringList trail = catalog.trail(*link);
        paths.subtract(QSet<QString>(trail.cbegin(), trail.cend()));
    }
    return paths;
}

Result<void> FolderRewrite::removeFiles(const QSet<QString> &paths) const
{
    Result<void> removed;
    QSet<QString> folders;
    for (const QString &path : paths) {
        QFile file(place(path));
        if (!file.remove() && file.exists() && removed) {
            removed = fail(ErrorCode::FileFailed, file.fileName() + ": "_L1 + file.errorString());
        }
        folders.insert(QFileInfo(file.fileName()).path());
    }
    for (const QString &folder : folders) {
        static_cast<void>(durable::syncFolder(folder));
    }
    if (removed && m_isListingChanged) {
        droplist::remove(m_folder);
    }
    return removed;
}

} // namespace

Result<void> rewriteFolder(const RewriteJob &job)
{
    return FolderRewrite(job, job.archive.path).run();
}

Result<void> writeFolder(const RewriteJob &job, const QString &path)
{
    if (!QDir().mkpath(path)) {
        return fail(ErrorCode::FileFailed, path);
    }
    if (!QDir(path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        return fail(ErrorCode::Conflict, path);
    }
    return FolderRewrite(job, path).run();
}

} // namespace jettison
