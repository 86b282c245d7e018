// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/tarextensions.h"

#include <algorithm>

namespace jettison {

// Sparse files: https://www.gnu.org/software/tar/manual/html_node/PAX-1.html. The records are sorted, so the
// real name of one comes before the path that stands for it.
void TarExtensions::take(const QMap<QByteArray, QByteArray> &records)
{
    bool isNamed = false;
    for (auto record = records.begin(); record != records.end(); ++record) {
        const QByteArray &key = record.key();
        isSparse = isSparse || key.startsWith("GNU.sparse.");
        if (key == "GNU.sparse.name" || (key == "path" && !isNamed)) {
            path = QString::fromUtf8(record.value());
            isNamed = true;
        } else if (key == "GNU.sparse.realsize" || key == "GNU.sparse.size") {
            fileSize = std::clamp<qint64>(record.value().toLongLong(), 0, MaxSize);
        } else if (key == "linkpath") {
            linkTarget = QString::fromUtf8(record.value());
        } else if (key == "size") {
            bool isNumber = false;
            const qint64 number = record.value().toLongLong(&isNumber);
            size = isNumber ? number : -1;
        } else if (key == "uid") {
            owner = record.value().toLongLong();
        } else if (key == "gid") {
            group = record.value().toLongLong();
        }
    }
}

} // namespace jettison
