// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imageimport.h"

#include <QJsonObject>

namespace jettison::cli {

/// The objects of `import --dry-run --format json` and `import --format json`.
QJsonObject previewToJson(const ImportPreview &preview, const QList<RemovalTarget> &targets);
QJsonObject importToJson(const ImportReport &report);

} // namespace jettison::cli
