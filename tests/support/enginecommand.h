// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/enginekind.h"

#include <QStringList>

namespace jettison {

/// Where an engine keeps what is its own.
struct EngineFolder
{
    QString path;

    QString of(const QString &name) const { return path + u'/' + name; }
    QString socket() const { return of(QStringLiteral("docker.sock")); }
    QString data() const { return of(QStringLiteral("data")); }
    /// Podman's additional store.
    QString lying() const { return of(QStringLiteral("lying")); }
    QString run() const { return of(QStringLiteral("run")); }
};

/// Writes the configuration that a kind needs into its folder. Returns the command that starts it with that,
/// and with nothing of the machine's own.
QStringList engineCommand(const EngineKind &kind, const EngineFolder &folder);

/// The arguments with which `unshare` runs a command in the release that a kind is taken of. It ends when its
/// input does, and sees of other files only those in `folder`.
QStringList inOwnSpace(const EngineKind &kind, const QString &folder, const QStringList &command);

} // namespace jettison
