// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/endpoint.h"

namespace jettison {

/// One that `docker context ls` shows, other than `default`.
struct DockerContext
{
    /// That `docker --context` finds it by, as far as that can be known from its folder; else what it calls
    /// itself, or its folder and file.
    QString name;
    /// Its meta.json.
    QString place;
    Result<Endpoint> endpoint;
};

/// All contexts of the docker command line, broken ones too, in the order of their names.
QList<DockerContext> dockerContexts(const QProcessEnvironment &environment);

} // namespace jettison
