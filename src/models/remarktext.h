// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalremark.h"

#include <QString>
#include <QStringList>

/// Texts about what happens around a removal.
namespace jettison::remarktext {

/// What will happen, or what keeps an image: `The Swarm service shop starts new tasks at once…`
QString fact(const RemovalRemark &remark);
/// The containers that it is true of.
QString names(const RemovalRemark &remark);
/// Commands that a person may want to run before; a sentence where no command is enough. Empty if nothing has
/// to be done.
QStringList advice(const RemovalRemark &remark, const StoreInfo &store);
/// All of it.
QString line(const RemovalRemark &remark, const StoreInfo &store);

/// `a task of the Swarm service shop`; empty for nobody's.
QString belonging(const ContainerOwner &owner);

} // namespace jettison::remarktext
