// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backup.h"

#include <QProgressBar>

#include <algorithm>

namespace jettison {

/// A bar counts in int, a transfer in bytes.
inline void showParts(QProgressBar &bar, const BackupProgress &progress)
{
    constexpr int Parts = 1000;
    const bool isKnown = progress.bytes > 0 && progress.expected > 0;
    bar.setRange(0, isKnown ? Parts : 0);
    if (isKnown) {
        const double share = double(progress.bytes) / double(progress.expected);
        bar.setValue(int(std::min(share, 1.0) * Parts));
    }
}

} // namespace jettison
