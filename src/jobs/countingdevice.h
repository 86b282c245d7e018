// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QIODevice>

#include <functional>

namespace jettison {

/// Passes on what another device yields, and tells how much that was: a big layer takes long to read.
class CountingDevice : public QIODevice
{
public:
    /// `source` is open and outlives this.
    CountingDevice(QIODevice &source, std::function<void(qint64 bytes)> progress);

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    QIODevice &m_source;
    std::function<void(qint64)> m_progress;
    qint64 m_bytes = 0;
};

} // namespace jettison
