// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/layerreading.h"

#include "stores/archive/compression.h"
#include "stores/archive/digester.h"
#include "stores/archive/memberdevice.h"
#include "stores/archive/tarformat.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 PieceSize = 64 * 1024;
// No system has longer ones (PATH_MAX of Linux).
constexpr qsizetype MaxPath = 4096;

// Another device, which is not owned.
class Borrowed : public QIODevice
{
public:
    explicit Borrowed(QIODevice &device)
        : m_device(device)
    {
        open(QIODevice::ReadOnly);
    }

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override { return m_device.read(data, maxSize); }
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    QIODevice &m_device;
};

// Hashes what is read through it.
class Hashing : public QIODevice
{
public:
    explicit Hashing(QIODevice &device)
        : m_device(device)
    {
        open(QIODevice::ReadOnly);
    }

    bool isSequential() const override { return true; }
    QString digest() const { return m_digester.text(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 size = m_device.read(data, maxSize);
        if (size > 0) {
            m_digester.add(QByteArrayView(data, size));
        }
        return size;
    }

    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    QIODevice &m_device;
    Digester m_digester{u"sha256"_s};
};

bool looksLikeLayer(const QByteArray &beginning)
{
    return compressionOf(beginning) != Compression::None
        || (beginning.size() == tarformat::BlockSize
            && (tarformat::isZero(beginning) || tarformat::hasRightChecksum(beginning)));
}

std::optional<LayerEntry::Type> typeOf(TarEntry::Type type)
{
    switch (type) {
    case TarEntry::Type::File:
        return LayerEntry::Type::File;
    case TarEntry::Type::Folder:
        return LayerEntry::Type::Folder;
    case TarEntry::Type::SymbolicLink:
        return LayerEntry::Type::SymbolicLink;
    case TarEntry::Type::HardLink:
        return LayerEntry::Type::HardLink;
    case TarEntry::Type::CharacterDevice:
        return LayerEntry::Type::CharacterDevice;
    case TarEntry::Type::BlockDevice:
        return LayerEntry::Type::BlockDevice;
    case TarEntry::Type::Pipe:
        return LayerEntry::Type::Pipe;
    case TarEntry::Type::Other:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

LayerReading::LayerReading(CancelToken cancel, LayerLimits limits)
    : m_cancel(std::move(cancel)),
      m_left(limits)
{
}

Result<LayerListing> LayerReading::readLayer(QIODevice &packed)
{
    const Result<std::unique_ptr<QIODevice>> device = unpacked(std::make_unique<Borrowed>(packed));
    if (!device) {
        return tl::unexpected(device.error());
    }
    Hashing bytes(**device);
    TarReader tar(bytes, m_cancel, TarReader::Kind::Layer);
    LayerListing layer;
    for (;;) {
        const Result<std::optional<TarEntry>> member = tar.next();
        if (!member) {
            return tl::unexpected(member.error());
        }
        if (!*member) {
            break;
        }
        if (const Result<void> added = add(tar, **member, layer); !added) {
            return tl::unexpected(added.error());
        }
    }
    // What follows the end of the archive counts for the digest as well.
    while (!bytes.read(PieceSize).isEmpty()) {
        if (m_cancel.isRequested()) {
            return fail(ErrorCode::Cancelled);
        }
    }
    layer.diffId = DiffId(bytes.digest());
    return layer;
}

Result<void> LayerReading::add(TarReader &tar, const TarEntry &member, LayerListing &layer)
{
    const std::optional<LayerEntry::Type> type = typeOf(member.type);
    if (!type) {
        return {};
    }
    --m_left.entries;
    m_left.characters -= member.path.size() + member.linkTarget.size();
    if (m_left.entries < 0 || m_left.characters < 0) {
        return fail(ErrorCode::BrokenArchive, u"a layer has more files than this program takes in"_s);
    }
    if (member.path.size() > MaxPath || member.linkTarget.size() > MaxPath) {
        return fail(ErrorCode::BrokenArchive,
            u"a layer has a path of %1 characters: %2…"_s.arg(member.path.size()).arg(member.path.left(80)));
    }
    LayerEntry entry{.path = member.path,
        .type = *type,
        .size = member.fileSize,
        .mode = member.mode,
        .owner = member.owner,
        .group = member.group,
        .linkTarget = member.linkTarget};
    if (member.size > 0) {
        const Result<quint64> content = contentOf(tar);
        if (!content) {
            return tl::unexpected(content.error());
        }
        entry.content = *content;
    }
    if (whiteouts::interpret(entry)) {
        entry.size = entry.isWhiteout() ? 0 : entry.size;
        layer.entries.push_back(std::move(entry));
    }
    return {};
}

// Enough of a digest to tell whether two files are the same.
Result<quint64> LayerReading::contentOf(TarReader &tar)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    for (;;) {
        const Result<QByteArray> piece = tar.read();
        if (!piece) {
            return tl::unexpected(piece.error());
        }
        if (piece->isEmpty()) {
            return qFromLittleEndian<quint64>(hash.result().constData());
        }
        hash.addData(*piece);
    }
}

// In the archives of `docker save` layers are called `ID/layer.tar`, `DIGEST.tar` or `blobs/sha256/DIGEST`,
// and what names them may come last.
Result<std::vector<LayerListing>> LayerReading::readArchive(QIODevice &archive)
{
    TarReader tar(archive, m_cancel);
    std::vector<LayerListing> layers;
    for (;;) {
        const Result<std::optional<TarEntry>> member = tar.next();
        if (!member) {
            return tl::unexpected(member.error());
        }
        if (!*member) {
            return layers;
        }
        if ((*member)->type != TarEntry::Type::File) {
            continue;
        }
        MemberDevice content(tar);
        if (!looksLikeLayer(content.peek(tarformat::BlockSize))) {
            continue;
        }
        Result<LayerListing> layer = readLayer(content);
        if (!layer) {
            layer.error().detail.prepend((*member)->path + ": "_L1);
            return tl::unexpected(layer.error());
        }
        if (std::ranges::find(layers, layer->diffId, &LayerListing::diffId) == layers.end()) {
            layers.push_back(std::move(*layer));
        }
    }
}

} // namespace jettison
