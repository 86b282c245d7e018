// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/durable.h"

#include "stores/archive/tarwriter.h"

#include <QFileInfo>

#include <filesystem>

namespace jettison::durable {

using namespace Qt::StringLiterals;

Result<void> replace(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(
        std::filesystem::path(from.toStdU16String()), std::filesystem::path(to.toStdU16String()), error);
    if (error) {
        return fail(ErrorCode::FileFailed, to + ": "_L1 + QString::fromStdString(error.message()));
    }
    return syncFolder(QFileInfo(to).path());
}

void discard(QFile &file)
{
    file.close();
    QFile::remove(file.fileName());
}

// QLockFile finds that the owner is dead by what it wrote into the lock. One that was killed before it wrote
// has locked for ever, if nobody looked at that; an owner who lives holds the file so that it cannot be
// removed.
bool takeLock(QLockFile &lock)
{
    lock.setStaleLockTime(0);
    if (lock.tryLock()) {
        return true;
    }
    qint64 process = 0;
    QString host;
    QString program;
    return lock.error() == QLockFile::LockFailedError && !lock.getLockInfo(&process, &host, &program)
        && lock.removeStaleLockFile() && lock.tryLock();
}

Result<void> writeFile(const QString &path, const QByteArray &content)
{
    const QFileInfo place(path);
    QFile file((place.isSymbolicLink() ? place.canonicalFilePath() : path) + ".new"_L1);
    QFile::remove(file.fileName());
    const QString target = file.fileName().chopped(4);
    const auto written = [&]() -> Result<void> {
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(content) != content.size()) {
            return writeError(file);
        }
        if (place.exists()) {
            takeOver(target, file);
        }
        const Result<void> synced = sync(file);
        file.close();
        return synced;
    }();
    const Result<void> replaced = written.and_then([&] { return replace(file.fileName(), target); });
    if (!replaced) {
        discard(file);
    }
    return replaced;
}

} // namespace jettison::durable
