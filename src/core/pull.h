// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace jettison {

/// How far one layer of a pull has come.
struct PullProgress
{
    enum class State { Waiting, Downloading, Verifying, Downloaded, Extracting, Exists, Done };

    /// The first 12 digits of the layer's compressed blob digest: not a diff ID, so it cannot be found in any
    /// image.
    QString layer;
    State state = State::Waiting;
    /// Bytes; total is 0 while it is not known.
    qint64 current = 0;
    qint64 total = 0;

    friend bool operator==(const PullProgress &, const PullProgress &) = default;
};

/// What the engine said at the end of a pull.
struct PullResult
{
    /// `sha256:…` of the manifest.
    QString digest;
    /// The engine's own sentence, such as `Status: Downloaded newer image for app:1`.
    QString status;

    friend bool operator==(const PullResult &, const PullResult &) = default;
};

} // namespace jettison
