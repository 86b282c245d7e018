// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/container.h"
#include "core/surroundings.h"
#include "stores/store.h"

namespace jettison {

/// Asks for what lists do not tell, a request for each container. What cannot be read is left out: nothing
/// depends on it but remarks. Worker thread.
Surroundings readSurroundings(const QList<Container> &containers, Store &store, const CancelToken &cancel);

} // namespace jettison
