// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/store.h"

#include <QObject>

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

Q_SIGNALS:
    /// Also right after the store was found.
    void changed();
    /// Once for each try that failed.
    void lost();

private:
    void watchOnce();

    StoreFactory m_factory;
    CancelToken m_quit;
    bool m_found = false;
};

} // namespace jettison
