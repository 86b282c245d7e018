// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "fakes/fakestore.h"
#include "fakes/storetext.h"

#include <QMutex>
#include <QThread>

#include <atomic>

namespace jettison {

/// An engine for a window: its stores share what it holds, and the test can take it away or make it wait.
class FakeEngine
{
public:
    explicit FakeEngine(const QString &text)
        : m_snapshot(storeFromText(text))
    {
    }

    /// One that says who it is. Its layers are unread.
    FakeEngine(const QString &text, const StoreInfo &info)
        : FakeEngine(text)
    {
        m_snapshot = std::make_shared<const Snapshot>(info, m_snapshot->images(), m_snapshot->containers());
    }

    StoreFactory factory()
    {
        return [this] {
            auto store = std::make_unique<FakeStore>(snapshot());
            FakeStore *fake = store.get();
            store->knownSwarm = swarm;
            store->interceptReading = [this, fake]() -> std::optional<Error> {
                fake->snapshot = snapshot();
                return isDown
                    ? std::optional(Error{.code = ErrorCode::NotRunning, .detail = QStringLiteral("fake")})
                    : std::nullopt;
            };
            store->onChange = [this](const SnapshotPtr &now) { set(now); };
            store->intercept = [this](const QString &) -> std::optional<Error> {
                while (isStuck) {
                    QThread::msleep(5);
                }
                return {};
            };
            return store;
        };
    }

    SnapshotPtr snapshot() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_snapshot;
    }

    void set(const SnapshotPtr &snapshot)
    {
        const QMutexLocker lock(&m_mutex);
        m_snapshot = snapshot;
    }

    /// Set before a session is started.
    Swarm swarm = {};
    std::atomic_bool isDown = false;
    std::atomic_bool isStuck = false;

private:
    mutable QMutex m_mutex;
    SnapshotPtr m_snapshot;
};

} // namespace jettison
