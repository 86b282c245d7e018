// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/pull.h"

#include <QByteArray>

#include <optional>

/// The messages that engines send while something goes on, one JSON object each. All return MalformedReply.
namespace jettison::enginejson {

/// One message of `POST /images/create`; what it does not tell is empty.
struct PullMessage
{
    std::optional<PullProgress> progress;
    /// `sha256:…` of the manifest.
    QString digest;
    /// The sentence that ends a pull that went well.
    QString status;
    /// Why the pull failed.
    QString error;
};
Result<PullMessage> pullMessage(const QByteArray &json);

/// Whether a message of `GET /events` tells of something that a list of images and containers shows.
Result<bool> changesLists(const QByteArray &json);

} // namespace jettison::enginejson
