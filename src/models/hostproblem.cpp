// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// Why a host is of no use, in a word or two. messages::error() has the sentence.

#include "models/hosttext.h"

#include <QCoreApplication>

namespace jettison::hosttext {

namespace {

struct HostText
{
    Q_DECLARE_TR_FUNCTIONS(jettison::HostText)
};

QString fileProblem(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileFailed:
        return HostText::tr("not there");
    case ErrorCode::NoContext:
        return HostText::tr("no such context");
    case ErrorCode::UnsupportedVersion:
        return HostText::tr("other version");
    case ErrorCode::InvalidEndpoint:
    case ErrorCode::InvalidApiVersion:
    case ErrorCode::InvalidHeaders:
    case ErrorCode::AmbiguousContext:
    case ErrorCode::BrokenSettings:
        return HostText::tr("cannot be used");
    default:
        return HostText::tr("not reachable");
    }
}

QString sshProblem(ErrorCode code)
{
    switch (code) {
    case ErrorCode::SshMissing:
        return HostText::tr("no ssh here");
    case ErrorCode::SshFailed:
        return HostText::tr("ssh failed");
    case ErrorCode::SshUntrusted:
        return HostText::tr("host key not trusted");
    case ErrorCode::SshDenied:
        return HostText::tr("login refused");
    case ErrorCode::NoRemoteProgram:
        return HostText::tr("no engine");
    default:
        return fileProblem(code);
    }
}

QString tlsProblem(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Untrusted:
        return HostText::tr("not trusted");
    case ErrorCode::Outdated:
        return HostText::tr("certificate out of date");
    case ErrorCode::OtherHost:
        return HostText::tr("certificate of another host");
    case ErrorCode::ClientRefused:
        return HostText::tr("wants a certificate");
    case ErrorCode::TlsFilesFailed:
        return HostText::tr("certificate files unusable");
    case ErrorCode::WantsTls:
        return HostText::tr("wants TLS");
    case ErrorCode::NoTls:
        return HostText::tr("has no TLS");
    default:
        return sshProblem(code);
    }
}

// Somebody is there.
QString answerProblem(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotAnEngine:
        return HostText::tr("no engine");
    case ErrorCode::ProxyAnswered:
        return HostText::tr("proxy in the way");
    case ErrorCode::MalformedReply:
        return HostText::tr("answer unclear");
    case ErrorCode::EngineTooOld:
        return HostText::tr("too old");
    case ErrorCode::EngineTooNew:
        return HostText::tr("too new");
    case ErrorCode::WishedVersion:
        return HostText::tr("lacks the API version asked for");
    case ErrorCode::Denied:
        return HostText::tr("not allowed");
    case ErrorCode::DeniedByPlugin:
        return HostText::tr("refused by a plug-in");
    case ErrorCode::EngineBusy:
        return HostText::tr("busy");
    case ErrorCode::NotFound:
    case ErrorCode::Conflict:
    case ErrorCode::BadRequest:
    case ErrorCode::EngineFailed:
        return HostText::tr("answers with an error");
    default:
        return tlsProblem(code);
    }
}

} // namespace

QString problem(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotRunning:
        return HostText::tr("not running");
    case ErrorCode::NoPermission:
        return HostText::tr("no permission");
    case ErrorCode::HostNotFound:
        return HostText::tr("unknown host");
    case ErrorCode::TimedOut:
        return HostText::tr("no answer");
    case ErrorCode::ConnectionLost:
        return HostText::tr("connection lost");
    case ErrorCode::Cancelled:
        return HostText::tr("not asked");
    default:
        return answerProblem(code);
    }
}

} // namespace jettison::hosttext
