// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/containerengine.h"

#include <QMap>

namespace jettison {

/// The label that tells an engine's images by names of the test: containerd's store knows images by the
/// digests of manifests, which it makes itself when it loads them.
QMap<QString, QString> nameLabel(const QString &name);
/// By name, the ID that the engine gave.
QMap<QString, QString> idsByName(const ContainerEngine &engine);
/// Whole, as `docker.io/library/a:1`. Podman would take a short name out of an archive for one of
/// `localhost`, and look for it at Docker Hub.
QString wholeName(const QString &reference);

} // namespace jettison
