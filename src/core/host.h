// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engineidentity.h"
#include "core/error.h"
#include "core/snapshot.h"

#include <QList>
#include <QString>

#include <optional>

namespace jettison {

/// A place where a store may be, as the files and the environment of a person tell. Nothing was asked there.
struct Host
{
    enum class Source {
        DockerContext,
        PodmanConnection,
        Remembered, ///< typed by the person, in this program
        Socket, ///< where an engine listens by default
        Environment, ///< a variable
        Archive, ///< a file or folder that was opened before
        Sample,
        CommandLine,
    };

    struct Name
    {
        /// Never translated, such as `desktop-linux`, `Docker Desktop` or `DOCKER_HOST`.
        QString text;
        Source source = Source::Socket;
        /// The file that says so; empty where none does.
        QString place = {};

        friend bool operator==(const Name &, const Name &) = default;
    };

    /// Tells it from the others of a list, and stays what it is from list to list: mostly the endpoint.
    QString key;
    /// All that it is called; the best to show comes first. Never empty.
    QList<Name> names;
    /// As it is typed; empty if that is not known.
    QString endpoint;
    /// Why it cannot be used.
    std::optional<Error> error = {};
    /// It is the one that is used if nothing else is said.
    bool isCurrent = false;

    friend bool operator==(const Host &, const Host &) = default;
};

/// An address that a person typed, to be kept.
struct TypedHost
{
    /// As parseEndpoint() reads it.
    QString endpoint;
    /// Whoever answers must prove who it is, and what is said is secret.
    bool isTls = false;
    /// PEM files for it: of the authorities that are trusted, and what is shown of oneself. Mostly empty.
    QString authorities = {};
    QString certificate = {};
    QString key = {};

    friend bool operator==(const TypedHost &, const TypedHost &) = default;
};

/// What came of asking a host who is there.
struct HostAnswer
{
    /// None: `error` says why.
    std::optional<StoreInfo> store = {};
    std::optional<Error> error = {};
    EngineIdentity identity = {};

    friend bool operator==(const HostAnswer &, const HostAnswer &) = default;
};

} // namespace jettison
