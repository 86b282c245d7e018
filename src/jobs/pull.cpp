// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/pull.h"

#include "jobs/patience.h"

namespace jettison {

Result<PullResult> pull(Store &store, const Reference &reference,
    const std::function<void(const PullProgress &)> &progress, const CancelToken &cancel)
{
    const Result<StoreInfo> info = store.open(callWith(cancel));
    if (!info) {
        return tl::unexpected(info.error());
    }
    return store.pull(
        reference, progress, {.deadline = QDeadlineTimer(QDeadlineTimer::Forever), .cancel = cancel});
}

} // namespace jettison
