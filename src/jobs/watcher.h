// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/store.h"

#include <QObject>

#include <atomic>
#include <chrono>
#include <optional>

namespace jettison {

/// Follows a store's events in a thread of its own, over a connection of its own, and finds the store again
/// after it was lost.
class Watcher : public QObject
{
    Q_OBJECT

public:
    /// `quit` ends the watch.
    Watcher(StoreFactory factory, CancelToken quit);

    /// Returns when `quit` is requested.
    void watch();
    /// Ends the pause after a try that failed. Any thread.
    void tryNow() { m_isWanted = true; }

Q_SIGNALS:
    /// Also right after the store was found.
    void changed();
    /// Once for each try that failed.
    void lost();

private:
    std::optional<Error> watchOnce();
    void pause(std::chrono::milliseconds time);

    StoreFactory m_factory;
    CancelToken m_quit;
    std::atomic_bool m_isWanted = false;
    bool m_found = false;
};

} // namespace jettison
