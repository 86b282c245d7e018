// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/store.h"

#include <QIODevice>

namespace jettison {

/// Waits on an open device, in slices. The device must tell of its end by readChannelFinished, as sockets and
/// processes do. Used in the thread that the device lives in.
class Connection
{
public:
    /// `peer` names the other side in errors.
    Connection(std::unique_ptr<QIODevice> device, QString peer);

    /// Returns once all is handed to the system. ConnectionLost, Cancelled, TimedOut.
    Result<void> write(const QByteArray &bytes, const Call &call);
    /// Waits for some bytes; none means that the other side has ended. Cancelled, TimedOut; ConnectionLost
    /// where it is known that something is missing.
    Result<QByteArray> read(const Call &call);

    /// A loss in the other side's own words, if it left any. `isUnknown`: it may have acted before, so the
    /// loss stays one, whatever the reason.
    Error explained(const Error &loss, bool isUnknown);

    /// Nothing of what was written has left this process.
    bool sentNothing() const { return m_sent == 0; }
    /// Open, and the other side has said nothing that was not asked for. Forgets what was sent.
    bool isIdle();

private:
    Result<void> send(const QByteArray &bytes, const Call &call);
    bool isCutOff() const;

    std::unique_ptr<QIODevice> m_device;
    QString m_peer;
    /// Came while something was written.
    QByteArray m_early;
    bool m_isWriting = false;
    qint64 m_sent = 0;
    bool m_ended = false;
};

} // namespace jettison
