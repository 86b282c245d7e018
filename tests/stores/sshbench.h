// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/dockerbench.h"
#include "support/sshserver.h"

#include <QByteArray>

namespace jettison {

/// A real Docker daemon behind a real ssh server, for as long as the object lives.
class SshBench
{
public:
    ~SshBench();

    /// Empty, or why it cannot.
    QString start();
    /// An engine without images, and a login that leads to it. Empty, or what stayed.
    QString reset() const;

    /// `rest` follows the address.
    std::unique_ptr<Store> sshStore(const QString &rest = {}) const;
    /// A login with that shell, on which docker finds the engine by itself.
    QString loginWith(const QString &shell) const;
    /// A login on a host with sh and these programs.
    QString loginOnHostWith(const QStringList &programs) const;
    QString socketPath() const;

    /// How many processes of that name this one has started that are still there, zombies too.
    static qsizetype countOfPrograms(const QByteArray &name);

    DockerBench docker;
    SshServer server;

private:
    QByteArray m_path;
};

} // namespace jettison
