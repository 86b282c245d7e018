// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QMap>
#include <QString>

namespace jettison {

/// A connection as Podman's files have it.
struct ServiceDestination
{
    QString uri;
    /// The file that says so.
    QString place;
    /// The key file for ssh; mostly empty.
    QString identity;
    /// PEM files for TLS; mostly empty. Any of them means that TLS is wanted.
    QString authorities;
    QString certificate;
    QString key;
};

/// What of Podman's files concerns connections.
struct ServiceDestinations
{
    QMap<QString, ServiceDestination> entries;
    /// The one that is used if nothing else is said.
    QString active;
};

/// Adds what a containers.conf says (`[engine.service_destinations]` and `active_service`,
/// https://github.com/containers/common/blob/main/docs/containers.conf.5.md); it overrides what is there.
/// BrokenSettings: it cannot be read, and nothing was added.
Result<void> addContainersConf(const QString &path, ServiceDestinations &destinations);

} // namespace jettison
