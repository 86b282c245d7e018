// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/tarreader.h"

#include "stores/archive/tarformat.h"

#include <QFileDevice>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 PieceSize = 64 * 1024;
// Names and attributes; xattrs may take some room.
constexpr qint64 MaxExtensionSize = 1024 * 1024;
constexpr qint64 MaxHeaderSize = 4 * MaxExtensionSize;
constexpr qint64 MaxSize = TarExtensions::MaxSize;

QString cleanPath(QString path)
{
    while (path.startsWith("./"_L1)) {
        path.remove(0, 2);
    }
    while (path.startsWith(u'/')) {
        path.remove(0, 1);
    }
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    return path;
}

TarEntry::Type typeOf(char type)
{
    switch (type) {
    case '\0':
    case '0':
    case '7':
    case 'S':
        return TarEntry::Type::File;
    case '1':
        return TarEntry::Type::HardLink;
    case '2':
        return TarEntry::Type::SymbolicLink;
    case '3':
        return TarEntry::Type::CharacterDevice;
    case '4':
        return TarEntry::Type::BlockDevice;
    case '5':
        return TarEntry::Type::Folder;
    case '6':
        return TarEntry::Type::Pipe;
    default:
        return TarEntry::Type::Other;
    }
}

// Links, folders, devices and pipes have none, whatever their size says.
bool hasContent(TarEntry::Type type)
{
    return type == TarEntry::Type::File || type == TarEntry::Type::Other;
}

} // namespace

TarReader::TarReader(QIODevice &device, CancelToken cancel, Kind kind)
    : m_device(device),
      m_cancel(std::move(cancel)),
      m_kind(kind)
{
}

Result<std::optional<TarEntry>> TarReader::next()
{
    if (const Result<void> skipped = skip(); !skipped) {
        return tl::unexpected(skipped.error());
    }
    m_header.clear();
    TarExtensions extensions;
    for (;;) {
        const Result<std::optional<QByteArray>> block = readHeaderBlock();
        if (!block) {
            return tl::unexpected(block.error());
        }
        if (!*block) {
            return std::optional<TarEntry>();
        }
        const char type = tarformat::type(**block);
        if (!QByteArrayView("xgLK").contains(type)) {
            return toEntry(**block, extensions).map([](TarEntry entry) { return std::optional(entry); });
        }
        const std::optional<qint64> size = tarformat::size(**block);
        if (!size || *size < 0 || *size > MaxExtensionSize || m_header.size() > MaxHeaderSize) {
            return broken(u"a name is beyond all measure"_s);
        }
        if (const Result<void> extended = extend(type, *size, extensions); !extended) {
            return tl::unexpected(extended.error());
        }
    }
}

Result<std::optional<QByteArray>> TarReader::readHeaderBlock()
{
    if (m_kind == Kind::Layer && m_device.peek(1).isEmpty()) {
        return std::nullopt;
    }
    const Result<QByteArray> block = readBytes(tarformat::BlockSize);
    if (!block) {
        return tl::unexpected(block.error());
    }
    m_header += *block;
    if (tarformat::isZero(*block)) {
        const Result<QByteArray> second = readBytes(tarformat::BlockSize);
        if (!second) {
            return tl::unexpected(second.error());
        }
        return tarformat::isZero(*second) ? Result<std::optional<QByteArray>>(std::nullopt)
                                          : broken(u"something follows its end"_s);
    }
    if (!tarformat::hasRightChecksum(*block)) {
        return broken(u"there is no tar header: "_s + tarformat::excerpt(*block));
    }
    m_hasBegun = true;
    return std::optional(*block);
}

Result<void> TarReader::extend(char type, qint64 size, TarExtensions &extensions)
{
    const Result<QByteArray> content = readBlocks(size);
    if (!content) {
        return tl::unexpected(content.error());
    }
    const auto text = [&] { return QString::fromUtf8(content->constData()); };
    if (type == 'L') {
        extensions.path = text();
    } else if (type == 'K') {
        extensions.linkTarget = text();
    } else if (type == 'x') {
        const std::optional<QMap<QByteArray, QByteArray>> records = tarformat::paxRecords(*content);
        if (!records) {
            return broken(u"a PAX header cannot be read"_s);
        }
        extensions.take(*records);
    }
    return {};
}

Result<TarEntry> TarReader::toEntry(const QByteArray &block, const TarExtensions &extensions)
{
    TarEntry entry{.type = typeOf(tarformat::type(block)),
        .mode = tarformat::mode(block),
        .owner = extensions.owner.value_or(tarformat::owner(block)),
        .group = extensions.group.value_or(tarformat::group(block))};
    const std::optional<qint64> size = extensions.size ? extensions.size : tarformat::size(block);
    if (!size || *size < 0 || *size > MaxSize) {
        return broken(u"a size is no number"_s);
    }
    const bool isOldSparse = tarformat::type(block) == 'S';
    if (m_kind == Kind::Archive && (isOldSparse || extensions.isSparse)) {
        return broken(u"it holds a sparse file, which this program cannot read"_s);
    }
    if (isOldSparse) {
        if (const Result<void> passed = passSparseMap(block); !passed) {
            return tl::unexpected(passed.error());
        }
    }
    const QString path = extensions.path.value_or(tarformat::path(block));
    entry.path = cleanPath(path);
    entry.isAbsolute = path.startsWith(u'/');
    // So were folders written before there was a type for them.
    const bool isOldFolder = entry.type == TarEntry::Type::File && path.endsWith(u'/');
    entry.type = isOldFolder ? TarEntry::Type::Folder : entry.type;
    entry.linkTarget = extensions.linkTarget.value_or(tarformat::linkTarget(block));
    entry.size = hasContent(entry.type) ? *size : 0;
    entry.fileSize = isOldSparse ? std::min(tarformat::sparseSize(block), MaxSize)
                                 : extensions.fileSize.value_or(entry.size);
    m_left = entry.size;
    m_padding = tarformat::padding(entry.size);
    return entry;
}

// Where the data of a sparse file are stands in as many blocks as it takes.
Result<void> TarReader::passSparseMap(const QByteArray &block)
{
    bool goesOn = tarformat::hasSparseMap(block);
    while (goesOn) {
        const Result<QByteArray> map = readBytes(tarformat::BlockSize);
        if (!map) {
            return tl::unexpected(map.error());
        }
        goesOn = tarformat::sparseMapGoesOn(*map);
    }
    return {};
}

Result<QByteArray> TarReader::read()
{
    Result<QByteArray> bytes = readBytes(std::min(m_left, PieceSize));
    m_left -= bytes ? bytes->size() : 0;
    return bytes;
}

Result<QByteArray> TarReader::readAll(qint64 limit)
{
    if (m_left > limit) {
        return broken(u"a member is beyond all measure"_s);
    }
    QByteArray all;
    while (m_left > 0) {
        const Result<QByteArray> bytes = read();
        if (!bytes) {
            return bytes;
        }
        all += *bytes;
    }
    return all;
}

Result<void> TarReader::skip()
{
    // Where nothing is packed there is no need to read it.
    auto *file = qobject_cast<QFileDevice *>(&m_device);
    const qint64 skipped = m_left + m_padding;
    if (file && skipped > 0) {
        if (file->pos() + skipped > file->size()) {
            return broken(u"it ends in the middle of a member"_s);
        }
        file->seek(file->pos() + skipped);
        m_position += skipped;
    } else {
        for (qint64 left = skipped; left > 0;) {
            const Result<QByteArray> bytes = readBytes(std::min(left, PieceSize));
            if (!bytes) {
                return tl::unexpected(bytes.error());
            }
            left -= bytes->size();
        }
    }
    m_left = 0;
    m_padding = 0;
    return {};
}

Result<QByteArray> TarReader::readBlocks(qint64 size)
{
    Result<QByteArray> bytes = readBytes(size + tarformat::padding(size));
    if (bytes) {
        m_header += *bytes;
        bytes->truncate(size);
    }
    return bytes;
}

// All of them or an error: a device that unpacks may yield less than was asked for.
Result<QByteArray> TarReader::readBytes(qint64 size)
{
    QByteArray bytes;
    while (bytes.size() < size) {
        if (m_cancel.isRequested()) {
            return fail(ErrorCode::Cancelled);
        }
        const QByteArray piece = m_device.read(size - bytes.size());
        if (piece.isEmpty()) {
            return broken(u"it is cut short or damaged"_s);
        }
        m_position += piece.size();
        bytes = bytes.isEmpty() ? piece : bytes + piece;
    }
    return bytes;
}

tl::unexpected<Error> TarReader::broken(const QString &why) const
{
    return fail(ErrorCode::BrokenArchive, why + u" (at byte %1)"_s.arg(m_position));
}

} // namespace jettison
