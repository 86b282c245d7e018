// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imagefiles.h"
#include "core/snapshot.h"

#include <QString>
#include <QStringList>

/// What is shown of the files of an image, in the window and the terminal alike.
namespace jettison::filestext {

/// From the root: `/etc/hosts`. Of a whiteout, what it hides; of an opaque one, its folder with a `*`.
QString path(const ImageFiles &files, const FileEntry &entry);
/// `hosts`, `sh → busybox`.
QString name(const ImageFiles &files, const FileEntry &entry);
/// `-rw-r--r--`; empty for a whiteout.
QString mode(const FileEntry &entry);
/// `overwrites 5 kB`, `hides 34 MB in 120 files`.
QString change(const FileEntry &entry);
/// `1,204 files, 78 MB; wasted: 34 MB in 120 files`.
QString summary(const ImageFiles &files);
/// The instructions that made the layers of the image, base layer first.
QStringList layerTitles(const ImageFiles &files, const Snapshot &snapshot);

} // namespace jettison::filestext
