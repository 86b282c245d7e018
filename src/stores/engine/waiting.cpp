// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/waiting.h"

#include <algorithm>

namespace jettison {

namespace {

constexpr qint64 SliceMs = 50;

} // namespace

std::optional<Error> interruption(const Call &call, const QString &what)
{
    if (call.cancel.isRequested()) {
        return Error{.code = ErrorCode::Cancelled, .detail = what};
    }
    if (call.deadline.hasExpired()) {
        return Error{.code = ErrorCode::TimedOut, .detail = what};
    }
    return {};
}

int waitSlice(const Call &call)
{
    return int(
        call.deadline.isForever() ? SliceMs : std::clamp<qint64>(call.deadline.remainingTime(), 0, SliceMs));
}

} // namespace jettison
