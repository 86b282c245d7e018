// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/scripteddevice.h"

#include <QRandomGenerator>
#include <QThread>

#include <algorithm>

namespace jettison {

ScriptedDevice::ScriptedDevice(std::shared_ptr<Script> script)
    : m_script(std::move(script))
{
    open(QIODevice::ReadWrite | QIODevice::Unbuffered);
}

bool ScriptedDevice::waitForReadyRead(int msecs)
{
    if (!m_pieces.isEmpty()) {
        m_ready += m_pieces.takeFirst();
        return true;
    }
    if (m_script->closes && m_script->isOver() && !m_ended) {
        m_ended = true;
        Q_EMIT readChannelFinished();
        return false;
    }
    QThread::msleep(ulong(msecs));
    return false;
}

qint64 ScriptedDevice::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_ready.size());
    std::copy_n(m_ready.constData(), size, data);
    m_ready.remove(0, size);
    return size;
}

qint64 ScriptedDevice::writeData(const char *data, qint64 size)
{
    if (m_ended) {
        return -1;
    }
    if (!m_script->isOver()) {
        m_pieces << m_script->replies.at(m_script->requests.size());
    }
    m_script->requests << QByteArray(data, size);
    Q_EMIT bytesWritten(size);
    return size;
}

QList<QByteArray> inOnePiece(const QByteArray &bytes)
{
    return {bytes};
}

QList<QByteArray> byteForByte(const QByteArray &bytes)
{
    QList<QByteArray> pieces;
    for (const char byte : bytes) {
        pieces << QByteArray(1, byte);
    }
    return pieces;
}

QList<QByteArray> inRandomPieces(const QByteArray &bytes, quint32 seed)
{
    QRandomGenerator random(seed);
    QList<QByteArray> pieces;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = random.bounded(1, 40);
        pieces << bytes.mid(at, size);
        at += size;
    }
    return pieces;
}

} // namespace jettison
