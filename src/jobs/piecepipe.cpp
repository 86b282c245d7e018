// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/piecepipe.h"

#include "stores/archive/sinkdevice.h"

#include <QThread>

#include <memory>

namespace jettison {

namespace {

constexpr qsizetype MaxBytes = 1024 * 1024;

} // namespace

Result<void> PiecePipe::write(QByteArrayView piece)
{
    const QMutexLocker lock(&m_mutex);
    while (m_isRead && m_bytes.size() >= MaxBytes) {
        m_changed.wait(&m_mutex);
    }
    if (!m_isRead) {
        return fail(ErrorCode::Cancelled);
    }
    m_bytes.append(piece);
    m_changed.wakeAll();
    return {};
}

void PiecePipe::finish(const Result<void> &result)
{
    const QMutexLocker lock(&m_mutex);
    m_result = result;
    m_changed.wakeAll();
}

Result<QByteArray> PiecePipe::read()
{
    const QMutexLocker lock(&m_mutex);
    while (m_bytes.isEmpty() && !m_result) {
        m_changed.wait(&m_mutex);
    }
    // An archive that breaks off is none: what is left of it is of no use.
    if (m_result && !*m_result) {
        return tl::unexpected(m_result->error());
    }
    m_changed.wakeAll();
    return std::exchange(m_bytes, {});
}

void PiecePipe::stopReading()
{
    const QMutexLocker lock(&m_mutex);
    m_isRead = false;
    m_changed.wakeAll();
}

Result<void> pipeThrough(const std::function<Result<void>(QIODevice &target)> &write,
    const std::function<Result<void>(const PieceSource &source)> &read)
{
    PiecePipe pipe;
    const std::unique_ptr<QThread> writer(QThread::create([&] {
        const PieceSink sink = [&](QByteArrayView piece) { return pipe.write(piece); };
        SinkDevice device(sink);
        pipe.finish(write(device));
    }));
    writer->start();
    const Result<void> done = read([&] { return pipe.read(); });
    pipe.stopReading();
    writer->wait();
    return done;
}

} // namespace jettison
