// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/backuploading.h"

#include "stores/archive/compression.h"

namespace jettison {

namespace {

constexpr qint64 PieceSize = 64 * 1024;

} // namespace

Result<void> loadUnpacked(
    const QString &archive, qint64 size, Store &store, BackupTeller &teller, const CancelToken &cancel)
{
    const Result<std::unique_ptr<QIODevice>> device = openUnpacked(archive);
    if (!device) {
        return tl::unexpected(device.error());
    }
    teller.begin(BackupProgress::Phase::Loading, size);
    qint64 bytes = 0;
    const auto source = [&]() -> Result<QByteArray> {
        QByteArray piece(PieceSize, Qt::Uninitialized);
        const qint64 read = (*device)->read(piece.data(), PieceSize);
        if (read < 0) {
            return fail(ErrorCode::BrokenArchive, archive);
        }
        piece.truncate(read);
        bytes += read;
        teller.tell(bytes);
        return piece;
    };
    return store.load(source, {.deadline = QDeadlineTimer(QDeadlineTimer::Forever), .cancel = cancel});
}

} // namespace jettison
