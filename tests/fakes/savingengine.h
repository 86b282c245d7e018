// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "fakes/savingstore.h"

#include <QMutex>

namespace jettison {

/// What the stores of a session, one a thread, have in common: each sees what another changed.
class SavingEngine
{
public:
    explicit SavingEngine(const QString &text)
        : images(text),
          m_now(images.snapshot)
    {
    }

    StoreFactory factory()
    {
        return [this] {
            auto store = std::make_unique<SavingStore>(images);
            store->interceptReading = [this, held = store.get()]() -> std::optional<Error> {
                const QMutexLocker locker(&m_mutex);
                held->snapshot = m_now;
                return {};
            };
            store->onChange = [this](const SnapshotPtr &changed) {
                const QMutexLocker locker(&m_mutex);
                m_now = changed;
            };
            store->onPiece = onPiece;
            return store;
        };
    }

    const SavedImages images;
    /// For the stores that are made from now on.
    std::function<void(qint64 bytes)> onPiece;

private:
    QMutex m_mutex;
    SnapshotPtr m_now;
};

} // namespace jettison
