// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/store.h"
#include "support/containerengine.h"
#include "support/imagearchive.h"

namespace jettison {

/// A real Docker daemon, and a store in front of it.
class DockerBench
{
public:
    /// The system's Docker.
    DockerBench() = default;
    explicit DockerBench(const EngineKind &kind)
        : engine(kind)
    {
    }

    /// Empty, or why it cannot.
    QString start();
    /// Empty, or why it cannot.
    QString load(const ImageArchive &archive) const;
    /// Starts a container without a network.
    ContainerId run(const QStringList &options, const QString &image, const QStringList &command) const;
    ContainerState stateOf(const ContainerId &id) const;

    static QStringList endless();
    /// Endless, and does not listen when it is asked to end.
    static QStringList deaf();

    ContainerEngine engine;
    std::unique_ptr<Store> store;
};

} // namespace jettison
