// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removaleffect.h"
#include "core/removalplan.h"
#include "core/snapshot.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace jettison {

/// Stores written as text, a line an image or a container:
///
///     base: base:1 base@d1 [debian=70]
///     app: app:1 app:2 [debian=70 python=12 app=3] < base
///     web = app running
///
/// An image has a name of its own, which stands for its ID; its references; its layers with their sizes; and,
/// after `<`, its parent. `@d1` is a digest, `?app@d1` one that the store makes up. A container has its name,
/// its image and its state; and, where something makes it again, `swarm-service:shop`, with `in:stack` if
/// that belongs to something.
///
/// Of layers there may also be:
///
///     guessed: guess:1 [debian=70 python~12]
///     packed: pack:1 [debian=70 python=12]=99
///     scratch: []
///     unread: other:1
///     multi: multi:1 [debian=70 app=3 | alpine=5 app=3]
///     (gone): [debian=70 old=5]
///
/// `~`: no history tells the sizes of this image. `]=99`: the store tells this size of the image, which is
/// the sum of its layers otherwise. Without `[]` its content was not read; without any in the text, none was.
/// In parentheses: no image of the store, but its content is known. `|`: the same image for another platform.
/// A line `archive`: the store is a file, which keeps a layer's content once. A line `containerd` or
/// `podman`: removals go by the rules of these. `web = app running mount:data:1` mounts
/// what was called so once, `mounts:data` surely that image. A container may be `running infra`: it holds a
/// pod together. An image whose name begins with `ro-` is read-only; `*` among the names is a record without
/// one.
SnapshotPtr storeFromText(const QString &text);

ContainerId containerIdOf(const QString &name);
ImageId imageIdOf(const QString &name);
DiffId diffIdOf(const QString &name);
/// A reference as the text has it, such as `app@d1`.
Reference referenceOf(const QString &text);

/// `app` is the whole image of that name, `app/app:1 app:2` are references of it.
QList<RemovalTarget> targetsFromText(const QStringList &texts);

/// The predicted lines, and a line for each image that stays, with the names of the text instead of IDs.
QString planText(const RemovalPlan &plan);
QString linesText(const QList<RemovalLine> &lines);

/// A line for each layer, a child two columns to the right of its parent: its name, its size (`~` if it is an
/// estimate), how many images need it, and the images that end there.
///
///     debian 70 x2 base
///       python 12 x1
///         app ~3 x1 app
QString graphText(const Snapshot &snapshot);
/// The counts, and a line each for the images that go and for the layers that go and that stay. A layer on
/// others is `debian/python`.
///
///     1 of 85, frees 15, keeps 70 for 1
///     removes app
///     goes debian/python debian/python/app
///     stays debian
QString effectText(const RemovalEffect &effect, const Snapshot &snapshot);

} // namespace jettison
