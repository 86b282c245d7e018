// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imageexport.h"
#include "stores/archive/openedarchive.h"

#include <optional>

namespace jettison {

/// Where images are exported to, and in which form.
struct ExportTarget
{
    /// Absolute.
    QString path = {};
    ArchiveFormat format = ArchiveFormat::Docker;
    ArchiveCarrier carrier = ArchiveCarrier::Tar;
    Compression compression = Compression::None;
    /// What the images are added to, or what a layout in a folder is emptied of.
    std::optional<OpenedArchive> existing = {};
};

/// What the name of a file says of its packing; none if it does not end like a tar archive.
std::optional<Compression> compressionOfName(const QString &path);

/// Looks at what is there. TargetExists: something, and the request says nothing of it. SameFile: it is the
/// store. NotAnArchive: it cannot be added to, or is a folder with other things. FileFailed, BrokenArchive,
/// Cancelled.
Result<ExportTarget> findExportTarget(const ExportRequest &request, const CancelToken &cancel);

} // namespace jettison
