// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QString>

namespace jettison {

/// Makes an OCI image layout with a few small images that share layers, so that everything but containers can
/// be tried without an engine. What is there already is left as it is. Several programs may do so at once.
/// FileFailed, NoSpace.
Result<void> makeSampleStore(const QString &folder);

} // namespace jettison
