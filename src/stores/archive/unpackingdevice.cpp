// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/unpackingdevice.h"

#include <KFilterBase>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 PieceSize = 64 * 1024;

// Zstandard's skippable frames hold what other programs are to know.
// https://www.rfc-editor.org/rfc/rfc8878#section-3.1.2
bool isSkippable(QByteArrayView bytes)
{
    return bytes.size() >= 4 && (uchar(bytes[0]) & 0xf0) == 0x50
        && bytes.sliced(1).startsWith("\x2a\x4d\x18");
}

} // namespace

UnpackingDevice::UnpackingDevice(
    std::unique_ptr<QIODevice> packed, Compression compression, std::unique_ptr<KFilterBase> filter)
    : m_packed(std::move(packed)),
      m_compression(compression),
      m_filter(std::move(filter))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

UnpackingDevice::~UnpackingDevice()
{
    m_filter->terminate();
}

qint64 UnpackingDevice::readData(char *data, qint64 maxSize)
{
    const auto room = uint(std::min(maxSize, PieceSize));
    m_filter->setOutBuffer(data, room);
    const auto made = [&] { return qint64(room) - m_filter->outBufferAvailable(); };
    while (made() == 0 && room > 0) {
        if (!m_isInFrame && !beginFrame()) {
            return 0;
        }
        // Beginning a frame may have made the filter forget.
        m_filter->setOutBuffer(data, room);
        if (!step()) {
            setErrorString(u"the packed data are damaged or cut short"_s);
            return -1;
        }
    }
    return made();
}

bool UnpackingDevice::fill(qsizetype wanted)
{
    while (m_input.size() < wanted) {
        const QByteArray piece = m_packed->read(PieceSize);
        if (piece.isEmpty()) {
            return false;
        }
        m_input += piece;
    }
    return true;
}

bool UnpackingDevice::beginFrame()
{
    // Padding.
    while (fill(1) && m_input[0] == '\0') {
        m_input.remove(0, 1);
    }
    fill(CompressionMagicSize);
    const bool isFrame = compressionOf(m_input) == m_compression
        || (m_compression == Compression::Zstd && isSkippable(m_input));
    m_isInFrame = isFrame && m_filter->init(QIODevice::ReadOnly);
    return m_isInFrame;
}

// Once the packed bytes have ended, there may still be something inside the filter.
bool UnpackingDevice::step()
{
    const bool hasInput = !m_input.isEmpty() || fill(1);
    const int room = m_filter->outBufferAvailable();
    m_filter->setInBuffer(m_input.constData(), uint(m_input.size()));
    const KFilterBase::Result result = m_filter->uncompress();
    m_input.remove(0, m_input.size() - m_filter->inBufferAvailable());
    m_isInFrame = result != KFilterBase::End;
    const bool isStuck = !hasInput && m_isInFrame && m_filter->outBufferAvailable() == room;
    return result != KFilterBase::Error && !isStuck;
}

} // namespace jettison
