// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArrayView>
#include <QIODevice>

#include <memory>

namespace jettison {

/// How the bytes of an archive or of a layer are packed.
enum class Compression { None, Gzip, Bzip2, Xz, Zstd };

/// So many first bytes tell.
constexpr qint64 CompressionMagicSize = 6;

/// Told by the first bytes, whatever the name says.
Compression compressionOf(QByteArrayView beginning);

/// A device, open for reading, that yields the unpacked bytes of one that is open and can peek. Reads from
/// where that one stands. FileFailed: this build of KArchive cannot unpack that kind.
Result<std::unique_ptr<QIODevice>> unpacked(std::unique_ptr<QIODevice> packed);
/// The same of one that need not be able to peek.
Result<std::unique_ptr<QIODevice>> unpacked(std::unique_ptr<QIODevice> packed, Compression compression);
/// Packs what is written to it; what is pending goes out when it is closed. `target` is open for writing and
/// must live on.
Result<std::unique_ptr<QIODevice>> packing(QIODevice &target, Compression compression);

/// The file, unpacked. FileFailed.
Result<std::unique_ptr<QIODevice>> openUnpacked(const QString &path);

} // namespace jettison
