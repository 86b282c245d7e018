// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace jettison {

/// An engine that tests can start, where the machine has it.
struct EngineKind
{
    enum class Store { Classic, Containerd, Podman };

    /// With the version that Debian has; a kind without a tree is the system's own engine, whatever its
    /// version.
    QString name;
    /// The release of which it is taken, unpacked into a folder.
    QString tree;
    Store store = Store::Classic;
    bool isRootless = false;

    static const QList<EngineKind> &all();
    static std::optional<EngineKind> named(const QString &name);

    bool isPodman() const { return store == Store::Podman; }
    QString program() const;
    /// The folder that the engine sees as `/`.
    QString root() const;
    /// Why this machine cannot start it, or empty.
    QString absence() const;
};

} // namespace jettison
