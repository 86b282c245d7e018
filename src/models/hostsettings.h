// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/host.h"

#include <QStringList>

class QSettings;

/// Which hosts a person used, between two starts.
namespace jettison::hostsettings {

/// The one that was typed last comes first.
QList<TypedHost> typed(const QSettings &settings);
void remember(const TypedHost &host, QSettings &settings);

/// Endpoints of archives and layouts; the one that was opened last comes first.
QStringList archives(const QSettings &settings);
void rememberArchive(const QString &endpoint, QSettings &settings);

/// Of a typed host or an archive.
void forget(const QString &endpoint, QSettings &settings);

/// The key of the host that a person chose last; empty if none was.
QString lastUsed(const QSettings &settings);
void setLastUsed(const QString &key, QSettings &settings);

} // namespace jettison::hostsettings
