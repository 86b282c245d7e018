// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/customheaders.h"
#include "stores/engine/connection.h"
#include "stores/store.h"

#include <QByteArray>

namespace jettison {

struct HttpRequest
{
    enum class Method { Get, Head, Post, Delete };

    Method method = Method::Get;
    /// Path and query, escaped already.
    QByteArray target = {};
    /// What is sent along, of unknown length; null for nothing. An error of it ends the call.
    PieceSource body = {};
    QByteArray contentType = {};
};

struct HttpReply
{
    int status = 0;
    QByteArray contentType;
    /// `Api-Version`, the engine's newest one.
    QByteArray apiVersion;
    QByteArray body;
    /// `Server`, which a proxy may replace.
    QByteArray server = {};
    /// `Libpod-Api-Version`: Podman alone has it.
    QByteArray libpodVersion = {};
};

/// What follows a reply that is too long or too slow to wait for its end. Errors of `body` end the call.
struct HttpStream
{
    std::function<void()> begun;
    std::function<Result<void>(QByteArrayView)> body;
};

/// Asks one question at a time over a connection that it keeps and opens again as needed. Blocks; one thread.
class HttpClient
{
public:
    using Connect = std::function<Result<std::unique_ptr<QIODevice>>(const Call &)>;

    /// `peer` names the other side in errors, `host` in the requests; `context` of docker has led there;
    /// `headers` go with every request.
    HttpClient(
        Connect connect, QString peer, QByteArray host, QString context = {}, HttpHeaders headers = {});

    /// The reply, whatever its status. What `Connect` returns, ConnectionLost, MalformedReply, TimedOut,
    /// Cancelled. A question that may change something is never asked twice.
    Result<HttpReply> send(const HttpRequest &request, const Call &call);
    /// As send, but the body of a reply that says success goes to `stream` piece by piece.
    Result<HttpReply> send(const HttpRequest &request, const HttpStream &stream, const Call &call);

    /// With the context that has led there.
    Error explained(Error error) const;

private:
    Result<HttpReply> exchange(
        const HttpRequest &request, const HttpStream &stream, const Call &call, bool &answered);
    Result<void> sendBody(const PieceSource &body, const Call &call);

    Connect m_connect;
    QString m_peer;
    QByteArray m_host;
    QString m_context;
    HttpHeaders m_headers;
    std::unique_ptr<Connection> m_connection;
};

} // namespace jettison
