// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "jobs/removal.h"

namespace jettison {

/// The step StopContainer. A container that is gone, or stopped by itself, is as good as one that we stopped.
StepOutcome stopContainer(
    const RemovalStep &step, std::chrono::seconds patience, Store &store, const RemovalControl &control);

/// The step RemoveContainer. One with `--rm` goes by itself once it is stopped, and with it its anonymous
/// volumes; this waits for that. If we stopped it, that was our doing.
StepOutcome removeContainer(
    const RemovalStep &step, bool stoppedByUs, Store &store, const RemovalControl &control);

} // namespace jettison
