// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/ids.h"

#include <QDateTime>
#include <QJsonValue>
#include <QMap>
#include <QString>

/// Values that stand in several answers of the Engine API. IDs return MalformedReply.
namespace jettison::enginejson {

/// Podman leaves `sha256:` out in several places.
QString withAlgorithm(const QString &id);
Result<ImageId> imageId(const QString &text);
/// What stands for "none" may be absent, but a wrong ID may not.
Result<ImageId> optionalImageId(const QString &text);

/// To the second, as lists tell it, so that an image reads the same from either call. Engines write 0 or the
/// year 1 where they do not know: then it is invalid.
QDateTime created(const QJsonValue &value);

QMap<QString, QString> labels(const QJsonValue &value);

} // namespace jettison::enginejson
