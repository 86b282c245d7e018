// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/pipedevice.h"

#include <algorithm>

namespace jettison {

namespace {

constexpr qsizetype Capacity = 1024 * 1024;

} // namespace

PipeDevice::PipeDevice()
{
    open(QIODevice::ReadOnly);
}

bool PipeDevice::push(QByteArrayView bytes)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isStopped || m_bytes.size() - m_at < Capacity; });
    if (m_isStopped) {
        return false;
    }
    m_bytes.remove(0, m_at);
    m_at = 0;
    m_bytes += bytes;
    m_changed.notify_all();
    return true;
}

void PipeDevice::finish()
{
    const std::lock_guard lock(m_mutex);
    m_isFinished = true;
    m_changed.notify_all();
}

void PipeDevice::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isStopped = true;
    m_changed.notify_all();
}

qint64 PipeDevice::readData(char *data, qint64 maxSize)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isFinished || m_at < m_bytes.size(); });
    const qint64 size = std::min<qint64>(maxSize, m_bytes.size() - m_at);
    std::copy_n(m_bytes.cbegin() + m_at, size, data);
    m_at += size;
    m_changed.notify_all();
    return size;
}

qint64 PipeDevice::writeData(const char * /*data*/, qint64 /*size*/)
{
    return -1;
}

} // namespace jettison
