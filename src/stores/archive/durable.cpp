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

Result<void> writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path + ".new"_L1);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size()) {
        return writeError(file);
    }
    if (const Result<void> synced = sync(file); !synced) {
        return synced;
    }
    file.close();
    return replace(file.fileName(), path);
}

} // namespace jettison::durable
