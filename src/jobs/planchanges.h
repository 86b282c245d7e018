// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "jobs/removal.h"

#include <QHash>

namespace jettison {

/// What became of a store since a plan was made: what would make the removal of a whole image something else
/// than the plan said. Plan, store and control must live on. Worker thread.
class PlanChanges
{
public:
    PlanChanges(const RemovalPlan &plan, Store &store, const RemovalControl &control);

    /// Reads what was built on images since, once for all of them: an image list per step would make the time
    /// grow with the square of the store.
    std::optional<Error> readChildren();
    /// NewChildImage, ReferencesChanged, NewContainer, or why nobody can tell.
    std::optional<Error> of(const ImageId &image);

private:
    const Snapshot &m_planned;
    Store &m_store;
    const RemovalControl &m_control;
    QHash<ImageId, Error> m_builtOn;
};

} // namespace jettison
