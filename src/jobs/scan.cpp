// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/scan.h"

#include "jobs/patience.h"

namespace jettison {

Result<SnapshotPtr> scan(Store &store, const CancelToken &cancel)
{
    const Result<StoreInfo> info = store.open(callWith(cancel));
    if (!info) {
        return tl::unexpected(info.error());
    }
    const Result<QList<Image>> images = store.images(callWith(cancel));
    if (!images) {
        return tl::unexpected(images.error());
    }
    const Result<QList<Container>> containers = store.containers(callWith(cancel));
    if (!containers) {
        return tl::unexpected(containers.error());
    }
    return std::make_shared<const Snapshot>(*info, *images, *containers);
}

Result<SnapshotPtr> scan(Store &store, LayerReader &reader, const CancelToken &cancel)
{
    Result<SnapshotPtr> lists = scan(store, cancel);
    if (!lists) {
        return lists;
    }
    reader.start(*lists);
    const Result<bool> read = reader.read(store, QDeadlineTimer(QDeadlineTimer::Forever), cancel);
    return read ? Result<SnapshotPtr>(reader.snapshot()) : tl::unexpected(read.error());
}

} // namespace jettison
