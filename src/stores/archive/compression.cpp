// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/compression.h"

#include "stores/archive/unpackingdevice.h"

#include <KCompressionDevice>
#include <KFilterBase>

#include <QFile>

#include <algorithm>
#include <array>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

struct Magic
{
    QByteArrayView bytes;
    Compression compression;
};

constexpr std::array Magics{
    Magic{"\x1f\x8b", Compression::Gzip},
    Magic{"BZh", Compression::Bzip2},
    Magic{{"\xfd"
           "7zXZ\0",
              6},
        Compression::Xz},
    Magic{"\x28\xb5\x2f\xfd", Compression::Zstd},
};

KCompressionDevice::CompressionType typeOf(Compression compression)
{
    switch (compression) {
    case Compression::None:
        return KCompressionDevice::None;
    case Compression::Gzip:
        return KCompressionDevice::GZip;
    case Compression::Bzip2:
        return KCompressionDevice::BZip2;
    case Compression::Xz:
        return KCompressionDevice::Xz;
    case Compression::Zstd:
        return KCompressionDevice::Zstd;
    }
    Q_UNREACHABLE();
}

tl::unexpected<Error> unsupported()
{
    return fail(ErrorCode::FileFailed, u"this kind of compression is not supported by KArchive here"_s);
}

Result<std::unique_ptr<QIODevice>> opened(
    std::unique_ptr<KCompressionDevice> device, QIODevice::OpenMode mode)
{
    if (!device->open(mode)) {
        return unsupported();
    }
    return device;
}

} // namespace

Compression compressionOf(QByteArrayView beginning)
{
    const auto found =
        std::ranges::find_if(Magics, [&](const Magic &magic) { return beginning.startsWith(magic.bytes); });
    return found == Magics.end() ? Compression::None : found->compression;
}

Result<std::unique_ptr<QIODevice>> unpacked(std::unique_ptr<QIODevice> packed)
{
    const Compression compression = compressionOf(packed->peek(CompressionMagicSize));
    return unpacked(std::move(packed), compression);
}

Result<std::unique_ptr<QIODevice>> unpacked(std::unique_ptr<QIODevice> packed, Compression compression)
{
    if (compression == Compression::None) {
        return packed;
    }
    // For gzip alone it goes on behind the first frame.
    if (compression == Compression::Gzip) {
        return opened(std::make_unique<KCompressionDevice>(packed.release(), true, typeOf(compression)),
            QIODevice::ReadOnly);
    }
    std::unique_ptr<KFilterBase> filter(KCompressionDevice::filterForCompressionType(typeOf(compression)));
    if (!filter) {
        return unsupported();
    }
    return std::make_unique<UnpackingDevice>(std::move(packed), compression, std::move(filter));
}

Result<std::unique_ptr<QIODevice>> packing(QIODevice &target, Compression compression)
{
    return opened(
        std::make_unique<KCompressionDevice>(&target, false, typeOf(compression)), QIODevice::WriteOnly);
}

Result<std::unique_ptr<QIODevice>> openUnpacked(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileFailed, path + ": "_L1 + file->errorString());
    }
    return unpacked(std::move(file));
}

} // namespace jettison
