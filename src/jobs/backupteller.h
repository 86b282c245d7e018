// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backup.h"

#include <QElapsedTimer>

#include <functional>

namespace jettison {

/// Told in the thread that does the work, a few times a second at most.
using BackupListener = std::function<void(const BackupProgress &)>;

/// Measures how long the phases of a backup or undo take, and passes on now and then what is told it too
/// often.
class BackupTeller
{
public:
    explicit BackupTeller(BackupListener listener);

    /// The first one of a phase is told at once.
    void begin(BackupProgress::Phase phase, qint64 expected);
    void tell(qint64 bytes);
    /// Where only the work itself knows how much there is.
    void tell(qint64 bytes, qint64 expected);

private:
    BackupListener m_listener;
    BackupProgress m_progress;
    /// Since the first byte of the phase, and since the listener was told something.
    QElapsedTimer m_running;
    QElapsedTimer m_quiet;
};

} // namespace jettison
