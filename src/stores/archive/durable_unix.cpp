// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/durable.h"
#include "stores/archive/tarwriter.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace jettison::durable {

using namespace Qt::StringLiterals;

Result<void> sync(QFile &file)
{
    if (!file.flush()) {
        return writeError(file);
    }
    if (::fsync(file.handle()) != 0) {
        const ErrorCode code = errno == ENOSPC ? ErrorCode::NoSpace : ErrorCode::FileFailed;
        return fail(code, file.fileName() + ": "_L1 + QString::fromLocal8Bit(std::strerror(errno)));
    }
    return {};
}

// Some file systems cannot sync a folder and say EINVAL: there is nothing better to do there.
Result<void> syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

// The owner first: giving a file away takes some of its permissions.
void takeOver(const QString &from, QFile &file)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(from).constData(), &status) != 0) {
        return;
    }
    if (::fchown(file.handle(), status.st_uid, status.st_gid) != 0) {
        // Only root may give files away; the group alone is often allowed.
        static_cast<void>(!::fchown(file.handle(), uid_t(-1), status.st_gid));
    }
    ::fchmod(file.handle(), status.st_mode & 07777);
}

} // namespace jettison::durable
