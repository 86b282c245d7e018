// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/containerfate.h"
#include "core/ids.h"

#include <QHash>
#include <QList>
#include <QString>

namespace jettison {

/// A service of a Swarm, wherever its tasks run.
struct SwarmService
{
    QString name;
    /// The stack that it was deployed with; mostly empty.
    QString stack = {};
    /// What its tasks are made from: `app:1`, `app:1@sha256:…` or an ID.
    QString image = {};

    friend bool operator==(const SwarmService &, const SwarmService &) = default;
};

/// What lists do not tell and what matters to a removal all the same: asked for once somebody looks at one.
struct Surroundings
{
    /// Of the containers that a removal concerns, as far as the store told.
    QHash<ContainerId, ContainerFate> fates = {};
    /// Of a Swarm manager; anywhere else nobody knows them.
    QList<SwarmService> services = {};

    friend bool operator==(const Surroundings &, const Surroundings &) = default;
};

} // namespace jettison
