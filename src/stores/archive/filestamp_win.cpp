// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/filestamp.h"

#include <QDir>

#include <windows.h>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

qint64 joined(DWORD high, DWORD low)
{
    return qint64(quint64(high) << 32 | low);
}

} // namespace

Result<FileStamp> stampOf(const QString &path)
{
    const std::wstring name = QDir::toNativeSeparators(path).toStdWString();
    const HANDLE file = CreateFileW(name.c_str(), 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
        nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr);
    BY_HANDLE_FILE_INFORMATION status = {};
    const bool isRead = file != INVALID_HANDLE_VALUE && GetFileInformationByHandle(file, &status);
    const QString words = isRead ? QString() : qt_error_string();
    if (file != INVALID_HANDLE_VALUE) {
        CloseHandle(file);
    }
    if (!isRead) {
        return fail(ErrorCode::FileFailed, path + ": "_L1 + words);
    }
    constexpr qint64 Tick = 100;
    return FileStamp{
        .size = joined(status.nFileSizeHigh, status.nFileSizeLow),
        .changed = joined(status.ftLastWriteTime.dwHighDateTime, status.ftLastWriteTime.dwLowDateTime) * Tick,
        .disk = status.dwVolumeSerialNumber,
        .file = quint64(joined(status.nFileIndexHigh, status.nFileIndexLow)),
    };
}

} // namespace jettison
