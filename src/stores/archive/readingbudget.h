// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/imageconfig.h"

namespace jettison {

/// What the images of one archive may come to all together: one file can be named by very many.
class ReadingBudget
{
public:
    /// `parts` are layers, steps, labels and the like, `bytes` JSON to parse. BrokenArchive.
    Result<void> take(qint64 parts, qint64 bytes)
    {
        m_parts -= parts;
        m_bytes -= bytes;
        return m_parts < 0 || m_bytes < 0
            ? Result<void>(fail(ErrorCode::BrokenArchive, QStringLiteral("too many images and layers")))
            : Result<void>();
    }

    Result<void> take(const ImageConfig &config)
    {
        return take(config.diffIds.size() + config.history.size() + config.labels.size(), 0);
    }

private:
    qint64 m_parts = 1'000'000;
    qint64 m_bytes = qint64(1) << 30;
};

} // namespace jettison
