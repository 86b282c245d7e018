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
// What only a person can mend.
constexpr milliseconds HopelessPause{300'000};
constexpr milliseconds QuitCheck{50};

} // namespace

Watcher::Watcher(StoreFactory factory, CancelToken quit)
    : m_factory(std::move(factory)),
      m_quit(std::move(quit))
{
}

void Watcher::watch()
{
    milliseconds next = FirstPause;
    while (!m_quit.isRequested()) {
        m_found = false;
        m_isWanted = false;
        const std::optional<Error> error = watchOnce();
        if (m_quit.isRequested()) {
            return;
        }
        Q_EMIT lost();
        next = m_found ? FirstPause : std::min(2 * next, LongestPause);
        pause(error && waitsForPerson(*error) ? HopelessPause : next);
    }
}

void Watcher::pause(milliseconds time)
{
    for (milliseconds slept{0}; slept < time && !m_quit.isRequested() && !m_isWanted; slept += QuitCheck) {
        QThread::msleep(QuitCheck.count());
    }
}

// Whether the store is lost is not for this to say: a scan over another connection tells what is wrong.
std::optional<Error> Watcher::watchOnce()
{
    const Result<std::unique_ptr<Store>> store = m_factory();
    if (!store) {
        return store.error();
    }
    if (const Result<StoreInfo> opened = (*store)->open(quietCallWith(m_quit)); !opened) {
        return opened.error();
    }
    const auto found = [this] {
        m_found = true;
        Q_EMIT changed();
    };
    const Result<void> ended = (*store)->watch(
        found, {.deadline = QDeadlineTimer(QDeadlineTimer::Forever), .cancel = m_quit, .isQuiet = true});
    return ended ? std::nullopt : std::optional(ended.error());
}

} // namespace jettison
