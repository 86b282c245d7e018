// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/containerengine.h"

namespace jettison {

/// Makes a container as a scene describes it: `web: app:1 running`. Empty, or why it cannot.
QString startContainer(const ContainerEngine &engine, const QString &description);

} // namespace jettison
