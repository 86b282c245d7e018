// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace jettison {

/// A TCP port of 127.0.0.1 on which nobody listened a moment ago.
quint16 freePort();

} // namespace jettison
