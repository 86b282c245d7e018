// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/scratchfolder.h"

#include <QProcess>

namespace jettison {

/// A registry on a free port of this machine, to push to and pull from.
class Registry
{
public:
    Registry() = default;
    ~Registry();
    Q_DISABLE_COPY_MOVE(Registry)

    /// Before the start: it lets nobody in who does not say who he is.
    void guard() { m_isGuarded = true; }
    /// Starts it and waits until it answers; once more after stop(), at the same address. Empty, or why it
    /// cannot.
    QString start();
    void stop();
    /// Loses all images of a repository, such as `team/app`. Empty, or why it cannot.
    QString forget(const QString &repository);
    /// Such as `127.0.0.1:40123`: the first part of its images' names.
    QString address() const;

private:
    ScratchFolder m_folder;
    QProcess m_server;
    quint16 m_port = 0;
    bool m_isGuarded = false;
};

} // namespace jettison
