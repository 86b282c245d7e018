// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/filetree.h"

#include <QString>
#include <QStringList>

namespace jettison {

/// The entries of a layer written as text, with blanks between them:
///
///     etc/            a folder
///     etc/a=100       a file of 100 bytes
///     etc/b=100:new   the same with another content
///     lib>usr/lib     a symbolic link
///     c~etc/a         a hard link
///     .wh.d           a whiteout
///     etc/.wh..wh..opq
///     etc/a=100@600   with permissions, in octal digits
LayerListing layerFromText(const QString &name, const QString &text);
/// Layers called `0`, `1` and so on. Fails the program if they are refused.
ImageFiles filesFromText(const QStringList &layers);

/// What the entries of a layer do, a line each: `etc/a overwrites 100 in 1 of layer 0`.
QString changesText(const ImageFiles &files, int layer);
/// What is seen, with the bytes of the files: `etc etc/a=100 lib>usr/lib`, in the order of the paths.
QString topText(const ImageFiles &files);
/// `etc/a 2 times 200`, a line each.
QString wastedText(const ImageFiles &files);
/// A line a row: its path, the bytes and the files in it, folders with a slash.
QString treeText(const ImageFiles &files, const FileTree &tree);

} // namespace jettison
