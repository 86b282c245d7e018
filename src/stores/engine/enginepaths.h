// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ids.h"

#include <QByteArray>
#include <QUrl>

/// Paths of the Engine API, escaped.
namespace jettison::enginepaths {

// Slashes, colons and at signs may stand in the path as they are: the engine's route is `/images/{name:.*}`.
inline QByteArray image(const QString &name)
{
    return "/images/" + QUrl::toPercentEncoding(name, "/:@");
}

// Podman's own.
constexpr auto ManifestLists = "/libpod/manifests/";

inline QByteArray manifestList(const QString &name)
{
    return ManifestLists + QUrl::toPercentEncoding(name, "/:@");
}

inline QByteArray container(const ContainerId &id)
{
    return "/containers/" + QUrl::toPercentEncoding(id.text());
}

} // namespace jettison::enginepaths
