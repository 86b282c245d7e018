// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QIODevice>

#include <condition_variable>
#include <mutex>

namespace jettison {

/// What one thread writes another reads, and the one that is ahead waits. push() and finish() belong to the
/// writing thread, everything else to the reading one.
class PipeDevice : public QIODevice
{
    Q_OBJECT

public:
    PipeDevice();

    /// False: the other thread reads no more.
    bool push(QByteArrayView bytes);
    /// Nothing follows.
    void finish();
    /// Reads no more.
    void stop();

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    QByteArray m_bytes;
    qsizetype m_at = 0;
    bool m_isFinished = false;
    bool m_isStopped = false;
};

} // namespace jettison
