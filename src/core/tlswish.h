// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

namespace jettison {

/// What a person says of TLS on the command line; the rest is the environment's.
struct TlsWish
{
    enum class Mode {
        Unsaid,
        Unverified, ///< `--tls`: encrypted, but with whomever answers
        Verified, ///< `--tlsverify`
    };

    Mode mode = Mode::Unsaid;
    /// Paths of PEM files. Empty is a value, too: no such file is to be used.
    std::optional<QString> authorities = {};
    std::optional<QString> certificate = {};
    std::optional<QString> key = {};

    bool namesFiles() const { return authorities || certificate || key; }
    bool isEmpty() const { return mode == Mode::Unsaid && !namesFiles(); }

    friend bool operator==(const TlsWish &, const TlsWish &) = default;
};

} // namespace jettison
