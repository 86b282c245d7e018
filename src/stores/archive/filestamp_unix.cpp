// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/filestamp.h"

#include <QFile>

#include <sys/stat.h>

#include <cerrno>
#include <cstring>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

#if defined(Q_OS_DARWIN)
timespec changeOf(const struct stat &status)
{
    return status.st_mtimespec;
}
#else
timespec changeOf(const struct stat &status)
{
    return status.st_mtim;
}
#endif

} // namespace

Result<FileStamp> stampOf(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0) {
        return fail(ErrorCode::FileFailed, path + ": "_L1 + QString::fromLocal8Bit(std::strerror(errno)));
    }
    const timespec changed = changeOf(status);
    return FileStamp{
        .size = status.st_size,
        .changed = qint64(changed.tv_sec) * 1'000'000'000 + changed.tv_nsec,
        .disk = quint64(status.st_dev),
        .file = quint64(status.st_ino),
    };
}

} // namespace jettison
