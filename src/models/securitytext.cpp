// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/securitytext.h"

#include <QCoreApplication>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(jettison::ErrorText)
};

// Options and variables are not for contexts: docker keeps their files, and takes them anew all at once. `%2`
// is the context.
QString contextText(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Untrusted:
        return ErrorText::tr(
            "The engine's certificate is not to be trusted: %1. If it is yours, give the file of its "
            "authority to the context: docker context update %2 --docker \"host=…,ca=…,cert=…,key=…\"");
    case ErrorCode::ClientRefused:
        return ErrorText::tr(
            "The engine lets only those in who show a certificate that it trusts: %1. Give yours to the "
            "context: docker context update %2 --docker \"host=…,ca=…,cert=…,key=…\"");
    case ErrorCode::TlsFilesFailed:
        return ErrorText::tr("A file for TLS cannot be used: %1. Give the right ones to the context: "
                             "docker context update %2 --docker \"host=…,ca=…,cert=…,key=…\"");
    case ErrorCode::WantsTls:
        return ErrorText::tr(
            "The engine wants TLS there: %1. Give the files of your certificate to the context: "
            "docker context update %2 --docker \"host=…,ca=…,cert=…,key=…\"");
    default:
        return {};
    }
}

QString hostText(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Untrusted:
        return ErrorText::tr(
            "The engine's certificate is not to be trusted: %1. If it is yours, give the file of "
            "its authority with --tlscacert, or as ca.pem in DOCKER_CERT_PATH.");
    case ErrorCode::Outdated:
        return ErrorText::tr("A certificate is out of its time: %1. Renew it, or set the clock right.");
    case ErrorCode::OtherHost:
        return ErrorText::tr(
            "The certificate is that of another host: %1. Use a name that stands in it, or have it "
            "made for this one.");
    case ErrorCode::ClientRefused:
        return ErrorText::tr(
            "The engine lets only those in who show a certificate that it trusts: %1. Give yours "
            "with --tlscert and --tlskey, or as cert.pem and key.pem in DOCKER_CERT_PATH.");
    case ErrorCode::TlsFilesFailed:
        return ErrorText::tr(
            "A file for TLS cannot be used: %1. Name the right ones with --tlscacert, --tlscert and "
            "--tlskey, or their folder in DOCKER_CERT_PATH.");
    case ErrorCode::WantsTls:
        return ErrorText::tr(
            "The engine wants TLS there: %1. Use --tlsverify or DOCKER_TLS_VERIFY=1, with the "
            "files of your certificate.");
    default:
        return ErrorText::tr(
            "What listens there speaks no TLS: %1. Check the port (with TLS mostly 2376), or leave "
            "TLS out.");
    }
}

} // namespace

QString sshText(ErrorCode code)
{
    switch (code) {
    case ErrorCode::SshMissing:
        return ErrorText::tr("The program \"ssh\" is not there, and %1 needs it. Install OpenSSH.");
    case ErrorCode::SshUntrusted:
        return ErrorText::tr("ssh does not trust this host: %1. If its key is new or has changed for a good "
                             "reason, connect to it with ssh in a terminal once and follow what that says.");
    case ErrorCode::SshDenied:
        return ErrorText::tr("The host does not let you in: %1. Check the user's name, and that your key is "
                             "loaded (ssh-add); once ssh works in a terminal, it works here.");
    case ErrorCode::NoRemoteProgram:
        return ErrorText::tr("The host has neither the docker nor the podman program, and one of them is "
                             "needed there: %1. Install it, or put it where shells find it.");
    default:
        return ErrorText::tr("ssh cannot reach the engine: %1. Once ssh to this host works in a terminal, it "
                             "works here.");
    }
}

QString tlsText(const Error &error)
{
    QString text = error.context.isEmpty() ? QString() : contextText(error.code);
    return text.isEmpty() ? hostText(error.code) : text.replace("%2"_L1, error.context);
}

} // namespace jettison
