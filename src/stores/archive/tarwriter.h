// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QIODevice>
#include <QString>

namespace jettison {

/// Writes a tar archive to a device. FileFailed, NoSpace.
class TarWriter
{
public:
    /// `device` is open for writing and outlives the writer.
    explicit TarWriter(QIODevice &device);

    Result<void> add(const QString &path, const QByteArray &content);
    /// A member whose content follows in pieces, `size` bytes in all.
    Result<void> begin(const QString &path, qint64 size);
    /// The same with the blocks that TarReader::header() gave for it.
    Result<void> begin(const QByteArray &header, qint64 size);
    Result<void> write(QByteArrayView piece);
    /// Closes the archive; nothing may be added any more.
    Result<void> finish();

private:
    Result<void> put(QByteArrayView bytes);

    QIODevice &m_device;
    qint64 m_left = 0;
    qint64 m_padding = 0;
};

/// What a failed write to the device means: NoSpace where the disk is full, else FileFailed.
tl::unexpected<Error> writeError(const QIODevice &device);

} // namespace jettison
