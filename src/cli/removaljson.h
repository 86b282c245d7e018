// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalremark.h"
#include "core/removalreport.h"

#include <QJsonObject>

namespace jettison::cli {

/// The object of `rm --format json`, for a plan that was carried out and for one that was only made.
QJsonObject reportToJson(const RemovalReport &report, const QList<RemovalRemark> &remarks);
QJsonObject planToJson(const RemovalPlan &plan, const QList<RemovalRemark> &remarks);

} // namespace jettison::cli
