// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalplan.h"

#include <QString>

namespace jettison::messages {

/// Why a platform of an image stays, or what of the image does.
QString keptPlatform(const KeptImage &kept, const Snapshot &snapshot);

} // namespace jettison::messages
