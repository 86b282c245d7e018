// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QString>

namespace jettison {

/// What is said of files that cannot be used, and of archives; `%1` is the detail.
QString fileText(ErrorCode code);

} // namespace jettison
