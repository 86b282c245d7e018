// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/imagesaver.h"

#include "jobs/patience.h"
#include "stores/archive/durable.h"
#include "stores/archive/tarwriter.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// Below this the disk counts as full: other programs need some as well.
constexpr qint64 SpaceMargin = 64 * 1024 * 1024;
constexpr qint64 SpaceCheckInterval = 16 * 1024 * 1024;

} // namespace

std::optional<qint64> freeSpaceAt(const QString &path)
{
    QString existing = path;
    while (!existing.isEmpty() && !QFileInfo::exists(existing) && existing != QFileInfo(existing).path()) {
        existing = QFileInfo(existing).path();
    }
    const QStorageInfo storage(existing);
    return storage.isValid() && storage.isReady() ? std::optional(storage.bytesAvailable()) : std::nullopt;
}

Result<void> checkSpaceAt(const QString &path, qint64 needed)
{
    const std::optional<qint64> free = freeSpaceAt(path);
    if (!free || *free >= needed + SpaceMargin) {
        return {};
    }
    const auto text = [](qint64 bytes) {
        return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    };
    return fail(ErrorCode::NoSpace, u"%1 (%2 of %3)"_s.arg(path, text(*free), text(needed + SpaceMargin)));
}

ImageSaver::ImageSaver(
    const Snapshot &snapshot, Store &store, QString folder, CancelToken cancel, BackupTeller &teller)
    : m_snapshot(snapshot),
      m_store(store),
      m_folder(std::move(folder)),
      m_cancel(std::move(cancel)),
      m_teller(teller)
{
}

// Docker refuses to save an image without layers, and does not say which one it was.
Result<void> ImageSaver::refuseBare(const QList<Image> &images) const
{
    QStringList bare;
    for (const Image &image : images) {
        if (m_snapshot.store().kind != StoreInfo::Kind::Engine
            || m_snapshot.layers().top(m_snapshot.find(image.id)) != LayerGraph::None) {
            continue;
        }
        const Result<ImageContent> content = m_store.content(image.id, callWith(m_cancel));
        if (!content) {
            return tl::unexpected(content.error());
        }
        if (content->diffIds.isEmpty()) {
            bare << (image.references.isEmpty()
                    ? image.id.text()
                    : image.references.first().text() + u" ("_s + image.id.text() + u')');
        }
    }
    return bare.isEmpty() ? Result<void>() : fail(ErrorCode::NoLayers, bare.join(", "_L1));
}

Result<qint64> ImageSaver::save(const QStringList &images, const QString &path, Compression compression)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        return fail(ErrorCode::FileFailed, path + ": "_L1 + file.errorString());
    }
    std::unique_ptr<QIODevice> packer;
    if (compression != Compression::None) {
        Result<std::unique_ptr<QIODevice>> made = packing(file, compression);
        if (!made) {
            return tl::unexpected(made.error());
        }
        packer = std::move(*made);
    }
    const Result<qint64> streamed = stream(images, packer ? *packer : file);
    if (streamed && packer) {
        packer->close();
    }
    if (file.error() != QFileDevice::NoError) {
        return writeError(file);
    }
    return streamed.and_then([&](qint64) { return durable::sync(file); }).and_then([&] { return streamed; });
}

// Returns the bytes of the archive.
Result<qint64> ImageSaver::stream(const QStringList &images, QIODevice &target)
{
    qint64 bytes = 0;
    qint64 checkedAt = 0;
    const auto sink = [&](QByteArrayView piece) -> Result<void> {
        if (target.write(piece.data(), piece.size()) != piece.size()) {
            return writeError(target);
        }
        bytes += piece.size();
        m_teller.tell(bytes);
        if (bytes - checkedAt < SpaceCheckInterval) {
            return {};
        }
        checkedAt = bytes;
        return checkSpace(0);
    };
    return m_store
        .save(images, sink, {.deadline = QDeadlineTimer(QDeadlineTimer::Forever), .cancel = m_cancel})
        .map([&] { return bytes; });
}

} // namespace jettison
