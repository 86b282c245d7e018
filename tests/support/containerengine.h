// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/enginekind.h"
#include "support/process.h"
#include "support/scratchfolder.h"

#include <QProcess>

namespace jettison {

/// An engine of its own, with no image and no network, for as long as the object lives. Spoken to through the
/// command lines of docker and podman alone: witnesses that share no code with the program under test.
class ContainerEngine
{
public:
    /// The system's Docker.
    ContainerEngine();
    explicit ContainerEngine(const EngineKind &kind);
    ~ContainerEngine();
    Q_DISABLE_COPY_MOVE(ContainerEngine)

    /// Before the start, for a Docker: lets a plug-in decide what it may do, from then on. Empty, or why it
    /// cannot.
    QString authorize();
    /// What the plug-in denies: lines as authorization.py reads them.
    void setRules(const QString &rules) const;

    /// Before the start, for a Docker that has both stores.
    void useStore(EngineKind::Store store) { m_kind.store = store; }

    /// Starts the engine, again with the data it had, and waits until it answers. Empty, or why it cannot.
    QString start();
    void stop();

    const EngineKind &kind() const { return m_kind; }
    /// Where the engine listens, such as `unix:///tmp/…`.
    QString endpoint() const;
    /// Where it keeps its images, for a look from outside.
    QString dataFolder() const;
    /// Where it keeps what ends with it.
    QString runFolder() const;
    /// Runs the docker command line against the engine; Podman understands it as well.
    Output docker(const QStringList &arguments) const;
    /// Begins to; waitForEnd() has the rest.
    void beginDocker(QProcess &process, const QStringList &arguments) const;
    /// Runs podman against the engine, for what docker has no words for.
    Output podman(const QStringList &arguments) const;
    /// Runs ctr against the containerd of a Docker that keeps its images there, with what it knows of those.
    Output containerd(const QStringList &arguments) const;
    /// Runs the system's podman on the additional store that a Podman reads, as if it were the own of
    /// another.
    Output beside(const QStringList &arguments) const;
    /// Removes all containers and images. Empty, or what stayed.
    QString reset() const;

private:
    QString waitUntilReady();
    QString lastWords() const;

    EngineKind m_kind;
    ScratchFolder m_folder;
    QProcess m_engine;
    QProcess m_plugin;
    QProcessEnvironment m_environment;
};

} // namespace jettison
