// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/store.h"

#include <chrono>

namespace jettison {

// How long the jobs wait for one answer. Generous: an engine that deletes big layers or is under load is
// slow, not gone (docker/for-mac#2501, moby/moby#32833), and every wait can be cancelled.
constexpr std::chrono::minutes AnswerPatience{2};
constexpr std::chrono::minutes RemovalPatience{30};
/// For figures that a removal can do without. Engines with many containers count long.
constexpr std::chrono::seconds MeasuringPatience{10};
/// For what is good to know before a removal. A Swarm manager that has lost the others waits ten times as
/// long.
constexpr std::chrono::seconds SurroundingsPatience{2};
/// Beyond the time a container has to stop by itself.
constexpr std::chrono::seconds StopMargin{60};
/// For a container that is going away by itself (`--rm`).
constexpr std::chrono::seconds VanishPatience{30};
/// For the question who is there. Nobody waits for it, and it is asked again.
constexpr std::chrono::seconds ProbePatience{8};

/// Of what no person has just asked for, nobody is asked anything.
inline Call quietCallWith(const CancelToken &cancel)
{
    return {.deadline = QDeadlineTimer(AnswerPatience), .cancel = cancel, .isQuiet = true};
}

inline Call callWith(const CancelToken &cancel, std::chrono::milliseconds patience = AnswerPatience)
{
    return {.deadline = QDeadlineTimer(patience), .cancel = cancel};
}

} // namespace jettison
