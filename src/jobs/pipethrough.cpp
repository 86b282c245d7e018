// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/pipethrough.h"

#include "stores/archive/sinkdevice.h"
#include "stores/engine/pipedevice.h"

#include <future>

namespace jettison {

namespace {

constexpr qint64 PieceSize = 64 * 1024;

} // namespace

Result<void> pipeThrough(const std::function<Result<void>(QIODevice &target)> &write,
    const std::function<Result<void>(const PieceSource &source)> &read)
{
    PipeDevice pipe;
    const std::shared_future<Result<void>> writer = std::async(std::launch::async, [&] {
        const PieceSink sink = [&](QByteArrayView piece) {
            return pipe.push(piece) ? Result<void>() : fail(ErrorCode::Cancelled);
        };
        SinkDevice device(sink);
        const Result<void> written = write(device);
        pipe.finish();
        return written;
    });
    const Result<void> done = read([&]() -> Result<QByteArray> {
        const QByteArray piece = pipe.read(PieceSize);
        // An archive that breaks off must not look as if it ended.
        const Result<void> written = piece.isEmpty() ? writer.get() : Result<void>();
        return written ? Result<QByteArray>(piece) : tl::unexpected(written.error());
    });
    pipe.stop();
    writer.wait();
    return done;
}

} // namespace jettison
