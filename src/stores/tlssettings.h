// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/tlswish.h"

#include <QDir>
#include <QProcessEnvironment>

#include <optional>

namespace jettison {

/// How an endpoint is spoken to in TLS. The files hold PEM and are read anew for each connection, so that
/// certificates can be renewed while the program runs.
struct TlsSettings
{
    /// Absolute path of the authorities that are trusted; empty: those of the system.
    QString authorities = {};
    /// Absolute paths of what this side shows, and of its key; empty: nothing.
    QString certificate = {};
    QString key = {};
    /// Whoever else answers is sent away. False: whoever answers is believed.
    bool isVerified = true;

    friend bool operator==(const TlsSettings &, const TlsSettings &) = default;
};

/// None: no TLS is wanted.
using OptionalTls = std::optional<TlsSettings>;

/// As the docker command line chooses: its options, DOCKER_TLS_VERIFY, DOCKER_TLS; ca.pem, cert.pem and
/// key.pem in DOCKER_CERT_PATH, else in `config`. TlsFilesFailed: TLS is to be verified, and ca.pem is not
/// there.
Result<OptionalTls> chooseTls(
    const TlsWish &wish, const QProcessEnvironment &environment, const QDir &config);

/// As a context keeps it: its `keys` are the folder of its PEM files, which may not be there.
OptionalTls contextTls(const QDir &keys, bool isVerified);

} // namespace jettison
