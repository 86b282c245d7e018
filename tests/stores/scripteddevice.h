// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QIODevice>
#include <QList>

#include <memory>

namespace jettison {

/// What is said over one connection, or over several one after another, and what was said to it.
struct Script
{
    /// For each request the pieces of its reply.
    QList<QList<QByteArray>> replies;
    /// What happens when all is said: the end of the connection, or silence.
    bool closes = true;

    QList<QByteArray> requests;

    bool isOver() const { return requests.size() >= replies.size(); }
};

/// The other side of a connection, played from a script. A piece comes with each wait.
class ScriptedDevice : public QIODevice
{
public:
    explicit ScriptedDevice(std::shared_ptr<Script> script);

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_ready.size() + QIODevice::bytesAvailable(); }
    bool waitForReadyRead(int msecs) override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    std::shared_ptr<Script> m_script;
    QList<QByteArray> m_pieces;
    QByteArray m_ready;
    bool m_ended = false;
};

QList<QByteArray> inOnePiece(const QByteArray &bytes);
QList<QByteArray> byteForByte(const QByteArray &bytes);
QList<QByteArray> inRandomPieces(const QByteArray &bytes, quint32 seed);

} // namespace jettison
