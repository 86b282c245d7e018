// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/endpoint.h"
#include "stores/store.h"

#include <QProcess>

namespace jettison {

/// The system's ssh as a child process, whose standard streams are those of an engine on another host. Keys,
/// agents, jump hosts and questions are its own business. Lives in the thread that made it.
class SshProcess : public QProcess
{
    Q_OBJECT

public:
    explicit SshProcess(const Endpoint &endpoint);
    /// Ends ssh, and waits until it is gone.
    ~SshProcess() override;

    /// Returns once a program on that host is about to speak to its engine. SshMissing, SshFailed,
    /// SshUntrusted, SshDenied, NoRemoteProgram, NotRunning, NoPermission, TimedOut, Cancelled.
    Result<void> arrive(const Call &call);

    /// Why it has ended, in the words of ssh or of the program on that host. ConnectionLost: they had none.
    Error ending();

private:
    bool hasArrived();
    void keepWords();
    QString words();
    Error failure(ErrorCode code);
    Error failureOfSsh();
    Error failureOfProgram();

    Endpoint m_endpoint;
    QByteArray m_errors;
    bool m_arrived = false;
};

} // namespace jettison
