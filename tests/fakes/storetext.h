// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removalplan.h"
#include "core/snapshot.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace jettison {

/// Stores written as text, a line an image or a container:
///
///     base: base:1 base@d1
///     app: app:1 app:2 < base
///     web = app running
///
/// An image has a name of its own, which stands for its ID; its references; and, after `<`, its parent. `@d1`
/// is a digest. A container has its name, its image and its state.
SnapshotPtr storeFromText(const QString &text);

ImageId imageIdOf(const QString &name);
/// A reference as the text has it, such as `app@d1`.
Reference referenceOf(const QString &text);

/// `app` is the whole image of that name, `app/app:1 app:2` are references of it.
QList<RemovalTarget> targetsFromText(const QStringList &texts);

/// The predicted lines, and a line for each image that stays, with the names of the text instead of IDs.
QString planText(const RemovalPlan &plan);
QString linesText(const QList<RemovalLine> &lines);

} // namespace jettison
