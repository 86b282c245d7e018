// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/imagecontent.h"

#include <QByteArray>
#include <QStringList>

/// The Engine API's JSON about layers as values. All return MalformedReply.
namespace jettison::enginejson {

/// `GET /images/{name}/json`: `RootFS.Layers`, base layer first. An image without layers may leave it out.
Result<QList<DiffId>> diffIds(const QByteArray &json);

/// `GraphDriver.Data` in `GET /images/{name}/json`: the folders of the layers, base layer first. Empty where
/// the driver does not tell.
Result<QStringList> imageFolders(const QByteArray &json);
/// The same in `GET /containers/{id}/json`, without the folder of the container's own layer.
Result<QStringList> containerFolders(const QByteArray &json);

/// `GET /images/{name}/history`, but oldest first. A step without a command is known by its comment.
Result<QList<HistoryEntry>> history(const QByteArray &json);

/// `GET /system/df`: bytes of all layers of images, each counted once.
Result<qint64> layersSize(const QByteArray &json);

} // namespace jettison::enginejson
