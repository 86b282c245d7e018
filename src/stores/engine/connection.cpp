// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/connection.h"

#include "stores/engine/sshprocess.h"
#include "stores/engine/tlssocket.h"
#include "stores/engine/waiting.h"

namespace jettison {

namespace {

constexpr qint64 PieceSize = 64 * 1024;

} // namespace

Connection::Connection(std::unique_ptr<QIODevice> device, QString peer)
    : m_device(std::move(device)),
      m_peer(std::move(peer))
{
    // The device is ours and dies first, so that `this` is safe.
    QIODevice *const context = m_device.get();
    QObject::connect(context, &QIODevice::readChannelFinished, context, [this] { m_ended = true; });
    QObject::connect(context, &QIODevice::bytesWritten, context, [this](qint64 bytes) { m_sent += bytes; });
    // A socket that fails to write forgets what it has read.
    QObject::connect(context, &QIODevice::readyRead, context, [this] {
        if (m_isWriting) {
            m_early += m_device->readAll();
        }
    });
}

Result<void> Connection::write(const QByteArray &bytes, const Call &call)
{
    m_isWriting = true;
    const Result<void> written = send(bytes, call);
    m_isWriting = false;
    return written;
}

Result<void> Connection::send(const QByteArray &bytes, const Call &call)
{
    const qint64 before = m_sent;
    // Not every socket refuses bytes for somebody who is gone.
    if (m_ended || m_device->write(bytes) != bytes.size()) {
        return fail(ErrorCode::ConnectionLost, m_peer);
    }
    while (m_device->bytesToWrite() > 0) {
        if (const std::optional<Error> error = interruption(call, m_peer)) {
            return tl::unexpected(*error);
        }
        // A socket may say false for a mere time-out; that it is closed shows in m_ended.
        m_device->waitForBytesWritten(waitSlice(call));
        if (m_ended) {
            break;
        }
    }
    // A closed socket forgets its buffer: no bytes to write is then no proof that they were.
    if (m_ended && m_sent - before < bytes.size()) {
        return fail(ErrorCode::ConnectionLost, m_peer);
    }
    return {};
}

Result<QByteArray> Connection::read(const Call &call)
{
    for (;;) {
        if (const std::optional<Error> error = interruption(call, m_peer)) {
            return tl::unexpected(*error);
        }
        if (!m_early.isEmpty()) {
            return std::exchange(m_early, {});
        }
        if (m_device->bytesAvailable() > 0) {
            return m_device->read(PieceSize);
        }
        if (m_ended) {
            return isCutOff() ? fail(ErrorCode::ConnectionLost, m_peer) : Result<QByteArray>(QByteArray());
        }
        m_device->waitForReadyRead(waitSlice(call));
    }
}

// Who reads until the end must not take a connection that somebody cut for one.
bool Connection::isCutOff() const
{
    const auto *const tls = qobject_cast<TlsSocket *>(m_device.get());
    return tls && tls->isCutOff();
}

Error Connection::explained(const Error &loss, bool isUnknown)
{
    if (loss.code != ErrorCode::ConnectionLost) {
        return loss;
    }
    std::optional<Error> reason;
    if (auto *const ssh = qobject_cast<SshProcess *>(m_device.get())) {
        reason = ssh->ending();
    } else if (const auto *const tls = qobject_cast<TlsSocket *>(m_device.get())) {
        reason = tls->failure();
    }
    if (!reason) {
        return loss;
    }
    return {.code = isUnknown ? loss.code : reason->code, .detail = reason->detail};
}

bool Connection::isIdle()
{
    if (!m_ended) {
        m_device->waitForReadyRead(0);
    }
    m_sent = 0;
    return !m_ended && m_early.isEmpty() && m_device->bytesAvailable() == 0;
}

} // namespace jettison
