// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/scratchfolder.h"

#include <QProcess>

namespace jettison {

/// An ssh server of its own on the loopback interface, and an `ssh` that reads a configuration of its own
/// instead of the user's. Who logs in finds `environment` there.
class SshServer
{
public:
    SshServer() = default;
    ~SshServer();
    Q_DISABLE_COPY_MOVE(SshServer)

    /// Starts it, again at the port it had, and logs in once. Empty, or why it cannot.
    QString start();
    /// Lets nobody in any more; who is in stays.
    void stop();
    /// Kills the processes that serve those who are in.
    void cutConnections() const;

    /// A script for sh that runs at each login in place of the shell; `$SSH_ORIGINAL_COMMAND` is what was
    /// asked.
    void setLogin(const QString &script) const;
    /// What the client's configuration says beyond where its key is: the first mention of an option counts.
    void setClient(const QString &options) const;

    /// Such as `root@127.0.0.1:22022`.
    QString address() const;
    /// Of the `ssh` that finds the way: to stand first in PATH.
    QString programFolder() const;
    /// The private key that opens it.
    QString userKey() const;
    /// A private key that opens nothing.
    QString foreignKey() const;
    /// An empty file, which tells of no host.
    QString noHosts() const;
    /// A file that tells of another key than this host has.
    QString otherHosts() const;

private:
    QString install();
    QString makeKey(const QString &name) const;
    QString tryLogin() const;
    bool write(const QString &name, const QString &text, bool isProgram = false) const;
    QString lastWords() const;

    ScratchFolder m_folder;
    QProcess m_server;
    quint16 m_port = 0;
};

} // namespace jettison
