// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/engine/httpclient.h"

namespace jettison {

/// What an engine means by a reply that says no: NotFound, Conflict, EngineBusy, Denied, DeniedByPlugin,
/// BadRequest or EngineFailed with the engine's words; else as notAnEngine().
Error refusal(const HttpReply &reply);

/// NotAnEngine with the words of whatever has answered, such as a proxy's web page, whatever its status.
/// WantsTls: they say so.
Error notAnEngine(const HttpReply &reply);
bool isWebPage(const HttpReply &reply);

} // namespace jettison
