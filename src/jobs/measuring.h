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

    /// Asks nothing if the plan deletes no image and no platform.
    void start();
    Measurement end();

private:
    bool deletesAnything() const;
    bool isComparable() const;
    std::vector<LayerGraph::Index> topsOf(const Image &image, Snapshot::Index index) const;
    std::optional<qint64> layersSize();
    Measurement compare(const QList<Image> &images);

    const RemovalPlan &m_plan;
    Store &m_store;
    CancelToken m_abort;
    std::optional<qint64> m_sizeBefore;
};

} // namespace jettison
