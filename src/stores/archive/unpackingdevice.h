// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/compression.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>

class KFilterBase;

namespace jettison {

/// Unpacks all frames that stand one behind the other, as zstd:chunked and parallel packers write them:
/// KCompressionDevice stops behind the first one. What follows the last one and is no frame is left alone.
class UnpackingDevice : public QIODevice
{
public:
    /// `packed` is open for reading; `filter` is for that kind of frames.
    UnpackingDevice(
        std::unique_ptr<QIODevice> packed, Compression compression, std::unique_ptr<KFilterBase> filter);
    ~UnpackingDevice() override;

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    /// Adds to the input until there is that much of it. False: there is no more.
    bool fill(qsizetype wanted);
    /// False behind the last one.
    bool beginFrame();
    bool step();

    std::unique_ptr<QIODevice> m_packed;
    Compression m_compression;
    std::unique_ptr<KFilterBase> m_filter;
    /// What the filter reads from, and how much of it is left.
    QByteArray m_input;
    bool m_isInFrame = false;
};

} // namespace jettison
