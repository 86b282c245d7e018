// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/backupteller.h"

namespace jettison {

namespace {

constexpr qint64 Interval = 200;

} // namespace

BackupTeller::BackupTeller(BackupListener listener)
    : m_listener(std::move(listener))
{
}

void BackupTeller::begin(BackupProgress::Phase phase, qint64 expected)
{
    m_progress = {.phase = phase, .expected = expected};
    m_running.invalidate();
    m_quiet.start();
    m_listener(m_progress);
}

// An engine may prepare the archive for long before it sends any of it.
void BackupTeller::tell(qint64 bytes)
{
    if (!m_running.isValid()) {
        m_running.start();
    }
    m_progress.bytes = bytes;
    m_progress.elapsed = std::chrono::milliseconds(m_running.elapsed());
    if (m_quiet.hasExpired(Interval)) {
        m_quiet.start();
        m_listener(m_progress);
    }
}

void BackupTeller::tell(qint64 bytes, qint64 expected)
{
    m_progress.expected = expected;
    tell(bytes);
}

} // namespace jettison
