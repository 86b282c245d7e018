// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalreport.h"
#include "jobs/removal.h"

namespace jettison {

/// Asks a store before and after a removal what its layers take.
class Measuring
{
public:
    Measuring(const RemovalPlan &plan, Store &store, const CancelToken &abort);

    /// Asks nothing if the plan deletes no image.
    void start();
    Measurement end();

private:
    std::optional<qint64> layersSize();
    Measurement compare(const QList<Image> &images);

    const RemovalPlan &m_plan;
    Store &m_store;
    CancelToken m_abort;
    std::optional<qint64> m_sizeBefore;
};

} // namespace jettison
