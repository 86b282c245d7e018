// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

namespace jettison {

/// What is wrong on the way to a store, and what to do about it. `%1` stands where the detail belongs.
QString sshText(ErrorCode code);
QString tlsText(const Error &error);

} // namespace jettison
