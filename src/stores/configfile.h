// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QJsonObject>
#include <QString>

/// The files in which other programs keep where their engines are.
namespace jettison::configfile {

/// Surely not there. What nobody may look at may be there, and cannot be read.
bool isMissing(const QString &path);
/// BrokenSettings, with the path: an unreadable file is an error and not an absent one, because going on
/// with another engine than the one that is meant would remove the wrong images.
Result<QByteArray> read(const QString &path);
/// BrokenSettings as well if it is no JSON object.
Result<QJsonObject> readObject(const QString &path);
/// Docker and Podman read the keys of their files in any case.
QJsonValue member(const QJsonObject &object, QLatin1StringView name);

} // namespace jettison::configfile
