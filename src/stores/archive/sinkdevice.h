// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/store.h"

#include <QIODevice>

#include <optional>

namespace jettison {

/// Hands on what is written to it. Outlived by the sink.
class SinkDevice : public QIODevice
{
public:
    explicit SinkDevice(const PieceSink &sink)
        : m_sink(sink)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }
    /// What the sink answered last, if that was an error.
    const std::optional<Error> &error() const { return m_error; }

protected:
    qint64 readData(char * /*data*/, qint64 /*maxSize*/) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        const Result<void> taken = m_sink(QByteArrayView(data, size));
        m_error = taken ? std::nullopt : std::optional(taken.error());
        return taken ? size : -1;
    }

private:
    const PieceSink &m_sink;
    std::optional<Error> m_error;
};

} // namespace jettison
