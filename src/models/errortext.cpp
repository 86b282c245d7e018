// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/fileerrortext.h"
#include "models/messages.h"
#include "models/securitytext.h"
#include "models/shelltext.h"

#include <QCoreApplication>
#include <QDir>

namespace jettison::messages {

using namespace Qt::StringLiterals;

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(jettison::ErrorText)
};

// Some of the details are sentences, and then ours goes on.
QString said(const QString &text, const QString &detail)
{
    const bool isSentence = detail.endsWith(u'.') && !detail.endsWith(".."_L1);
    return text.arg(isSentence && !text.endsWith("%1"_L1) ? detail.chopped(1) : detail);
}

QString settingsText(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NoContext:
        return ErrorText::tr("There is no context or connection of this name: %1. \"jettison hosts\" lists "
                             "what there is; choose with --context or --host.");
    case ErrorCode::AmbiguousContext:
        return ErrorText::tr(
            "%1 is a context of docker and a connection of Podman, and they lead to "
            "different places. \"jettison hosts\" shows both; give the address with --host.");
    default:
        return ErrorText::tr(
            "The settings that tell where engines are cannot be used: %1. Mend that file, or "
            "give the address with --host; \"jettison hosts\" lists what there is.");
    }
}

QString connectionText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidEndpoint:
        return ErrorText::tr(
            "This is no address of an engine that can be used: %1. "
            "Give one such as unix:///var/run/docker.sock, tcp://host:2375 or ssh://user@host.");
    case ErrorCode::InvalidApiVersion:
        return ErrorText::tr(
            "No such version of the API can be spoken: %1. Choose one of these, or unset the "
            "variable to have the newest that the engine knows.");
    case ErrorCode::InvalidHeaders:
        return ErrorText::tr(
            "This cannot be sent with requests: %1. Mend DOCKER_CUSTOM_HEADERS, or HttpHeaders "
            "in docker's config.json.");
    case ErrorCode::NotRunning:
        return ErrorText::tr("No container engine answers at %1. "
                             "Start the engine, or name another with --host.");
    case ErrorCode::NoPermission:
        return ErrorText::tr("You may not open %1. Become a member of the group that owns it (for Docker: "
                             "sudo usermod -aG docker $USER, then log in again), or use a rootless engine.");
    case ErrorCode::HostNotFound:
        return ErrorText::tr("There is no host with this name: %1. Check the spelling and your network.");
    case ErrorCode::Unreachable:
        return ErrorText::tr("The engine cannot be reached: %1. Check the address and your network.");
    case ErrorCode::ConnectionLost:
        return ErrorText::tr("The connection to the engine ended in the middle of an answer: %1. "
                             "Look at the list again to see what was done.");
    case ErrorCode::TimedOut:
        return ErrorText::tr("The engine did not answer in time: %1. It may be busy; try again later.");
    case ErrorCode::NotAnEngine:
        return ErrorText::tr("What answers there is not a container engine, perhaps a proxy: %1. "
                             "Check the address and the proxy's settings.");
    case ErrorCode::MalformedReply:
        return ErrorText::tr("The answer cannot be understood: %1. Check that the address is an engine's.");
    case ErrorCode::ProxyAnswered:
        return ErrorText::tr("A proxy answers in the engine's place: %1. It may not let this through, or "
                             "not reach the engine. Ask who runs it.");
    case ErrorCode::EngineTooOld:
        return ErrorText::tr("The engine is too old for this program: %1. Update the engine.");
    case ErrorCode::EngineTooNew:
        return ErrorText::tr("The engine is too new for this program: %1. Update this program.");
    case ErrorCode::WishedVersion:
        return ErrorText::tr("The engine does not speak the version of its API that DOCKER_API_VERSION asks "
                             "for: %1. Unset that variable.");
    default:
        return ErrorText::tr("A later version of this program has written it: %1. Update this program.");
    }
}

QString changeText(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ReferencesChanged:
        return ErrorText::tr("The image's names have changed since the preview: %1");
    case ErrorCode::ReferenceMoved:
        return ErrorText::tr("The name has moved to another image since the preview: %1");
    case ErrorCode::NewContainer:
        return ErrorText::tr("A container was made since the preview that uses the image: %1");
    case ErrorCode::NewChildImage:
        return ErrorText::tr("An image was built on it since the preview: %1");
    case ErrorCode::NewPlatform:
        return ErrorText::tr("The store has got a platform since the preview that may share its layers: %1");
    case ErrorCode::ContainerRuns:
        return ErrorText::tr("The container was started again since the preview: %1");
    default:
        return ErrorText::tr("Its image is gone since the preview, so the container was left alone: %1");
    }
}

QString otherIdsText(const QString &archive)
{
    const QString text = ErrorText::tr("Images have other IDs in this store than in the one that they were "
                                       "removed from, so nothing can be brought back here.");
    return archive.isEmpty() ? text
                             : ErrorText::tr("%1 \"jettison import %2\" brings the images in, with other IDs "
                                             "and with those of their names that no other image has now.")
                                   .arg(text, shelltext::word(QDir::toNativeSeparators(archive)));
}

QString notFoundText(const QStringList &lines)
{
    const QString text = ErrorText::tr("There is no such image: %1").arg(lines.first());
    return lines.size() == 1
        ? text
        : ErrorText::tr("%1. Did you mean %2?").arg(text, lines.mid(1).join(ErrorText::tr(" or ")));
}

QString noPlatformText(const QStringList &lines)
{
    return lines.size() == 1
        ? ErrorText::tr("The image has no such platform: %1").arg(lines.first())
        : ErrorText::tr("The image has no such platform, or several of that name: %1. There are: %2.")
              .arg(lines.first(), lines.mid(1).join(ErrorText::tr(", ")));
}

} // namespace

QString error(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ReferencesChanged:
    case ErrorCode::ReferenceMoved:
    case ErrorCode::NewContainer:
    case ErrorCode::NewChildImage:
    case ErrorCode::NewPlatform:
    case ErrorCode::ContainerRuns:
    case ErrorCode::ImageGone:
        return said(changeText(error.code), error.detail);
    case ErrorCode::FileFailed:
    case ErrorCode::NoSpace:
    case ErrorCode::NotAnArchive:
    case ErrorCode::BrokenArchive:
    case ErrorCode::NoEngine:
    case ErrorCode::NoLayers:
    case ErrorCode::LacksPlatform:
    case ErrorCode::TakesNoPlatforms:
    case ErrorCode::LayoutOnly:
    case ErrorCode::NoLists:
    case ErrorCode::TargetExists:
    case ErrorCode::SameFile:
    case ErrorCode::NoBackup:
        return said(fileText(error.code), error.detail);
    case ErrorCode::SshMissing:
    case ErrorCode::SshFailed:
    case ErrorCode::SshUntrusted:
    case ErrorCode::SshDenied:
    case ErrorCode::NoRemoteProgram:
        return said(sshText(error.code), error.detail);
    case ErrorCode::Untrusted:
    case ErrorCode::Outdated:
    case ErrorCode::OtherHost:
    case ErrorCode::ClientRefused:
    case ErrorCode::TlsFilesFailed:
    case ErrorCode::WantsTls:
    case ErrorCode::NoTls:
        return said(tlsText(error), error.detail);
    case ErrorCode::NoContext:
    case ErrorCode::AmbiguousContext:
    case ErrorCode::BrokenSettings:
        return said(settingsText(error.code), error.detail);
    case ErrorCode::StopUnwatched:
        return ErrorText::tr("Cancelled while it was being stopped; the engine may still stop it");
    case ErrorCode::Cancelled:
        return ErrorText::tr("Cancelled");
    case ErrorCode::NotFound:
        // The engine's own sentence says it again.
        return error.httpStatus == 0 ? notFoundText(error.detail.split(u'\n'))
                                     : said(ErrorText::tr("The engine did not find it: %1"), error.detail);
    case ErrorCode::Denied:
        return said(ErrorText::tr("The engine does not allow it: %1"), error.detail);
    case ErrorCode::DeniedByPlugin:
        return said(
            ErrorText::tr(
                "An authorization plug-in of the engine does not allow it: %1. Ask who runs the engine."),
            error.detail);
    case ErrorCode::EngineBusy:
        return said(
            ErrorText::tr("The engine is doing the same for somebody else: %1. Try again when that is done."),
            error.detail);
    case ErrorCode::Conflict:
        if (error.httpStatus == 0) {
            return said(
                ErrorText::tr(
                    "Another program has changed it meanwhile, or is just changing it: %1. Try again."),
                error.detail);
        }
        [[fallthrough]];
    case ErrorCode::BadRequest:
    case ErrorCode::EngineFailed:
        return said(ErrorText::tr("The engine refused: %1"), error.detail);
    case ErrorCode::OtherIds:
        return otherIdsText(error.detail);
    case ErrorCode::OtherImage:
        return said(ErrorText::tr("The registry gave another image, which was left without a name: %1"),
            error.detail);
    case ErrorCode::NoPlatforms:
        return ErrorText::tr("This store cannot remove one platform of an image alone.");
    case ErrorCode::NoPlatform:
        return noPlatformText(error.detail.split(u'\n'));
    case ErrorCode::InvalidName:
        return said(ErrorText::tr("Neither a name nor an ID of an image: %1"), error.detail);
    case ErrorCode::DigestOfSeveral:
        return said(
            ErrorText::tr("The image has several names, and the engine takes none of them away by a digest "
                          "that it only made up. Give a name instead, or the ID: %1"),
            error.detail);
    case ErrorCode::AmbiguousId:
        return said(ErrorText::tr("Several images begin like this, give more digits: %1"), error.detail);
    case ErrorCode::EarlierStepFailed:
        return ErrorText::tr("An earlier step, which this one needs, was not done");
    case ErrorCode::UnreportedRemoval:
        return said(ErrorText::tr("Gone as well, though the engine did not say so: %1"), error.detail);
    case ErrorCode::IncompleteRemoval:
        return said(ErrorText::tr("The engine agreed, but not everything is gone: %1"), error.detail);
    default:
        return said(connectionText(error), error.detail);
    }
}

QString loss(const Error &error)
{
    if (error.code == ErrorCode::NotRunning || error.code == ErrorCode::ConnectionLost) {
        return said(
            ErrorText::tr("The engine is restarting, or was stopped: %1. It is found again when it is back."),
            error.detail);
    }
    return messages::error(error);
}

} // namespace jettison::messages
