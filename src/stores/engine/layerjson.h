// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/imagecontent.h"

#include <QByteArray>

/// The Engine API's JSON about layers as values. All return MalformedReply.
namespace jettison::enginejson {

/// `GET /images/{name}/json`: `RootFS.Layers`, base layer first. An image without layers may leave it out.
Result<QList<DiffId>> diffIds(const QByteArray &json);

/// `GET /images/{name}/history`, but oldest first. A step without a command is known by its comment.
Result<QList<HistoryEntry>> history(const QByteArray &json);

/// `GET /system/df`: bytes of all layers of images, each counted once.
Result<qint64> layersSize(const QByteArray &json);

} // namespace jettison::enginejson
