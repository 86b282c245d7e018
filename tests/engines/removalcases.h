// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QStringList>

namespace jettison {

/// One removal: what is there, what is asked for, what is to happen.
struct RemovalCase
{
    /// What `docker image rm` makes of it.
    enum class Docker {
        Same, ///< the same lines, and the same is left
        Refuses, ///< nothing at all
        NotAsked, ///< something else, or it has no such command
    };

    const char *name;
    /// See Scene.
    QString setUp;
    /// Of `jettison rm`.
    QStringList arguments;
    /// Of standard output, but for layers.
    QStringList lines = {};
    /// Parts of standard error. If there are any, the exit status is 1.
    QStringList errors = {};
    Docker docker = Docker::Same;
    /// Of `docker image rm`, if not the same.
    QStringList dockerArguments = {};
    /// The docker command that a person would need before `docker image rm`.
    QString dockerFirst = {};
};

/// What a name, an ID or a digest stands for.
QList<RemovalCase> nameAndReferenceCases();
/// Parents and children.
QList<RemovalCase> familyCases();
/// Images in use, with and without force.
QList<RemovalCase> containerCases();
/// Layers that are shared, doubled, alone or held.
QList<RemovalCase> layerCases();
/// --dangling and --unused.
QList<RemovalCase> selectorCases();

} // namespace jettison
