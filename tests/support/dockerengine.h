// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/process.h"
#include "support/scratchfolder.h"

#include <QProcess>

namespace jettison {

/// A Docker daemon of its own, with no image and no network, for as long as the object lives. Spoken to
/// through the docker command line alone: a witness that shares no code with the program under test.
class DockerEngine
{
public:
    DockerEngine();
    ~DockerEngine();
    Q_DISABLE_COPY_MOVE(DockerEngine)

    /// Starts the daemon, again with the data it had, and waits until it answers. Empty, or why it cannot.
    QString start();
    void stop();

    /// Where the daemon listens, such as `unix:///tmp/…`.
    QString endpoint() const;
    /// Where it keeps its images, for a look from outside.
    QString dataFolder() const;
    /// Runs the docker command line against the daemon.
    Output docker(const QStringList &arguments) const;
    /// Removes all containers and images. Empty, or what stayed.
    QString reset() const;

private:
    QString waitUntilReady();
    QString lastWords() const;

    ScratchFolder m_folder;
    QProcess m_daemon;
    QProcessEnvironment m_environment;
};

} // namespace jettison
