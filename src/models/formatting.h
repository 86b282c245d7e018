// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/bytecount.h"

#include <QDateTime>
#include <QString>

namespace jettison {

/// Bytes in decimal units with three significant digits, as the docker command line shows them: `7.8 MB`.
QString formatSize(qint64 bytes);
/// With an `about` where the store did not tell it for certain.
QString formatSize(const ByteCount &count);

/// How long ago in words, such as `3 weeks ago`. Empty for an invalid time.
QString formatAge(const QDateTime &time, const QDateTime &now);

} // namespace jettison
