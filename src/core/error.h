// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace jettison {

/// What went wrong, as a value. models/messages makes the sentence for people out of it.
enum class ErrorCode {
    // the way to the store
    InvalidEndpoint, ///< the endpoint's text cannot be understood or its scheme is not known
    InvalidApiVersion, ///< the version of the API that a person wants is none that this program speaks
    InvalidHeaders, ///< what is to be sent with each request is no header; who wants it
    NoContext, ///< no context of docker and no connection of Podman has this name; who wants it, in brackets
    AmbiguousContext, ///< a context of docker and a connection of Podman have it, and lead elsewhere
    BrokenSettings, ///< a file that tells where engines are cannot be read or tells nonsense; with its path
    NotRunning, ///< nothing listens: no such socket, or the connection was refused
    NoPermission, ///< the socket is there, but this user may not open it
    HostNotFound,
    Unreachable, ///< any other failure to connect
    SshMissing, ///< the system has no program of this name
    SshFailed, ///< ssh could not connect, or ended by itself; its own words, as below
    SshUntrusted, ///< the host's key is not known, or not the one that is known
    SshDenied, ///< the host lets nobody in with this user's keys
    NoRemoteProgram, ///< the host has neither Docker nor Podman
    Untrusted, ///< TLS: no trusted authority stands behind the certificate; the system's words
    Outdated, ///< TLS: a certificate has expired, or is not valid yet
    OtherHost, ///< TLS: the certificate is that of another host
    ClientRefused, ///< TLS: the other side wants a certificate of this side, or another one
    TlsFilesFailed, ///< TLS: files of this side that are missing, cannot be read, or do not fit each other
    WantsTls, ///< the other side speaks TLS, and this one did not
    NoTls, ///< the other side does not speak TLS
    ConnectionLost, ///< the connection ended before the reply was whole: what the store did is unknown
    TimedOut,
    Cancelled,
    // what came back
    NotAnEngine, ///< an HTTP answer that no container engine gives, such as a proxy's HTML page
    MalformedReply, ///< HTTP or JSON that cannot be parsed, or lacks what the API promises
    ProxyAnswered, ///< the same from where an engine has answered before
    EngineTooOld, ///< it speaks no version of the API that this program still speaks
    EngineTooNew, ///< it no longer speaks any version of the API that this program speaks
    WishedVersion, ///< the engine does not speak the version of the API that DOCKER_API_VERSION names
    UnsupportedVersion, ///< a later version of this program has written it
    // a file: an archive of images, or one that this program writes
    FileFailed, ///< it cannot be read or written; the system's words
    NoSpace, ///< the disk is full, or would be
    NotAnArchive, ///< neither an archive of `docker save` nor an OCI image layout
    BrokenArchive, ///< cut short, damaged, or not what it says it is
    NoEngine, ///< a file runs no containers and pulls nothing
    NoLayers, ///< engines cannot save images without layers; the detail lists them
    LacksPlatform, ///< engines cannot save an image without what would run on their machine; which and what
    LayoutOnly, ///< a docker-save archive cannot hold these; the detail lists them
    NoLists, ///< no archive can hold manifest lists; the detail lists them
    TargetExists, ///< there is something where a file is to be written
    SameFile, ///< images would be exported into the store that they come from
    NoPlatforms, ///< the store cannot remove one platform of an image alone
    OtherIds, ///< an image has another ID in this store; the detail is the archive that has the images
    TakesNoPlatforms, ///< the store cannot get one of them back; the detail is the one that had them
    NoBackup, ///< there is no backup of that name, or none at all
    // what the engine said
    NotFound, ///< 404; the detail is what was asked for, and in lines of their own names that may be meant
    Conflict, ///< 409
    Denied, ///< 401 or 403
    DeniedByPlugin, ///< 403 of a plug-in of the engine, which may say so after all was done
    EngineBusy, ///< 409 or 500: it does the same for somebody else just now
    BadRequest, ///< 400
    EngineFailed, ///< any other status
    OtherImage, ///< a registry gave another image than before; the detail is its ID
    // what a person typed
    NoPlatform, ///< an image has no platform of this name, or several; in lines of the detail: those there
    InvalidName, ///< neither a reference nor an ID
    DigestOfSeveral, ///< a digest that Podman removes nothing by; the detail lists the image's names
    AmbiguousId, ///< several images' IDs begin like this
    // while a plan is carried out: the store is no longer as the plan saw it
    ReferencesChanged, ///< the image has other names; the detail lists them with + and -
    ReferenceMoved, ///< the name points at another image; the detail is its ID
    NewContainer, ///< a container was made from the image; the detail is its name
    NewPlatform, ///< the store has got a platform that may share its layers; the detail is an image's ID
    NewChildImage, ///< an image was built on it; the detail is its ID
    ContainerRuns, ///< the container was started again; the detail is its name
    StopUnwatched, ///< cancelled while it was being stopped: the engine may go on
    ImageGone, ///< the image whose container it is; the container was left alone
    // while a plan is carried out: other
    EarlierStepFailed, ///< a step that this one builds on did not succeed
    UnreportedRemoval, ///< all that was predicted is gone, but the engine did not name all of it
    IncompleteRemoval, ///< the engine said yes, but not all that was predicted is gone
};

struct Error
{
    ErrorCode code = ErrorCode::MalformedReply;
    /// The engine's or the system's own words, or the thing concerned; never translated.
    QString detail = {};
    /// HTTP status, 0 if there was none.
    int httpStatus = 0;
    /// The context of docker that led to the store; empty if none did, or if it does not matter.
    QString context = {};

    friend bool operator==(const Error &, const Error &) = default;
};

/// The error is about the one thing that was asked for; after any other the store itself is lost.
inline bool concernsOne(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::BadRequest:
    case ErrorCode::Conflict:
    case ErrorCode::EngineBusy:
    case ErrorCode::EngineFailed:
    case ErrorCode::LacksPlatform:
    case ErrorCode::MalformedReply:
        return true;
    default:
        return false;
    }
}

/// Trying again by itself mends nothing, and a host shuts those out who knock too often.
inline bool waitsForPerson(const Error &error)
{
    return error.code == ErrorCode::SshMissing || error.code == ErrorCode::SshUntrusted
        || error.code == ErrorCode::SshDenied;
}

template <typename T> using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, QString detail = {})
{
    return tl::unexpected<Error>(Error{.code = code, .detail = std::move(detail)});
}

} // namespace jettison
