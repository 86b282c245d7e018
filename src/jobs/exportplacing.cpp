// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/exportplacing.h"

#include "jobs/imagesaver.h"
#include "stores/archive/durable.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

QSet<Reference> tagsOf(const QList<Reference> &references)
{
    QSet<Reference> tags(references.cbegin(), references.cend());
    erase_if(tags, [](const Reference &reference) { return reference.isDigest(); });
    return tags;
}

} // namespace

ExportDraft::ExportDraft(const QString &target)
    : m_path(QFileInfo(target).path() + "/."_L1 + QFileInfo(target).fileName() + ".jettison-part"_L1),
      m_lock(m_path + ".lock"_L1),
      // Where no lock can be written, writing the archive will say why.
      m_isOurs(durable::takeLock(m_lock) || m_lock.error() != QLockFile::LockFailedError)
{
    if (m_isOurs) {
        remove();
    }
}

ExportDraft::~ExportDraft()
{
    if (m_isOurs) {
        remove();
    }
}

void ExportDraft::remove() const
{
    QFile::remove(m_path);
    QDir(folder()).removeRecursively();
}

ExportPlacing::ExportPlacing(const ExportTarget &target, const ExportDraft &draft, const OpenedArchive &saved,
    const QList<WantedImage> &wanted, CancelToken cancel, BackupTeller &teller)
    : m_target(target),
      m_draft(draft),
      m_saved(saved),
      m_wanted(wanted),
      m_cancel(std::move(cancel)),
      m_teller(teller)
{
}

Result<void> ExportPlacing::write()
{
    return isAsWanted() ? rename() : convert();
}

bool ExportPlacing::isAsWanted() const
{
    const bool isForm = m_saved.carrier == m_target.carrier && m_saved.format == m_target.format
        && m_saved.compression == m_target.compression;
    return isForm && m_saved.images.size() == m_wanted.size()
        && std::ranges::all_of(m_wanted, [this](const WantedImage &image) {
               const auto found = std::ranges::find(m_saved.images, image.id, &ArchivedImage::id);
               return tagsOf(found->references) == tagsOf(image.references);
           });
}

Result<void> ExportPlacing::rename() const
{
    if (QFile file(m_draft.path()); QFile::exists(m_target.path) && file.open(QIODevice::ReadWrite)) {
        durable::takeOver(m_target.path, file);
    }
    return m_cancel.isRequested() ? fail(ErrorCode::Cancelled)
                                  : durable::replace(m_draft.path(), m_target.path);
}

Result<void> ExportPlacing::convert()
{
    m_teller.begin(BackupProgress::Phase::Copying, 0);
    const OpenedArchive empty = emptyArchive(m_target.format);
    return planMerge(empty, m_saved, m_wanted).and_then([&](const Merge &merge) {
        const bool isPacked = m_target.compression != Compression::None;
        return checkSpaceAt(m_draft.path(), isPacked ? 0 : addedBytes(merge.rewrite)).and_then([&] {
            return m_target.carrier == ArchiveCarrier::Folder
                ? writeFolder(merge)
                : writeArchiveFile(m_target.path, m_target.compression, empty, merge.rewrite, m_saved,
                      m_cancel, listener());
        });
    });
}

Result<void> ExportPlacing::writeFolder(const Merge &merge)
{
    const Result<void> written = writeArchiveFolder(
        m_draft.folder(), emptyArchive(m_target.format), merge.rewrite, m_saved, m_cancel, listener());
    if (!written || m_cancel.isRequested()) {
        return written ? Result<void>(fail(ErrorCode::Cancelled)) : written;
    }
    // An empty one may be there. If it is not empty any more, the renaming fails.
    QDir().rmdir(m_target.path);
    return durable::replace(m_draft.folder(), m_target.path);
}

Result<QList<MovedName>> ExportPlacing::add()
{
    return addAll().map([](const Merge &merge) {
        QList<MovedName> names;
        for (const MovedReference &moved : merge.moved) {
            names << MovedName{.reference = moved.reference, .from = moved.from, .to = moved.to};
        }
        return names;
    });
}

Result<Merge> ExportPlacing::addAll()
{
    m_teller.begin(BackupProgress::Phase::Copying, 0);
    const OpenedArchive &target = *m_target.existing;
    Result<Merge> merge = planMerge(target, m_saved, m_wanted);
    if (!merge) {
        return merge;
    }
    const qint64 rewritten = target.carrier == ArchiveCarrier::Tar ? target.stamp.size : 0;
    const Result<void> added =
        checkSpaceAt(m_target.path, rewritten + addedBytes(merge->rewrite)).and_then([&] {
            return rewriteArchive(target, merge->rewrite, &m_saved, m_cancel, listener());
        });
    if (!added) {
        dropUnlisted(merge->rewrite);
        return tl::unexpected(added.error());
    }
    return merge;
}

Result<void> ExportPlacing::replaceInFolder()
{
    const Result<Merge> merge = addAll();
    if (!merge) {
        return tl::unexpected(merge.error());
    }
    const Result<OpenedArchive> target = openArchive(m_target.path, Digests::Omitted, m_cancel);
    if (!target) {
        return tl::unexpected(target.error());
    }
    ImageReferences staying;
    for (const WantedImage &wanted : m_wanted) {
        staying[merge->ids.value(wanted.id)] << wanted.references;
    }
    return planRemoval(*target, staying).and_then([&](const Rewrite &rewrite) {
        return rewriteArchive(*target, rewrite, nullptr, m_cancel);
    });
}

// Blobs come into a folder before its index; without that they are nobody's.
void ExportPlacing::dropUnlisted(const Rewrite &rewrite) const
{
    const OpenedArchive &before = *m_target.existing;
    if (before.carrier != ArchiveCarrier::Folder) {
        return;
    }
    const Result<OpenedArchive> now = openArchive(m_target.path, Digests::Omitted);
    if (!now) {
        return;
    }
    QSet<QString> needed;
    for (const ArchivedImage &image : now->images) {
        needed.unite(image.paths);
    }
    QStringList paths = rewrite.replaced.keys();
    std::ranges::transform(rewrite.added, std::back_inserter(paths), &AddedFile::path);
    for (const QString &path : paths) {
        if (path.startsWith("blobs/"_L1) && !before.catalog.find(path) && !needed.contains(path)) {
            QFile::remove(m_target.path + u'/' + path);
        }
    }
}

ArchiveProgress ExportPlacing::listener()
{
    return [this](qint64 done, qint64 all) { m_teller.tell(done, all); };
}

} // namespace jettison
