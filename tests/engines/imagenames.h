// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/containerengine.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace jettison {

/// An image as an engine shows it when it is asked about it alone.
struct ShownImage
{
    QString id;
    QStringList tags;
    /// References by digest. Some engines make up one for each tag.
    QStringList digests;
};

QList<ShownImage> shownImages(const ContainerEngine &engine);
/// The label that tells an engine's images by names of the test: containerd's store knows images by the
/// digests of manifests, which it makes itself when it loads them.
QMap<QString, QString> nameLabel(const QString &name);
/// By name, the ID that the engine gave.
QMap<QString, QString> idsByName(const ContainerEngine &engine);
/// Whole, as `docker.io/library/a:1`. Podman would take a short name out of an archive for one of
/// `localhost`, and look for it at Docker Hub.
QString wholeName(const QString &reference);

} // namespace jettison
