// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/catalogbuilder.h"

#include "stores/archive/compression.h"
#include "stores/archive/digester.h"

#include <QDir>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// Manifests and configurations are some KiB each.
constexpr qint64 MaxJsonSize = 4 * 1024 * 1024;
constexpr qint64 MaxJsonSum = 256 * 1024 * 1024;
constexpr qint64 MaxNameSum = 50'000'000;
constexpr qsizetype MaxFiles = 500'000;
constexpr qint64 PieceSize = 64 * 1024;

tl::unexpected<Error> broken(const QString &why)
{
    return fail(ErrorCode::BrokenArchive, why);
}

bool looksLikeJson(const QByteArray &beginning)
{
    return beginning.startsWith('{') || beginning.startsWith('[');
}

bool leadsOut(const QString &cleanPath)
{
    return cleanPath.startsWith("../"_L1) || cleanPath == ".."_L1 || QDir::isAbsolutePath(cleanPath);
}

// The content of a file, hashed on its way.
class Content : public QIODevice
{
public:
    Content(const CatalogBuilder::Pieces &pieces, const QString &algorithm)
        : m_pieces(pieces),
          m_hash(algorithm)
    {
        open(QIODevice::ReadOnly);
    }

    bool isSequential() const override { return true; }
    QString digest() const { return m_hash.text(); }
    const std::optional<Error> &error() const { return m_error; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        if (m_piece.isEmpty() && !m_error) {
            Result<QByteArray> piece = m_pieces();
            if (!piece) {
                m_error = piece.error();
            } else {
                m_hash.add(*piece);
                m_piece = std::move(*piece);
            }
        }
        if (m_error) {
            return -1;
        }
        const qint64 size = std::min<qint64>(maxSize, m_piece.size());
        std::copy_n(m_piece.cbegin(), size, data);
        m_piece.remove(0, size);
        return size;
    }

    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    const CatalogBuilder::Pieces &m_pieces;
    QByteArray m_piece;
    Digester m_hash;
    std::optional<Error> m_error;
};

// Reads a device to its end. False if it fails there.
bool readThrough(QIODevice &device, const std::function<void(QByteArrayView)> &take)
{
    QByteArray piece(PieceSize, Qt::Uninitialized);
    qint64 size = 0;
    while ((size = device.read(piece.data(), PieceSize)) > 0) {
        take(QByteArrayView(piece).first(size));
    }
    return size == 0;
}

Result<void> readJson(Content &content, ArchiveFile &file)
{
    file.json = content.readAll();
    if (content.error()) {
        return tl::unexpected(*content.error());
    }
    file.digest = file.unpackedDigest = content.digest();
    file.unpackedSize = file.json.size();
    return {};
}

Result<void> readPacked(Content &content, ArchiveFile &file)
{
    readThrough(content, [](QByteArrayView) { });
    if (content.error()) {
        return tl::unexpected(*content.error());
    }
    file.digest = content.digest();
    return {};
}

Result<void> readUnpacked(std::unique_ptr<Content> content, ArchiveFile &file)
{
    Content *const bytes = content.get();
    const Result<std::unique_ptr<QIODevice>> device = unpacked(std::move(content));
    if (!device) {
        return tl::unexpected(device.error());
    }
    Digester digester(u"sha256"_s);
    qint64 size = 0;
    const bool isWhole = readThrough(**device, [&](QByteArrayView piece) {
        digester.add(piece);
        size += piece.size();
    });
    // Something may follow what is packed.
    if (const Result<void> read = readPacked(*bytes, file); !read) {
        return read;
    }
    // What cannot be unpacked is for its reader to judge: it may be no layer at all.
    if (isWhole) {
        file.unpackedDigest = digester.text();
        file.unpackedSize = size;
    }
    return {};
}

} // namespace

Result<QString> CatalogBuilder::newName(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    if (leadsOut(clean)) {
        return broken("a path leads out of the archive: "_L1 + path);
    }
    if (m_catalog.files.contains(clean) || m_catalog.links.contains(clean)) {
        return broken("two files of one name: "_L1 + clean);
    }
    m_nameSum += clean.size();
    if (m_catalog.files.size() + m_catalog.links.size() >= MaxFiles || m_nameSum > MaxNameSum) {
        return broken(u"too many files"_s);
    }
    return clean;
}

Result<void> CatalogBuilder::addFile(const QString &path, qint64 size, qint64 offset, const Pieces &pieces)
{
    const Result<QString> name = newName(path);
    if (!name) {
        return tl::unexpected(name.error());
    }
    ArchiveFile file{.size = size, .offset = offset};
    if (const Result<void> read = readContent(*name, pieces, file); !read) {
        return read;
    }
    m_catalog.files.insert(*name, file);
    return {};
}

Result<void> CatalogBuilder::readContent(const QString &path, const Pieces &pieces, ArchiveFile &file)
{
    auto content = std::make_unique<Content>(pieces, digestAlgorithmOf(path));
    if (file.size <= MaxJsonSize && looksLikeJson(content->peek(1))) {
        m_jsonSum += file.size;
        return m_jsonSum > MaxJsonSum ? broken(u"too much JSON in it"_s) : readJson(*content, file);
    }
    file.compression = compressionOf(content->peek(CompressionMagicSize));
    if (content->error()) {
        return tl::unexpected(*content->error());
    }
    switch (m_digests) {
    case Digests::Omitted:
        return {};
    case Digests::Packed:
        return readPacked(*content, file);
    case Digests::Computed:
        return readUnpacked(std::move(content), file);
    }
    Q_UNREACHABLE();
}

Result<void> CatalogBuilder::addSymbolicLink(const QString &path, const QString &target)
{
    return addLink(path,
        target.startsWith(u'/') || !path.contains(u'/') ? target : path.section(u'/', 0, -2) + u'/' + target);
}

Result<void> CatalogBuilder::addHardLink(const QString &path, const QString &target)
{
    return addLink(path, target.startsWith("./"_L1) ? target.sliced(2) : target);
}

Result<void> CatalogBuilder::addLink(const QString &path, const QString &target)
{
    const Result<QString> name = newName(path);
    if (!name) {
        return tl::unexpected(name.error());
    }
    const QString clean = QDir::cleanPath(target);
    m_nameSum += clean.size();
    if (leadsOut(clean)) {
        return broken("a link leads out of the archive: "_L1 + path);
    }
    m_catalog.links.insert(*name, clean);
    return {};
}

} // namespace jettison
