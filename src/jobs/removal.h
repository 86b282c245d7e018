// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalplan.h"
#include "core/removalreport.h"
#include "stores/store.h"

#include <functional>

namespace jettison {

/// What is told while a plan is carried out, in the thread that does it.
struct RemovalListener
{
    std::function<void(int step)> started;
    /// From a store that takes all of it in one piece it comes at the end.
    std::function<void(int step, const StepOutcome &outcome)> ended;
    /// Such a store writes: bytes of all that it has to.
    std::function<void(qint64 bytes, qint64 all)> written = {};
};

struct RemovalControl
{
    /// Ends the removal between two steps, or inside a stop. A request to delete is never cut short.
    CancelToken cancel;
    /// Ends every wait at once, for a program that must close.
    CancelToken abort;
};

/// Carries a plan out step by step. Each step is checked against the store just before it is sent; what is no
/// longer as the plan saw it is skipped. After any answer but a plain success the store is read again, so
/// that the report tells what is, not what was said. A store that takes removals in one piece is written at
/// the end; cancelled before that, or failed in it, nothing is removed. Blocks; worker thread.
RemovalReport runRemoval(
    const RemovalPlan &plan, Store &store, const RemovalControl &control, const RemovalListener &listener);

} // namespace jettison
