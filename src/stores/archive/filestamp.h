// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QString>

namespace jettison {

/// By which it is noticed that a file was changed or replaced.
struct FileStamp
{
    qint64 size = 0;
    /// Nanoseconds; since when, is the system's affair.
    qint64 changed = 0;
    /// Of the disk and of the file on it.
    quint64 disk = 0;
    quint64 file = 0;

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

/// Of the file as it is now. FileFailed.
Result<FileStamp> stampOf(const QString &path);

} // namespace jettison
