// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/tarcopy.h"

#include "stores/archive/archivefiles.h"
#include "stores/archive/digester.h"
#include "stores/archive/memberdevice.h"

#include <QDir>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// All folders above a path.
QStringList foldersOf(QString path)
{
    QStringList folders;
    while (path.contains(u'/')) {
        path = path.section(u'/', 0, -2);
        folders << path;
    }
    return folders;
}

// Folders that held what is dropped and nothing else.
QSet<QString> emptiedFolders(const ArchiveCatalog &catalog, const QSet<QString> &dropped)
{
    QSet<QString> emptied;
    QSet<QString> filled;
    for (const QString &path : catalog.files.keys() + catalog.links.keys()) {
        const QStringList folders = foldersOf(path);
        (dropped.contains(path) ? emptied : filled).unite(QSet<QString>(folders.cbegin(), folders.cend()));
    }
    return emptied - filled;
}

// A blob has to be what its name says.
bool isNamedWrong(const QString &path, const QString &digest)
{
    const bool isBlob = path.startsWith("blobs/"_L1) && Digester::knows(path.section(u'/', 1, 1));
    return isBlob && path.sliced(6).replace(u'/', u':') != digest;
}

// What is new is written before what names it.
QStringList smallFiles(const RewriteJob &job)
{
    QStringList paths = job.rewrite.replaced.keys();
    std::ranges::sort(paths);
    return paths;
}

} // namespace

qint64 TarCopy::size(const RewriteJob &job)
{
    qint64 size = 0;
    const auto &files = job.archive.catalog.files;
    for (auto file = files.begin(); file != files.end(); ++file) {
        if (!job.rewrite.dropped.contains(file.key()) && !job.rewrite.replaced.contains(file.key())) {
            size += file->size;
        }
    }
    for (const AddedFile &file : job.rewrite.added) {
        size += file.size;
    }
    return size;
}

Result<CopiedFiles> TarCopy::run(QIODevice &target)
{
    TarWriter writer(target);
    m_emptied = emptiedFolders(m_job.archive.catalog, m_job.rewrite.dropped);
    const auto add = [&](const AddedFile &file, QIODevice &content) {
        return addFile(file, content, writer);
    };
    return copyOriginal(writer)
        .and_then([&] { return readAdded(m_job, add); })
        .and_then([&] { return addSmall(writer); })
        .and_then([&] { return writer.finish(); })
        .map([this] { return std::move(m_copied); });
}

Result<void> TarCopy::copyOriginal(TarWriter &writer)
{
    if (m_job.archive.path.isEmpty()) {
        return {};
    }
    const Result<std::unique_ptr<QIODevice>> device = openTar(m_job.archive);
    if (!device) {
        return tl::unexpected(device.error());
    }
    TarReader reader(**device, m_job.cancel);
    for (;;) {
        const Result<std::optional<TarEntry>> entry = reader.next();
        if (!entry || !*entry) {
            return entry ? Result<void>() : tl::unexpected(entry.error());
        }
        if (const Result<void> copied = copyEntry(**entry, reader, writer); !copied) {
            return copied;
        }
    }
}

bool TarCopy::isDropped(const TarEntry &entry, const QString &path) const
{
    const bool isFolder = entry.type == TarEntry::Type::Folder;
    // Replaced files come last, after all that they name.
    return isFolder ? m_emptied.contains(path)
                    : m_job.rewrite.dropped.contains(path) || m_job.rewrite.replaced.contains(path);
}

Result<void> TarCopy::copyEntry(const TarEntry &entry, TarReader &reader, TarWriter &writer)
{
    const QString path = QDir::cleanPath(entry.path);
    if (isDropped(entry, path)) {
        return {};
    }
    switch (entry.type) {
    case TarEntry::Type::File:
    case TarEntry::Type::Other:
        return copyFile(path, entry, reader, writer);
    case TarEntry::Type::SymbolicLink:
    case TarEntry::Type::HardLink:
        ++m_copied.links;
        [[fallthrough]];
    case TarEntry::Type::Folder:
    case TarEntry::Type::CharacterDevice:
    case TarEntry::Type::BlockDevice:
    case TarEntry::Type::Pipe:
        return writer.begin(reader.header(), 0);
    }
    Q_UNREACHABLE();
}

Result<void> TarCopy::copyFile(
    const QString &path, const TarEntry &entry, TarReader &reader, TarWriter &writer)
{
    if (const Result<void> begun = writer.begin(reader.header(), entry.size); !begun) {
        return begun;
    }
    MemberDevice content(reader);
    const Result<QString> digest =
        copyContent(content, entry.size, digestAlgorithmOf(path), [&](QByteArrayView piece) {
            m_done += piece.size();
            m_progress(m_done);
            return writer.write(piece);
        });
    if (content.error() || !digest) {
        return tl::unexpected(content.error() ? *content.error() : digest.error());
    }
    if (entry.type == TarEntry::Type::Other) {
        return {};
    }
    const QString known = m_job.archive.catalog.files.value(path).digest;
    if (!known.isEmpty() && known != *digest) {
        return fail(ErrorCode::Conflict, path);
    }
    m_copied.files.insert(path, {.size = entry.size, .digest = *digest});
    return {};
}

Result<void> TarCopy::addFile(const AddedFile &file, QIODevice &content, TarWriter &writer)
{
    if (const Result<void> begun = writer.begin(file.path, file.size); !begun) {
        return begun;
    }
    const Result<QString> digest =
        copyContent(content, file.size, digestAlgorithmOf(file.path), [&](QByteArrayView piece) {
            m_done += piece.size();
            m_progress(m_done);
            return writer.write(piece);
        });
    if (!digest) {
        return tl::unexpected(digest.error());
    }
    if (isNamedWrong(file.path, *digest)) {
        return fail(ErrorCode::BrokenArchive, file.path + " is damaged"_L1);
    }
    m_copied.files.insert(file.path, {.size = file.size, .digest = *digest});
    return {};
}

Result<void> TarCopy::addSmall(TarWriter &writer)
{
    for (const QString &path : smallFiles(m_job)) {
        const QByteArray content = m_job.rewrite.replaced[path];
        if (const Result<void> added = writer.add(path, content); !added) {
            return added;
        }
        const QString digest = digestLike(digestAlgorithmOf(path), content);
        m_copied.files.insert(path, {.size = content.size(), .digest = digest});
    }
    return {};
}

} // namespace jettison
