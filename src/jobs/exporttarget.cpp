// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/exporttarget.h"

#include "stores/endpoint.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

struct Ending
{
    QLatin1StringView text;
    Compression compression;
};

constexpr std::array Endings{
    Ending{".tar"_L1, Compression::None},
    Ending{".tar.gz"_L1, Compression::Gzip},
    Ending{".tgz"_L1, Compression::Gzip},
    Ending{".tar.bz2"_L1, Compression::Bzip2},
    Ending{".tar.xz"_L1, Compression::Xz},
    Ending{".tar.zst"_L1, Compression::Zstd},
};

bool isStore(const QString &path, const StoreInfo &store)
{
    const Result<Endpoint> endpoint = parseEndpoint(store.endpoint);
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return endpoint && endpoint->isFile() && !canonical.isEmpty()
        && canonical == QFileInfo(endpoint->path).canonicalFilePath();
}

bool isEmptyFolder(const QFileInfo &info)
{
    return info.isDir()
        && QDir(info.filePath())
               .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

// What is not there yet takes the form that the request and the name say.
Result<ExportTarget> newTarget(const ExportRequest &request, const QString &path)
{
    const std::optional<Compression> compression = compressionOfName(path);
    const bool isFolder = QFileInfo(path).isDir() || request.path.endsWith(u'/');
    const auto format =
        request.format.value_or(isFolder ? ExportRequest::Format::Layout : ExportRequest::Format::Docker);
    const bool isLayout = format == ExportRequest::Format::Layout;
    if (isFolder && !isLayout) {
        return fail(ErrorCode::FileFailed, path + ": is a folder"_L1);
    }
    return ExportTarget{.path = path,
        .format = isLayout ? ArchiveFormat::Layout : ArchiveFormat::Docker,
        .carrier = isFolder || (isLayout && !compression) ? ArchiveCarrier::Folder : ArchiveCarrier::Tar,
        .compression = compression.value_or(Compression::None)};
}

} // namespace

std::optional<Compression> compressionOfName(const QString &path)
{
    const auto found = std::ranges::find_if(
        Endings, [&](const Ending &ending) { return path.endsWith(ending.text, Qt::CaseInsensitive); });
    return found == Endings.end() ? std::nullopt : std::optional(found->compression);
}

Result<ExportTarget> findExportTarget(const ExportRequest &request, const CancelToken &cancel)
{
    const QString path = QDir::cleanPath(QFileInfo(request.path).absoluteFilePath());
    const QFileInfo info(path);
    if (isStore(path, request.snapshot->store())) {
        return fail(ErrorCode::SameFile, path);
    }
    Result<ExportTarget> target = newTarget(request, path);
    if (!info.exists() || isEmptyFolder(info)) {
        return target;
    }
    if (request.existing == ExportRequest::Existing::Refuse) {
        return fail(ErrorCode::TargetExists, path);
    }
    // What a device or a pipe is for, no archive in its place can do.
    if (!info.isFile() && !info.isDir()) {
        return fail(ErrorCode::FileFailed, path + ": is no file"_L1);
    }
    const bool isAdding = request.existing == ExportRequest::Existing::Add;
    if (!isAdding && (!target || target->carrier == ArchiveCarrier::Tar)) {
        return target;
    }
    if (!isAdding && !info.isDir()) {
        return fail(ErrorCode::FileFailed, path + ": is no folder"_L1);
    }
    Result<OpenedArchive> existing = openArchive(path, Digests::Omitted, cancel);
    if (!existing) {
        return tl::unexpected(existing.error());
    }
    return ExportTarget{.path = path,
        .format = existing->format,
        .carrier = existing->carrier,
        .compression = existing->compression,
        .existing = std::move(*existing)};
}

} // namespace jettison
