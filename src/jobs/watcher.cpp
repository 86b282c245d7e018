// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/watcher.h"

#include "jobs/patience.h"

#include <QThread>

#include <algorithm>

namespace jettison {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds FirstPause{500};
constexpr milliseconds LongestPause{5000};
constexpr milliseconds QuitCheck{50};

} // namespace

Watcher::Watcher(StoreFactory factory, CancelToken quit)
    : m_factory(std::move(factory)),
      m_quit(std::move(quit))
{
}

void Watcher::watch()
{
    milliseconds pause = FirstPause;
    while (!m_quit.isRequested()) {
        m_found = false;
        const Error error = watchOnce();
        if (m_quit.isRequested()) {
            return;
        }
        Q_EMIT lost(error);
        pause = m_found ? FirstPause : std::min(2 * pause, LongestPause);
        for (milliseconds slept{0}; slept < pause && !m_quit.isRequested(); slept += QuitCheck) {
            QThread::msleep(QuitCheck.count());
        }
    }
}

Error Watcher::watchOnce()
{
    const Result<std::unique_ptr<Store>> made = m_factory();
    if (!made) {
        return made.error();
    }
    Store &store = **made;
    const Result<StoreInfo> info = store.open(callWith(m_quit));
    if (!info) {
        return info.error();
    }
    const auto found = [this] {
        m_found = true;
        Q_EMIT changed();
    };
    const Result<void> watched =
        store.watch(found, {.deadline = QDeadlineTimer(QDeadlineTimer::Forever), .cancel = m_quit});
    return watched ? Error{.code = ErrorCode::ConnectionLost} : watched.error();
}

} // namespace jettison
