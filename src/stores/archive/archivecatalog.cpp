// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archivecatalog.h"

#include "stores/archive/catalogbuilder.h"
#include "stores/archive/digester.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxLinks = 16;
constexpr qint64 PieceSize = 64 * 1024;
// Of this program, while it works there.
constexpr auto OwnFiles = ".jettison-"_L1;

Result<void> addEntry(CatalogBuilder &builder, const TarEntry &entry, TarReader &tar)
{
    if (entry.isAbsolute && entry.type != TarEntry::Type::Folder) {
        return fail(ErrorCode::BrokenArchive, "a path leads out of the archive: /"_L1 + entry.path);
    }
    switch (entry.type) {
    case TarEntry::Type::File:
        return builder.addFile(entry.path, entry.size, tar.position(), [&tar] { return tar.read(); });
    case TarEntry::Type::SymbolicLink:
        return builder.addSymbolicLink(entry.path, entry.linkTarget);
    case TarEntry::Type::HardLink:
        return builder.addHardLink(entry.path, entry.linkTarget);
    case TarEntry::Type::Folder:
    case TarEntry::Type::CharacterDevice:
    case TarEntry::Type::BlockDevice:
    case TarEntry::Type::Pipe:
    case TarEntry::Type::Other:
        return {};
    }
    Q_UNREACHABLE();
}

class FolderReader
{
public:
    FolderReader(const QString &folder, Digests digests, CancelToken cancel,
        const std::function<void(qint64 bytes)> &progress)
        : m_folder(folder),
          m_builder(digests),
          m_cancel(std::move(cancel)),
          m_progress(progress)
    {
    }

    Result<ArchiveCatalog> read();

private:
    Result<void> add(const QFileInfo &info);
    Result<void> addFile(const QString &path, const QFileInfo &info);
    Result<void> addLink(const QString &path, const QFileInfo &info);

    QDir m_folder;
    CatalogBuilder m_builder;
    CancelToken m_cancel;
    const std::function<void(qint64 bytes)> &m_progress;
    qint64 m_bytes = 0;
};

Result<ArchiveCatalog> FolderReader::read()
{
    if (!m_folder.isReadable()) {
        return fail(ErrorCode::FileFailed, m_folder.path());
    }
    QDirIterator files(m_folder.path(), QDir::Files | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot,
        QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (m_cancel.isRequested()) {
            return fail(ErrorCode::Cancelled);
        }
        files.next();
        if (const Result<void> added = add(files.fileInfo()); !added) {
            return tl::unexpected(added.error());
        }
    }
    return m_builder.take();
}

Result<void> FolderReader::add(const QFileInfo &info)
{
    const QString path = m_folder.relativeFilePath(info.filePath());
    if (path.startsWith(OwnFiles)) {
        return {};
    }
    if (info.isSymbolicLink()) {
        return addLink(path, info);
    }
    return info.isFile() ? addFile(path, info) : Result<void>();
}

Result<void> FolderReader::addFile(const QString &path, const QFileInfo &info)
{
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileFailed, info.filePath() + ": "_L1 + file.errorString());
    }
    qint64 left = info.size();
    const auto pieces = [&]() -> Result<QByteArray> {
        if (m_cancel.isRequested()) {
            return fail(ErrorCode::Cancelled);
        }
        const QByteArray piece = file.read(std::min(left, PieceSize));
        if (piece.isEmpty() && left > 0) {
            return fail(ErrorCode::FileFailed, info.filePath() + ": "_L1 + file.errorString());
        }
        left -= piece.size();
        return piece;
    };
    const Result<void> added = m_builder.addFile(path, info.size(), 0, pieces);
    m_bytes += info.size();
    if (m_progress) {
        m_progress(m_bytes);
    }
    return added;
}

// What leads out is not there: the folder may be anybody's, and so may be what it leads to.
Result<void> FolderReader::addLink(const QString &path, const QFileInfo &info)
{
    const QString root = m_folder.canonicalPath() + u'/';
    const QString target = info.canonicalFilePath();
    return target.startsWith(root) ? m_builder.addHardLink(path, target.sliced(root.size())) : Result<void>();
}

} // namespace

QString sha256Digest(const QByteArray &bytes)
{
    return digestLike(u"sha256"_s, bytes);
}

QString sha256Digest(const ArchiveFile &file)
{
    return file.digest.startsWith("sha256:"_L1) ? file.digest : sha256Digest(file.json);
}

QString digestLike(const QString &digest, const QByteArray &bytes)
{
    const QString algorithm = digest.section(u':', 0, 0);
    if (!Digester::knows(algorithm)) {
        return {};
    }
    Digester digester(algorithm);
    digester.add(bytes);
    return digester.text();
}

QString ArchiveCatalog::resolved(const QString &path) const
{
    QString at = QDir::cleanPath(path);
    for (int i = 0; i < MaxLinks && links.contains(at); ++i) {
        at = links.value(at);
    }
    return at;
}

const ArchiveFile *ArchiveCatalog::find(const QString &path) const
{
    const auto found = files.constFind(resolved(path));
    return found == files.cend() ? nullptr : &*found;
}

QStringList ArchiveCatalog::trail(const QString &path) const
{
    QStringList trail{QDir::cleanPath(path)};
    while (trail.size() <= MaxLinks && links.contains(trail.last())) {
        trail << links.value(trail.last());
    }
    return files.contains(trail.last()) ? trail : QStringList();
}

Result<ArchiveCatalog> readCatalog(
    TarReader &tar, Digests digests, const std::function<void(qint64 bytes)> &progress)
{
    CatalogBuilder builder(digests);
    for (;;) {
        const Result<std::optional<TarEntry>> entry = tar.next();
        if (!entry) {
            return tl::unexpected(entry.error());
        }
        if (!*entry) {
            return builder.take();
        }
        if (const Result<void> added = addEntry(builder, **entry, tar); !added) {
            return tl::unexpected(added.error());
        }
        if (progress) {
            progress(tar.position());
        }
    }
}

Result<ArchiveCatalog> readFolder(const QString &folder, Digests digests, const CancelToken &cancel,
    const std::function<void(qint64 bytes)> &progress)
{
    return FolderReader(folder, digests, cancel, progress).read();
}

} // namespace jettison
