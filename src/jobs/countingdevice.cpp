// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/countingdevice.h"

namespace jettison {

CountingDevice::CountingDevice(QIODevice &source, std::function<void(qint64 bytes)> progress)
    : m_source(source),
      m_progress(std::move(progress))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 CountingDevice::readData(char *data, qint64 maxSize)
{
    const qint64 size = m_source.read(data, maxSize);
    if (size > 0) {
        m_bytes += size;
        m_progress(m_bytes);
    }
    return size;
}

} // namespace jettison
