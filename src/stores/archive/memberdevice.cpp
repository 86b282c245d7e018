// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/memberdevice.h"

#include <QDir>

namespace jettison {

MemberDevice::MemberDevice(TarReader &tar)
    : m_tar(tar)
{
    open(QIODevice::ReadOnly);
}

qint64 MemberDevice::readData(char *data, qint64 maxSize)
{
    if (m_piece.isEmpty() && !m_error) {
        Result<QByteArray> piece = m_tar.read();
        if (!piece) {
            m_error = piece.error();
            setErrorString(piece.error().detail);
        } else {
            m_piece = std::move(*piece);
        }
    }
    if (m_error) {
        return -1;
    }
    const qint64 size = std::min<qint64>(maxSize, m_piece.size());
    std::copy_n(m_piece.cbegin(), size, data);
    m_piece.remove(0, size);
    return size;
}

Result<bool> findMember(TarReader &tar, const std::function<bool(const QString &path)> &isWanted)
{
    for (;;) {
        const Result<std::optional<TarEntry>> entry = tar.next();
        if (!entry) {
            return tl::unexpected(entry.error());
        }
        if (!*entry) {
            return false;
        }
        if ((*entry)->type == TarEntry::Type::File && isWanted(QDir::cleanPath((*entry)->path))) {
            return true;
        }
    }
}

} // namespace jettison
