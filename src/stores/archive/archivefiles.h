// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/openedarchive.h"

#include <QIODevice>

#include <memory>

namespace jettison {

/// A file of an archive, open for reading as it is, links followed. In a packed archive it is sequential, and
/// what stands before it is unpacked first. A read fails, with a text, where the archive is damaged.
/// NotFound; FileFailed; Conflict: the archive was changed since it was opened.
Result<std::unique_ptr<QIODevice>> openFile(
    const OpenedArchive &archive, const QString &path, const CancelToken &cancel = {});

/// Takes one file; an error ends the reading.
using FileSink = std::function<Result<void>(const QString &path, QIODevice &content)>;

/// Reads files in the order in which they stand in the archive, each once. `paths` are of files, not of
/// links. NotFound names one that is not there; Conflict, BrokenArchive, FileFailed, Cancelled.
Result<void> readFiles(const OpenedArchive &archive, const QSet<QString> &paths, const FileSink &take,
    const CancelToken &cancel = {});

/// A tar archive itself, unpacked, from its beginning. FileFailed, Conflict.
Result<std::unique_ptr<QIODevice>> openTar(const OpenedArchive &archive);

} // namespace jettison
