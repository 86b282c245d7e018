// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "stores/archive/tarextensions.h"
#include "stores/canceltoken.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <optional>

namespace jettison {

/// A member of a tar archive.
struct TarEntry
{
    enum class Type { File, Folder, SymbolicLink, HardLink, CharacterDevice, BlockDevice, Pipe, Other };

    /// Without a slash or `./` at its beginning and without a slash at its end.
    QString path = {};
    /// It was written with a slash at its beginning.
    bool isAbsolute = false;
    Type type = Type::File;
    /// Of a link, as it is written.
    QString linkTarget = {};
    /// Bytes of its content; 0 but for a file.
    qint64 size = 0;
    /// Bytes that the file has; more than its content if it is sparse.
    qint64 fileSize = 0;
    /// Permission bits.
    int mode = 0644;
    qint64 owner = 0;
    qint64 group = 0;
};

/// Reads a tar archive from its beginning to its end, holding one member's header at a time: ustar with the
/// extensions of GNU (long names, big numbers) and PAX (path, linkpath, size). BrokenArchive: it is no tar,
/// it ends before the two blocks that close one, or a file in it is sparse. Cancelled.
/// https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html
class TarReader
{
public:
    enum class Kind {
        Archive,
        Layer, ///< may end without those blocks and have sparse files, as engines allow it
    };

    /// `device` is open, stands at the archive's beginning and outlives the reader.
    explicit TarReader(QIODevice &device, CancelToken cancel = {}, Kind kind = Kind::Archive);

    /// The next member, passing over what was not read of the last one; none at the end.
    Result<std::optional<TarEntry>> next();
    /// Some of the member's content, at most 64 KiB; empty at its end.
    Result<QByteArray> read();
    /// All the rest of the member's content. BrokenArchive if that is more than `limit` bytes.
    Result<QByteArray> readAll(qint64 limit);

    /// The blocks that stand before the member's content, extensions included, to write it elsewhere
    /// unchanged.
    const QByteArray &header() const { return m_header; }
    /// A first header was read: it is a tar archive, if maybe a broken one.
    bool hasBegun() const { return m_hasBegun; }
    /// Bytes of the archive passed so far.
    qint64 position() const { return m_position; }

private:
    /// None at the end of the archive.
    Result<std::optional<QByteArray>> readHeaderBlock();
    Result<QByteArray> readBlocks(qint64 size);
    Result<QByteArray> readBytes(qint64 size);
    Result<void> skip();
    Result<void> extend(char type, qint64 size, TarExtensions &extensions);
    Result<TarEntry> toEntry(const QByteArray &block, const TarExtensions &extensions);
    Result<void> passSparseMap(const QByteArray &block);
    tl::unexpected<Error> broken(const QString &why) const;

    QIODevice &m_device;
    CancelToken m_cancel;
    Kind m_kind = Kind::Archive;
    QByteArray m_header;
    qint64 m_position = 0;
    bool m_hasBegun = false;
    /// Of the member at hand: content not read yet, and what fills up its last block.
    qint64 m_left = 0;
    qint64 m_padding = 0;
};

} // namespace jettison
