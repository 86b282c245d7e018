// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/archiverewrite.h"

namespace jettison {

/// All that carrying a rewrite out needs; lives as long as that takes.
struct RewriteJob
{
    const OpenedArchive &archive;
    const Rewrite &rewrite;
    /// Null if nothing is added.
    const OpenedArchive *source;
    CancelToken cancel;
    const ArchiveProgress &progress;
};

/// Whether an archive holds what a rewrite promised. BrokenArchive.
Result<void> compareImages(const QList<ArchivedImage> &images, const ImageReferences &expected);

/// Copies pieces until the end, and hashes them. `size` must be right. BrokenArchive: it is not, or `content`
/// cannot be read.
Result<QString> copyContent(QIODevice &content, qint64 size, const QString &algorithm,
    const std::function<Result<void>(QByteArrayView piece)> &write);

/// Gives each file that is added to `take`, unpacked if it is to be.
Result<void> readAdded(const RewriteJob &job,
    const std::function<Result<void>(const AddedFile &file, QIODevice &content)> &take);

} // namespace jettison
