// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalremark.h"
#include "core/removalreport.h"
#include "core/snapshot.h"

#include <QJsonArray>
#include <QJsonObject>

namespace jettison::cli {

/// The images of `ls --format json`. What is not known is null.
QJsonArray imagesToJson(const Snapshot &snapshot, bool withIntermediate);

/// The layers of `tree --format json`; `withNeeding`: with all images that need each, not only those that end
/// there.
QJsonArray layersToJson(
    const Snapshot &snapshot, const std::vector<LayerGraph::Index> &layers, bool withNeeding);

/// The object of `rm --format json`, for a plan that was carried out and for one that was only made.
QJsonObject reportToJson(const RemovalReport &report, const QList<RemovalRemark> &remarks);
QJsonObject planToJson(const RemovalPlan &plan, const QList<RemovalRemark> &remarks);

} // namespace jettison::cli
