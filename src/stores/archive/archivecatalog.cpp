// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archivecatalog.h"

#include "stores/archive/compression.h"

#include <QCryptographicHash>
#include <QDir>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// Manifests and configurations are some KiB each.
constexpr qint64 MaxJsonSize = 4 * 1024 * 1024;
constexpr qint64 MaxJsonSum = 512 * 1024 * 1024;
constexpr qsizetype MaxFiles = 1'000'000;
constexpr int MaxLinks = 16;
constexpr qint64 PieceSize = 64 * 1024;

QString digestText(const QCryptographicHash &hash)
{
    return "sha256:"_L1 + QString::fromLatin1(hash.result().toHex());
}

bool looksLikeJson(const QByteArray &beginning)
{
    return beginning.startsWith('{') || beginning.startsWith('[');
}

bool leadsOut(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    return clean.startsWith("../"_L1) || clean == ".."_L1 || QDir::isAbsolutePath(clean);
}

// The content of the member at hand, hashed on its way.
class Content : public QIODevice
{
public:
    explicit Content(TarReader &tar)
        : m_tar(tar)
    {
        open(QIODevice::ReadOnly);
    }

    bool isSequential() const override { return true; }
    QString digest() const { return digestText(m_hash); }
    const std::optional<Error> &error() const { return m_error; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        if (m_piece.isEmpty() && !m_error) {
            Result<QByteArray> piece = m_tar.read();
            if (!piece) {
                m_error = piece.error();
                return -1;
            }
            m_hash.addData(*piece);
            m_piece = std::move(*piece);
        }
        const qint64 size = std::min<qint64>(maxSize, m_piece.size());
        std::copy_n(m_piece.cbegin(), size, data);
        m_piece.remove(0, size);
        return size;
    }

    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    TarReader &m_tar;
    QByteArray m_piece;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    std::optional<Error> m_error;
};

// Reads a device to its end. False if it fails there.
bool hashAll(QIODevice &device, QCryptographicHash &hash)
{
    QByteArray piece(PieceSize, Qt::Uninitialized);
    qint64 size = 0;
    while ((size = device.read(piece.data(), PieceSize)) > 0) {
        hash.addData(QByteArrayView(piece).first(size));
    }
    return size == 0;
}

class CatalogReader
{
public:
    CatalogReader(TarReader &tar, Digests digests)
        : m_tar(tar),
          m_digests(digests)
    {
    }

    Result<void> add(const TarEntry &entry);

    ArchiveCatalog catalog;

private:
    Result<void> addFile(const TarEntry &entry);
    Result<void> addLink(const TarEntry &entry);

    TarReader &m_tar;
    Digests m_digests;
    qint64 m_jsonSum = 0;
};

Result<void> readDigests(std::unique_ptr<Content> content, ArchiveFile &file)
{
    Content *const bytes = content.get();
    const Result<std::unique_ptr<QIODevice>> device = unpacked(std::move(content));
    if (!device) {
        return tl::unexpected(device.error());
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const bool isWhole = hashAll(**device, hash);
    bytes->readAll();
    if (bytes->error()) {
        return tl::unexpected(*bytes->error());
    }
    file.digest = bytes->digest();
    // What cannot be unpacked is for its reader to judge: it may be no layer at all.
    file.unpackedDigest = isWhole ? digestText(hash) : QString();
    return {};
}

Result<void> CatalogReader::add(const TarEntry &entry)
{
    if (leadsOut(entry.path)) {
        return fail(ErrorCode::BrokenArchive, "a path leads out of the archive: "_L1 + entry.path);
    }
    if (entry.type == TarEntry::Type::Folder || entry.type == TarEntry::Type::Other) {
        return {};
    }
    if (catalog.files.contains(entry.path) || catalog.links.contains(entry.path)) {
        return fail(ErrorCode::BrokenArchive, "two files of one name: "_L1 + entry.path);
    }
    if (catalog.files.size() + catalog.links.size() >= MaxFiles) {
        return fail(ErrorCode::BrokenArchive, u"too many files"_s);
    }
    return entry.type == TarEntry::Type::File ? addFile(entry) : addLink(entry);
}

Result<void> CatalogReader::addFile(const TarEntry &entry)
{
    ArchiveFile file{.size = entry.size};
    auto content = std::make_unique<Content>(m_tar);
    if (entry.size <= MaxJsonSize && looksLikeJson(content->peek(1))) {
        file.json = content->readAll();
        m_jsonSum += file.json.size();
        if (content->error()) {
            return tl::unexpected(*content->error());
        }
        if (m_jsonSum > MaxJsonSum) {
            return fail(ErrorCode::BrokenArchive, u"too much JSON in it"_s);
        }
        file.digest = file.unpackedDigest = content->digest();
    } else if (m_digests == Digests::Computed) {
        if (const Result<void> read = readDigests(std::move(content), file); !read) {
            return read;
        }
    }
    catalog.files.insert(entry.path, file);
    return {};
}

// A symbolic link starts from its own folder, a hard link from the archive's.
Result<void> CatalogReader::addLink(const TarEntry &entry)
{
    const bool isInFolder = entry.type == TarEntry::Type::SymbolicLink && entry.path.contains(u'/');
    const QString target =
        isInFolder ? entry.path.section(u'/', 0, -2) + u'/' + entry.linkTarget : entry.linkTarget;
    if (entry.linkTarget.startsWith(u'/') || leadsOut(target)) {
        return fail(ErrorCode::BrokenArchive, "a link leads out of the archive: "_L1 + entry.path);
    }
    catalog.links.insert(entry.path, QDir::cleanPath(target));
    return {};
}

} // namespace

QString sha256Digest(const QByteArray &bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return digestText(hash);
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

Result<ArchiveCatalog> readCatalog(
    TarReader &tar, Digests digests, const std::function<void(qint64 bytes)> &progress)
{
    CatalogReader reader(tar, digests);
    for (;;) {
        const Result<std::optional<TarEntry>> entry = tar.next();
        if (!entry) {
            return tl::unexpected(entry.error());
        }
        if (!*entry) {
            return std::move(reader.catalog);
        }
        if (const Result<void> added = reader.add(**entry); !added) {
            return tl::unexpected(added.error());
        }
        if (progress) {
            progress(tar.position());
        }
    }
}

} // namespace jettison
