// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/image.h"
#include "core/removalline.h"

#include <QHash>
#include <QList>

/// What Podman says of its manifest lists. All return MalformedReply.
namespace jettison::enginejson {

/// Of a list of images: who has which manifest.
Result<QHash<QString, Image>> imagesByManifest(const QByteArray &json);
/// Of a list of manifest lists.
Result<QList<Image>> manifestLists(const QByteArray &json);
/// What a manifest list names, none of it present.
Result<QList<ImageVariant>> instances(const QByteArray &json);
/// The answer to the removal of a manifest list; EngineFailed if it is an error in spite of its status.
Result<QList<RemovalLine>> listRemovalLines(const QByteArray &json);

} // namespace jettison::enginejson
