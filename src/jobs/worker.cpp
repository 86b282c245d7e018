// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/worker.h"

#include "jobs/patience.h"
#include "jobs/removal.h"
#include "jobs/scan.h"

namespace jettison {

Worker::Worker(StoreFactory factory, CancelToken quit)
    : m_factory(std::move(factory)),
      m_quit(std::move(quit))
{
}

void Worker::scan()
{
    const Result<SnapshotPtr> snapshot = jettison::scan(store(), m_quit);
    if (snapshot) {
        Q_EMIT scanned(*snapshot);
    } else {
        Q_EMIT scanFailed(snapshot.error());
    }
}

void Worker::remove(const RemovalPlan &plan, const CancelToken &cancel)
{
    const RemovalListener listener{
        .started = [this](int step) { Q_EMIT stepStarted(step); },
        .ended = [this](int step, const StepOutcome &outcome) { Q_EMIT stepEnded(step, outcome); },
    };
    Q_EMIT removed(runRemoval(plan, store(), {.cancel = cancel, .abort = m_quit}, listener));
}

void Worker::pull(const Reference &reference, const CancelToken &cancel)
{
    const auto progress = [this](const PullProgress &now) { Q_EMIT pullProgressed(now); };
    const Result<StoreInfo> info = store().open(callWith(cancel));
    const Result<PullResult> result = info
        ? store().pull(
              reference, progress, {.deadline = QDeadlineTimer(QDeadlineTimer::Forever), .cancel = cancel})
        : tl::unexpected(info.error());
    if (result) {
        Q_EMIT pulled(reference, *result);
    } else {
        Q_EMIT pullFailed(reference, result.error());
    }
}

Store &Worker::store()
{
    if (!m_store) {
        m_store = m_factory();
    }
    return *m_store;
}

} // namespace jettison
