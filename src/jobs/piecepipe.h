// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/store.h"

#include <QMutex>
#include <QWaitCondition>

#include <optional>

namespace jettison {

/// Hands bytes from a thread that writes them to one that reads them, a few pieces at a time.
class PiecePipe
{
public:
    /// Waits until there is room. Cancelled: nobody reads any more.
    Result<void> write(QByteArrayView piece);
    /// The last word of the writer: the end, or why there is no more.
    void finish(const Result<void> &result);

    /// Waits for a piece; an empty one is the end.
    Result<QByteArray> read();
    /// The last word of the reader.
    void stopReading();

private:
    QMutex m_mutex;
    QWaitCondition m_changed;
    QByteArray m_bytes;
    std::optional<Result<void>> m_result;
    bool m_isRead = true;
};

/// Runs `write`, which writes an archive to a device, in a thread of its own, and `read` in this one. Returns
/// once both have ended: the error of whoever failed first.
Result<void> pipeThrough(const std::function<Result<void>(QIODevice &target)> &write,
    const std::function<Result<void>(const PieceSource &source)> &read);

} // namespace jettison
