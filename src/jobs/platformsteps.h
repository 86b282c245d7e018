// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "jobs/removal.h"

namespace jettison {

/// The step RemovePlatform. The engine would take away layers that others need, and asks for no container: so
/// whatever came to the store since the plan ends it.
StepOutcome removePlatform(
    const RemovalStep &step, const Snapshot &planned, Store &store, const RemovalControl &control);

} // namespace jettison
