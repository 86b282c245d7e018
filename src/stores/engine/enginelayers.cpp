// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/layerreading.h"
#include "stores/engine/enginestore.h"
#include "stores/engine/pipedevice.h"

#include <future>

namespace jettison {

// Engines give the layers of an image in no other way than in an archive. The socket belongs to this thread,
// so it is another one that takes the archive apart as it comes.
Result<std::vector<LayerListing>> EngineStore::readLayers(
    const ImageId &image, const std::function<void(qint64)> &progress, const Call &call)
{
    PipeDevice pipe;
    LayerReading reading(call.cancel);
    auto layers = std::async(std::launch::async, [&] {
        Result<std::vector<LayerListing>> read = reading.readArchive(pipe);
        // Blocks that fill up the archive may follow.
        while (read && !pipe.read(1024).isEmpty()) { }
        pipe.stop();
        return read;
    });
    qint64 bytes = 0;
    bool isRefused = false;
    const auto take = [&](QByteArrayView piece) -> Result<void> {
        isRefused = !pipe.push(piece);
        if (isRefused) {
            return fail(ErrorCode::Cancelled);
        }
        bytes += piece.size();
        progress(bytes);
        return {};
    };
    Result<void> saved = save({image.text()}, take, call);
    if (!saved && saved.error().code == ErrorCode::LacksPlatform) {
        const Result<void> other = saveFirstPlatform(image, take, call);
        const bool isNone = !other && other.error().code == ErrorCode::LacksPlatform;
        saved = isNone ? saved : other; // the first knows the name of what is lacking
    }
    pipe.finish();
    Result<std::vector<LayerListing>> read = layers.get();
    return saved || isRefused ? read : tl::unexpected(saved.error());
}

} // namespace jettison
