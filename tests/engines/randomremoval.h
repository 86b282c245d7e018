// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/containerengine.h"

#include <QRandomGenerator>
#include <QStringList>

namespace jettison {

/// What a person might type behind `jettison rm`, by chance: images that the engine has now, by their names,
/// digests and IDs, whole or short, several of them and some twice; what is not there; or all of a kind.
QStringList randomRemoval(const ContainerEngine &engine, QRandomGenerator &random);

} // namespace jettison
