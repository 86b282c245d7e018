// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace jettison {

/// What the docker command line is told to build `OPTIONS img:1 < base:1: STEP; STEP` by the classic builder,
/// in a folder that is filled for it. Empty if that cannot be written.
QStringList buildArguments(const QString &description, const QString &folder);

} // namespace jettison
