// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

namespace jettison {

/// What an engine says of itself alone.
struct EngineIdentity
{
    /// Tells it from all others, however it was reached; empty if it has none.
    QString id = {};
    /// Whether it runs as a user without rights; nothing if it does not say so.
    std::optional<bool> isRootless = {};

    friend bool operator==(const EngineIdentity &, const EngineIdentity &) = default;
};

} // namespace jettison
