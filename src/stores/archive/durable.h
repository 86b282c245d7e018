// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QFile>
#include <QLockFile>
#include <QString>

/// Writing so that neither a crash nor a power cut can leave half of it. All return FileFailed or NoSpace.
namespace jettison::durable {

/// Returns once what was written to the file is on the disk.
Result<void> sync(QFile &file);
/// Returns once the names in the folder are on the disk. Where a system cannot do that, nothing is done.
Result<void> syncFolder(const QString &path);
/// Renames within one disk, over a file of that name, and syncs the folder.
Result<void> replace(const QString &from, const QString &to);
/// Closes and removes a file, also one that the disk did not take: QFile::remove() leaves that behind.
void discard(QFile &file);
/// Takes a lock without waiting, also one that a program which was killed left behind.
bool takeLock(QLockFile &lock);
/// Gives an open file the permissions of another and, where that is allowed, its owner.
void takeOver(const QString &from, QFile &file);
/// Writes a small file beside its place, syncs and renames it. A link stays: what it leads to is replaced.
Result<void> writeFile(const QString &path, const QByteArray &content);

} // namespace jettison::durable
