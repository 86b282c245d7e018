// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/tarwriter.h"

#include "stores/archive/tarformat.h"

#include <QFileDevice>

namespace jettison {

using namespace Qt::StringLiterals;

TarWriter::TarWriter(QIODevice &device)
    : m_device(device)
{
}

Result<void> TarWriter::add(const QString &path, const QByteArray &content)
{
    return begin(path, content.size()).and_then([&] { return write(content); });
}

Result<void> TarWriter::begin(const QString &path, qint64 size)
{
    return begin(tarformat::fileHeader(path, size), size);
}

Result<void> TarWriter::begin(const QByteArray &header, qint64 size)
{
    Q_ASSERT(m_left == 0);
    m_left = size;
    m_padding = tarformat::padding(size);
    return put(header);
}

Result<void> TarWriter::write(QByteArrayView piece)
{
    Q_ASSERT(piece.size() <= m_left);
    if (const Result<void> written = put(piece); !written) {
        return written;
    }
    m_left -= piece.size();
    return m_left > 0 ? Result<void>() : put(QByteArray(std::exchange(m_padding, 0), '\0'));
}

Result<void> TarWriter::finish()
{
    Q_ASSERT(m_left == 0);
    return put(QByteArray(2 * tarformat::BlockSize, '\0'));
}

Result<void> TarWriter::put(QByteArrayView bytes)
{
    if (m_device.write(bytes.data(), bytes.size()) != bytes.size()) {
        return writeError(m_device);
    }
    return {};
}

tl::unexpected<Error> writeError(const QIODevice &device)
{
    const auto *file = qobject_cast<const QFileDevice *>(&device);
    // A disk takes what still fits, and Qt has no error for that.
    const bool isFull =
        file && (file->error() == QFileDevice::ResourceError || file->error() == QFileDevice::NoError);
    const QString words = file ? file->fileName() + u": "_s + file->errorString() : device.errorString();
    return fail(isFull ? ErrorCode::NoSpace : ErrorCode::FileFailed, words);
}

} // namespace jettison
