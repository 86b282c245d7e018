// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/watcher.h"

#include "jobs/patience.h"

#include <QThread>

#include <algorithm>
#include <tuple>

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
        watchOnce();
        if (m_quit.isRequested()) {
            return;
        }
        Q_EMIT lost();
        pause = m_found ? FirstPause : std::min(2 * pause, LongestPause);
        for (milliseconds slept{0}; slept < pause && !m_quit.isRequested(); slept += QuitCheck) {
            QThread::msleep(QuitCheck.count());
        }
    }
}

// Why it ended does not matter here: a scan over another connection tells what is wrong.
void Watcher::watchOnce()
{
    const Result<std::unique_ptr<Store>> store = m_factory();
    if (!store || !(*store)->open(callWith(m_quit))) {
        return;
    }
    const auto found = [this] {
        m_found = true;
        Q_EMIT changed();
    };
    std::ignore =
        (*store)->watch(found, {.deadline = QDeadlineTimer(QDeadlineTimer::Forever), .cancel = m_quit});
}

} // namespace jettison
